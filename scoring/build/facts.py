#!/usr/bin/env python3
"""Makes scoring/facts/facts.weights: how much each finding about a fact and a reply counts, by tier.

    scoring/build/facts.py --data FOLDER --model scoring/model [--lab .build/release/language-lab] [--check]

Three logistic models say whether a reply states a fact: one for facts alone, one for answers to a question, one for
facts under a heading; a fourth says whether it contradicts what it does not state. They learn from fact_pairs.py.
Features come from the Swift program itself, so there is one way to make them. Signs are held to what each finding
can mean: a word in common never speaks against a fact, a denial never for it. --check compares with the file
instead of writing it. Needs numpy and scipy.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np
from scipy.optimize import minimize

import fact_pairs

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent / "facts"
TIERS = ("main", "fast", "words")
# What is taken for granted of replies nobody has seen: two in five state the fact; of the rest, two in five contradict
# it where nothing was asked, and one in four where something was, for there more is beside the point.
STATED, CONTRADICTED = 0.4, {"alone": 0.4, "asked": 0.25}
ANSWERS = 8
# The worth of each finding before a pair is seen; training moves it only as far as the pairs make it worth while.
STATES = {
    "coverageNew": 2, "exactNew": 1, "precisionNew": 0.5, "cosineTurned": 2, "fastTurned": 1, "contextNew": 2,
    "contextPrecisionNew": 1, "contextLeast": 1, "turned": -2, "oddTurns": -1, "otherValue": -2, "gap": -0.5,
    "substituted": -1, "nonAnswer": -1, "yesNo": -1,
}
# Where nothing is asked, one turned word or another in its place is decisive, however much else is met.
STATES_ALONE = STATES | {
    "oddTurns": -5, "coverageByTurned": -1, "otherValue": -4, "substituted": -2, "reversed": -2, "yesNo": -2,
}
CONTRADICTS = {
    "turned": 2, "oddTurns": 3, "reversed": 1, "otherValue": 2, "yesNo": 2, "substituted": 1, "coverageByTurned": 1,
    "nonAnswer": -1, "novelAsked": 1, "lengthAsked": 1, "cosineQuestionAsked": 1,
}
# The findings that can only speak for a statement, or only against it; those of neither list are left out.
FOR_STATES = """coverage exact coverageNew exactNew precision precisionNew cosine cosineBest cosineTurned fastCosine
    fastTurned contextRecall contextNew contextPrecision contextPrecisionNew contextLeast contextGain contextMean
    sentenceLeast sentenceBest agreedValue neighbours coverageByCosine lengthRatio evenTurns""".split()
AGAINST_STATES = """turned turnedNew opposite denied oddTurns oneSidedDenial yesNo otherValue missingValue gap
    substituted reversed unasserted nonAnswer brief coverageByTurned novel cosineQuestion echo""".split()
# The same for a contradiction, and the findings that may speak either way.
FOR_CONTRADICTS = """turned turnedNew opposite denied oddTurns oneSidedDenial yesNo otherValue substituted reversed
    coverageByTurned novel cosineQuestion cosine cosineBest length known contextPrecision precision""".split()
AGAINST_CONTRADICTS = "nonAnswer brief unasserted evenTurns agreedValue echo".split()
EITHER_CONTRADICTS = "missingValue gap coverageNew contextNew cosineTurned".split()
# How firmly weights are held to their worth: with few pairs firmly, with many loosely.
RIDGE = {"alone": 0.003, "asked": 0.03, "headed": 0.0003, "contradicts": 0.01}
# Findings of asked pairs have few pairs to learn from: held this many times as firmly.
ASKED_RIDGE = 30
# The share of each kind of pair in the loss of each model of stating.
SHARES = {
    "alone": {"alone": 0.85, "argument": 0.15},
    "asked": {"asked": 0.5, "alone": 0.4, "headed": 0.1},
    "headed": {"headed": 0.9, "alone": 0.1},
}


def features(pairs, tier, lab, model):
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder) / "in.tsv", pathlib.Path(folder) / "out.tsv"
        lines = ["fact\treply\tquestion"] + ["\t".join(p[:3]) for p in pairs]
        given.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [lab, "states", "--model", model, "--tier", tier, "--features", "--input", given, "--output", made]
        # Findings do not hang on the weights; an old file may name findings there no longer are.
        shutil.copy(FOLDER / "antonyms.txt", folder)
        (pathlib.Path(folder) / "facts.weights").write_text("")
        subprocess.run([*command, "--facts", folder], check=True)
        lines = made.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    rows = [[float(v) for v in line.split("\t")] if line.strip() else [0.0] * len(names) for line in lines[1:]]
    return names, np.array(rows)


def bounds(names, above, below, either=()):
    """For each finding, in any of its three columns, the least and the greatest weight it may have."""
    held = {**dict.fromkeys(above, (0, None)), **dict.fromkeys(below, (None, 0)), **dict.fromkeys(either, (None, None))}
    plain = [name.removesuffix("Asked").removesuffix("Headed") for name in names]
    return [(None, None) if name == "hasQuestion" else held.get(name, (0, 0)) for name in plain]


def fitted(numbers, truth, weights, prior, ridge, limits):
    """Logistic regression held near what is assumed, each weight as firmly as its ridge says. The bias comes first."""
    ones = np.hstack([np.ones((len(numbers), 1)), numbers])
    signs, prior, ridge = np.where(truth, 1, -1), np.array([0, *prior], float), np.array([0, *ridge], float)

    def loss(held):
        scores, away = ones @ held * signs, held - prior
        slope = -weights * signs / (1 + np.exp(np.clip(scores, -500, 500)))
        return (weights * np.logaddexp(0, -scores)).sum() + (ridge * away * away).sum() / 2, slope @ ones + ridge * away

    found = minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=[(None, None), *limits], options={"maxiter": 1500})
    return found.x


def balanced(truth, weights, share):
    """Weights that add up to one, `share` of it on what is true."""
    return np.where(truth, share * weights / weights[truth].sum(), (1 - share) * weights / weights[~truth].sum())


def states(model, names, numbers, pairs):
    """One model of stating: a weight for each finding that is measured of any pair."""
    truth, weights = pairs.labels == "states", np.zeros(len(pairs.labels))
    for kind, share in SHARES[model].items():
        some = pairs.kinds == kind
        weights[some] = share * balanced(truth[some], pairs.weights[some], STATED)
    used, worth = weights > 0, STATES_ALONE if model == "alone" else STATES
    prior = [worth.get(name, 0) for name in names]
    limits, ridge = bounds(names, FOR_STATES, AGAINST_STATES), [RIDGE[model]] * len(names)
    return fitted(numbers[used], truth[used], weights[used], prior, ridge, limits)


def contradicts(names, numbers, pairs):
    """The model of contradicting, of our own pairs that do not state the fact; half of it by those with a question."""
    used = (pairs.labels != "states") & np.isin(pairs.kinds, ("alone", "asked"))
    truth, weights, numbers = (pairs.labels == "contradicts")[used], np.zeros(used.sum()), numbers[used]
    for kind in ("alone", "asked"):
        some = pairs.kinds[used] == kind
        weights[some] = balanced(truth[some], pairs.weights[used][some], CONTRADICTED[kind]) / 2
    keep = [not name.endswith("Headed") and name != "hasHeading" for name in names]
    kept = [name for name, is_kept in zip(names, keep) if is_kept]
    firm = {name: RIDGE["contradicts"] * (ASKED_RIDGE if name.endswith("Asked") else 1) for name in kept}
    limits = bounds(kept, FOR_CONTRADICTS, AGAINST_CONTRADICTS, EITHER_CONTRADICTS)
    prior, ridge = [CONTRADICTS.get(name, 0) for name in kept], [firm[n] if n != "hasQuestion" else 0 for n in kept]
    found = fitted(numbers[:, keep], truth, weights, prior, ridge, limits)
    return np.concatenate([found[:1], np.insert(found[1:], np.cumsum(keep)[~np.array(keep)], 0)])


def trained(names, numbers, pairs):
    """Two rows of weights, bias first: states, and contradicts if it does not state."""
    measured = names[: names.index("coverageAsked")]
    size = len(measured)
    alone, asked, headed = (states(model, measured, numbers[:, :size], pairs) for model in SHARES)
    row = [alone, asked[1:] - alone[1:], headed[1:] - alone[1:], [asked[0] - alone[0], headed[0] - alone[0]]]
    return np.array([np.concatenate(row), contradicts(names, numbers, pairs)])


def written(by_tier):
    lines = ["# tier feature states contradicts; made by scoring/build/facts.py, do not edit"]
    for tier, (names, matrix) in by_tier.items():
        for place, name in enumerate(["bias", *names]):
            if name == "bias" or np.abs(matrix[:, place]).max() >= 0.0005:
                lines.append(f"{tier} {name} {matrix[0, place] + 0:.3f} {matrix[1, place] + 0:.3f}")
        lines.append(f"{tier} answers {ANSWERS} 0")
    return "\n".join(lines).replace("-0.000", "0.000") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, default=HERE.parent / "model")
    parser.add_argument("--lab", default=".build/release/language-lab")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    pairs, by_tier = fact_pairs.Pairs(fact_pairs.everything(FOLDER, given.data)), {}
    for tier in TIERS:
        names, numbers = features(pairs.texts, tier, given.lab, given.model)
        names, numbers = names[:-1], numbers[:, :-1]  # without "answers": no pair has any
        by_tier[tier] = names, trained(names, numbers, pairs)
    text, target = written(by_tier), FOLDER / "facts.weights"
    if given.check:
        sys.exit(0 if target.read_text(encoding="utf-8") == text else f"{target} comes out otherwise")
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
