"""Learns the weights of tone: ridge regressions that start from what a person gave. See tone_signals.py."""

import collections
import os
import re

import numpy as np
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve

from tone_signals import PENALTY, SIGNALS
from tone_sources import TONE, load, rows, write  # noqa: F401


STOPS = re.compile(r"[.,;:()\"'-]")  # signs that only part words say nothing of tone


def family(name):
    return name.split(":", 1)[0]


def learn(signal, spec, loaded, masks, tier):
    """Weights by feature for one signal and tier: ridge from the prior, one intercept and length slope a source."""
    prior = spec.get("prior", {})
    if "learn" not in spec:
        return {**prior, "bias": spec["bias"]}
    families = set(spec["families"].split())
    parts = [(loaded[name], np.flatnonzero(masks.get(name, np.ones(len(loaded[name]["texts"]), bool))), target, weight)
             for name, target, weight in spec["learn"]]
    parts = [part for part in parts if len(part[1])]
    names = choose(parts, families, spec["keep"], {**prior, **spec.get("fixed", {})})
    matrix, dense, wanted, weights = blocks(parts, names, tier if "e" in families else None, "x" in families)
    scale = graded(parts)
    free = 3 * len(parts)
    columns = names + [f"e:{i}" for i in range(dense.shape[1] - free - ("x" in families))]
    columns += ["x:cosine"] if "x" in families else []
    fixed = spec.get("fixed", {})
    start = np.array([fixed.get(name, prior.get(name, 0.0)) for name in columns]) / (scale if scale and "bias" in spec else 1)
    penalty = np.array([spec.get("penalty", {}).get(family(n), PENALTY[family(n)]) for n in columns])
    penalty[[name in fixed for name in columns]] = 1e6
    loose = np.full(free, 1e-3)
    loose[[3 * i for i, part in enumerate(parts) if i and part[0] is loaded.get(spec.get("level"))]] = 1e6
    solution, bias = ridge(matrix, dense, wanted, weights, start, penalty, loose)
    if scale:
        made = {name: value * scale for name, value in zip(columns, solution)}
        return {**made, "bias": bias[OWN_BIAS] * scale + parts[0][0][parts[0][2]][parts[0][1]].mean()}
    sums = matrix @ solution[:len(names)] + dense[:, :-free] @ solution[len(names):]
    return placed(dict(zip(columns, solution)), sums, wanted, parts, spec)


OWN_BIAS = 0


def graded(parts):
    """How far the sums of our own graded replies spread, where they come first: they then set the scale; else 0."""
    source, index, target, _ = parts[0]
    return source[target][index].std() if "trade" in source else 0


def choose(parts, families, keep, prior):
    """Features seen often enough; of the words those that tell most about the target."""
    seen, tells = collections.Counter(), collections.Counter()
    for source, index, target, weight in parts:
        values = source[target][index]
        centred = (values - values.mean()) / max(values.std(), 1e-9)
        for row, value in zip(index, centred):
            for name in source["counts"][row]:
                seen[name] += 1
                tells[name] += weight * value
    usual = [n for n in seen if family(n) in families and family(n) != "w" and n != "x:context" and seen[n] >= 3]
    words = [n for n in seen if family(n) == "w" and seen[n] >= 4 and not STOPS.search(n[2:])]
    words.sort(key=lambda n: (-round(abs(tells[n]) / seen[n] ** 0.5, 9), n))
    words = words[:keep] if "w" in families else []
    return sorted(set(usual) | set(words) | set(prior))


