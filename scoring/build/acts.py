#!/usr/bin/env python3
"""Makes what acts of service talk are heard by: scoring/acts/{agent,customer}.{main,fast}.tpm.

    scoring/build/acts.py [--lab .build/release/language-lab] [--check]

Kernel ridge regression on the examples of scoring/acts/*.tsv, one model a side and tier: nearness of meaning (the
encoder's vector) and of words (those the program itself counts). Each example's score without itself is exact and in
closed form, so every threshold is set without data of any kind kept apart. --check makes the files in a temporary
folder and compares them, byte by byte, with those that are there.
"""

import argparse
import collections
import filecmp
import pathlib
import sys
import tempfile

import container
import materials

ACTS = pathlib.Path(__file__).resolve().parent.parent / "acts"
SIDES = {
    "agent": ("refusing", "feeling", "fault", "owning", "safeguarding"),
    "customer": ("customer",),
}
TIERS = {"main": "minilm.tpm", "fast": "static.tpm"}
RIDGE = 0.1  # of nine values tried with five folds, the same for all acts and sides
FEWEST_WORDS = 3  # a word must stand in so many examples
FEWEST = 20  # an act with fewer examples is not learned
WEIGHT = 0.25  # of recall in the F-measure that sets a threshold: F 0.5


def examples(side):
    """Texts and the acts of each, in the order of the files."""
    texts, labels = [], []
    for group in SIDES[side]:
        for number, line in enumerate(open(ACTS / f"{group}.tsv", encoding="utf-8"), 1):
            if line.startswith("#"):
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 2 or not fields[1].strip():
                sys.exit(f"scoring/acts/{group}.tsv:{number}: not acts, a tab and a text")
            texts.append(fields[1])
            labels.append({act for act in fields[0].split(",") if act != "none"})
    return texts, labels


def words(counts):
    """Names, rarity and rows of length one of the words, cues and measures counted in each text."""
    import numpy as np

    seen = collections.Counter(name for row in counts for name in row if name.split(":")[0] in ("w", "c", "cn", "m"))
    names = sorted(name for name, count in seen.items() if count >= FEWEST_WORDS)
    rarity = {name: np.float32(np.log(len(counts) / seen[name])) for name in names}
    place = {name: index for index, name in enumerate(names)}
    rows = np.zeros((len(counts), len(names)))
    for index, row in enumerate(counts):
        for name, value in row.items():
            if name in place:
                rows[index, place[name]] = value * float(rarity[name])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-12
    return names, np.array([rarity[name] for name in names], "<f4"), rows


def whole_numbers(rows):
    """Rows in eight bits, each with its own scale."""
    import numpy as np

    scale = np.abs(rows).max(axis=1) / 127
    return np.rint(rows / scale[:, None]).astype("<i1"), scale.astype("<f4")


def learn(vectors, rows, targets):
    """Weights by example and act, and each example's score from all the others."""
    import numpy as np

    from scipy.linalg import lapack
    from scipy.sparse import csr_array

    # In place, for the matrix has a place for every two examples; its transpose is itself, and as LAPACK wants it.
    worded = csr_array(rows)
    near = vectors @ vectors.T
    near += (worded @ worded.T).toarray()
    near -= 2
    np.exp(near, out=near)
    near[np.diag_indices_from(near)] += RIDGE
    inverse, _ = lapack.dpotri(lapack.dpotrf(near.T, overwrite_a=True)[0], overwrite_c=True)
    inverse += np.triu(inverse, 1).T
    mean = targets.mean(axis=0)
    weights = inverse @ (targets - mean)
    return weights, mean, targets - weights / np.diag(inverse)[:, None]


def threshold(targets, scores):
    """The score from which on what is heard is best: the F-measure in which precision weighs more than recall."""
    import numpy as np

    order = np.argsort(-scores, kind="stable")
    right, heard = np.cumsum(targets[order]), np.arange(1, len(order) + 1)
    quality = (1 + WEIGHT) * right / (heard + WEIGHT * targets.sum())
    return scores[order[quality.argmax()]]