def blocks(parts, names, tier, context):
    """Counted features; vectors, cosine and, last, what is kept out of the score; standard targets; the rows' weights."""
    place = {name: i for i, name in enumerate(names)}
    stacks, dense, wanted, weights = [], [], [], []
    for number, (source, index, target, weight) in enumerate(parts):
        data, rows_, columns = [], [], []
        for line, row in enumerate(index):
            for name, value in source["counts"][row].items():
                if name in place:
                    data.append(value), rows_.append(line), columns.append(place[name])
        stacks.append(sparse.csr_matrix((data, (rows_, columns)), shape=(len(index), len(names))))
        solid = [source[tier][index]] if tier and source[tier] is not None else []
        if context:
            cosine = np.zeros(len(index))
            if solid and source[tier + "-context"] is not None:
                cosine = (source[tier][index] * source[tier + "-context"][index]).sum(axis=1)
            solid.append(cosine[:, None])
        length = np.array([source["counts"][row].get("l:words", 0.0) for row in index])
        free = np.zeros((len(index), 3 * len(parts)))
        free[:, 3 * number:3 * number + 3] = np.c_[
            np.ones(len(index)), length - length.mean(), (length ** 2 - np.mean(length ** 2)) / 8]
        if graded(parts):  # our own replies set the level, so the others' intercepts are what they differ by
            free[:, 0] = 1
        if "trade" in source:
            free[:, 3 * number + 1:3 * number + 3] = 0
        dense.append(np.hstack(solid + [free]))
        values = source[target][index]
        wanted.append((values - values.mean()) / max(values.std(), 1e-9))
        weights.append(np.full(len(index), weight))
    return sparse.vstack(stacks).tocsr(), np.vstack(dense), np.concatenate(wanted), np.concatenate(weights)


def ridge(matrix, dense, wanted, weights, start, penalty, loose):
    """argmin of the weighted squares + penalty |w - start|^2; the last columns, held by `loose`, stay out of the score."""
    root = np.sqrt(weights)[:, None]
    thin, thick = matrix.multiply(root).tocsr(), dense * root
    free = matrix.shape[1] + dense.shape[1] - len(penalty)
    begin = np.concatenate([start, np.zeros(free)])
    rest = root[:, 0] * wanted - thin @ begin[: matrix.shape[1]] - thick @ begin[matrix.shape[1]:]
    right = np.concatenate([thin.T @ rest, thick.T @ rest])
    cross = thin.T @ thick
    gram = np.block([[(thin.T @ thin).toarray(), cross], [cross.T, thick.T @ thick]])
    gram[np.diag_indices_from(gram)] += np.concatenate([penalty, loose])
    solution = begin + cho_solve(cho_factor(gram, overwrite_a=True), right)
    return solution[: len(penalty)], solution[len(penalty):]


def placed(weights, sums, wanted, parts, spec):
    """Scaled so that the spread of the sums is `spread`; 0 at the mean, or half-way between two classes."""
    middle = sums.mean()
    if all(len(set(np.round(source[target], 6))) == 2 for source, _, target, _ in parts):
        middle = (sums[wanted > 0].mean() + sums[wanted <= 0].mean()) / 2
    scale = spec["spread"] / max(sums.std(), 1e-9)
    made = {name: value * scale for name, value in weights.items()}
    made["bias"] = -middle * scale + spec.get("offset", 0.0)
    return made


def order(name):
    head, _, rest = name.partition(":")
    return (name != "bias", head == "e", int(rest) if head == "e" else 0, name)


def save(folder, signal, by_tier):
    """One file a signal: a feature a line, its weight without an encoder, with the fast one and with the main one."""
    names = sorted({n for weights in by_tier.values() for n, w in weights.items() if abs(w) >= 5e-4}, key=order)
    lines = ["feature\t" + "\t".join(by_tier)]
    for name in names:
        cells = [f"{weights.get(name, 0.0):.3f}".rstrip("0").rstrip(".") for weights in by_tier.values()]
        lines.append(name + "\t" + "\t".join("" if cell in ("0", "-0") else cell for cell in cells))
    write(os.path.join(folder, "signals", signal + ".tsv"), lines)


def train(loaded, masks, folder, only=None):
    """Learns and writes every signal; `masks` says which rows of a source may be used."""
    for signal, spec in SIGNALS.items():
        if only and signal not in only:
            continue
        tiers = {"words": None}
        if {"e", "x"} & set(spec.get("families", "").split()):
            tiers = {"words": None, "fast": "fast", "main": "main"}
        if any(loaded[name]["fast"] is None for name, _, _ in spec.get("learn", [])):
            tiers.pop("fast", None)
        save(folder, signal, {column: learn(signal, spec, loaded, masks, tier) for column, tier in tiers.items()})