def logistic(targets, scores):
    """Platt's curve through the scores: slope and shift, by Newton's method with a light pull towards zero."""
    import numpy as np

    slope, shift = 8.0, -4.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(slope * scores + shift)))
        bend, slack = p * (1 - p), p - targets
        first = np.array([(slack * scores).sum() + 1e-2 * slope, slack.sum()])
        second = np.array([[(bend * scores ** 2).sum() + 1e-2, (bend * scores).sum()],
                           [(bend * scores).sum(), bend.sum() + 1e-6]])
        step = np.clip(np.linalg.solve(second, first), -5, 5)
        slope, shift = slope - step[0], shift - step[1]
    return slope, shift


def made(side, tier, given):
    """One file's bytes and a line for each act: how often, how surely found."""
    import numpy as np

    from tone_sources import counts, vectors

    texts, labels = examples(side)
    source = {"texts": texts, "contexts": [""] * len(texts)}
    acts = sorted(act for act, count in collections.Counter(a for each in labels for a in each).items() if count >= FEWEST)
    targets = np.array([[act in each for act in acts] for each in labels], float)
    names, rarity, rows = words(counts(given, "acts-" + side, source))
    whole = vectors(given, "acts-" + side, source, tier, "text")
    centre = whole.mean(axis=0).astype("<f4")
    moved = whole - centre
    bytes_, scale = whole_numbers(moved / np.linalg.norm(moved, axis=1, keepdims=True))
    used = bytes_.astype(float) * scale[:, None].astype(float)
    weights, mean, scores = learn(used, rows, targets)
    steps = np.abs(weights).max(axis=0) / 32767
    columns = [np.flatnonzero(rows[:, index]) for index in range(len(names))]
    curve = np.array([[mean[i], *logistic(targets[:, i], scores[:, i]), threshold(targets[:, i], scores[:, i])]
                      for i in range(len(acts))], "<f4")
    sizes = container.Sizes(
        width=whole.shape[1], rows=len(texts), layers=len(acts), pieces=len(names),
        vocabulary_mark=container.vocabulary_mark(pathlib.Path(given.model, TIERS[tier]).read_bytes()))
    content = container.file_bytes(container.KERNEL, sizes, {
        1: bytes_, 2: scale, 3: centre, 4: "\n".join(names).encode(), 5: rarity,
        6: np.cumsum([0] + [len(column) for column in columns]).astype("<u4"),
        7: np.concatenate(columns).astype("<u2"),
        8: np.rint(np.concatenate([rows[column, index] for index, column in enumerate(columns)]) * 32767).astype("<i2"),
        9: np.rint(weights / steps).astype("<i2"), 10: steps.astype("<f4"), 11: "\n".join(acts).encode(), 12: curve,
    })
    found = [report(act, targets[:, i], scores[:, i], curve[i, 3]) for i, act in enumerate(acts)]
    return content, [f"{side}, {tier}: {len(texts)} examples"] + found


def report(act, targets, scores, bound):
    heard = scores >= bound
    right = (heard & (targets > 0)).sum()
    return f"  {act:22s} {int(targets.sum()):4d} examples, found {right / targets.sum():.2f}, right {right / max(heard.sum(), 1):.2f}"


def make(given, folder):
    for side in SIDES:
        for tier in TIERS:
            content, lines = made(side, tier, given)
            (folder / f"{side}.{tier}.tpm").write_bytes(content)
            print("\n".join(lines))


def check(given):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        make(given, folder)
        files = sorted(path.name for path in folder.iterdir())
        other = [name for name in files if not filecmp.cmp(folder / name, ACTS / name, shallow=False)]
    if other:
        sys.exit("come out otherwise: " + ", ".join(other))
    print(f"{len(files)} files come out the same to the byte")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lab", default=".build/release/language-lab")
    parser.add_argument("--model", default=str(ACTS.parent / "model"))
    parser.add_argument("--tone", default=str(ACTS.parent / "tone"))
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    given.cache = materials.cache_folder() / "acts"
    given.cache.mkdir(parents=True, exist_ok=True)
    materials.run_inside(materials.cache_folder())
    check(given) if given.check else make(given, ACTS)


if __name__ == "__main__":
    main()
