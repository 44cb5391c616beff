#!/usr/bin/env python3
"""Makes what acts of service talk are heard by: scoring/acts/{agent,customer}.{main,fast}.tpm, branch.tpm, and figures.

    scoring/build/acts.py [--lab .build/release/language-lab] [--tier main|fast] [--check]

Kernel ridge regression on the examples of scoring/acts/*.tsv, one model a side and tier: nearness of meaning (the
encoder's vector) and of words (those the program itself counts). Each example's score without itself is exact and in
closed form, so every threshold is set without data of any kind kept apart. At the main tier three tenths of a score come
from the branch (branch.py), whose scores of the examples are of folds that never saw them. --check makes the files in a
temporary folder and compares them with those that are there, byte by byte. Another processor adds up the branch's
numbers otherwise: where main-tier files differ it is enough that the shares found and right are those that README.md
tells, to two in a hundred on the mean.
"""

import argparse
import collections
import filecmp
import pathlib
import re
import sys
import tempfile

import container
import materials

ACTS = pathlib.Path(__file__).resolve().parent.parent / "acts"
README = ACTS / "README.md"
FIGURES = re.compile("(?<=<!-- figures: begin -->\n).*(?=<!-- figures: end -->)", re.DOTALL)
HEADINGS = {"agent": "The side that serves", "customer": "Customers"}
LEEWAY = 0.02  # by which shares found and right may differ on another processor
SIDES = {
    "agent": ("refusing", "feeling", "fault", "owning", "safeguarding"),
    "customer": ("customer",),
}
TIERS = {"main": "minilm.tpm", "fast": "static.tpm"}
RIDGE = 0.1  # of nine values tried with five folds, the same for all acts and sides
FEWEST_WORDS = 3  # a word must stand in so many examples
FEWEST = 20  # an act with fewer examples is not learned
# Of recall in the F-measure that sets a threshold, squared beta. The branch leaves fewer false alarms, and the main tier
# finds more for it: as many of what it finds are right as without the branch at a quarter.
WEIGHT = {"main": 0.5, "fast": 0.25}
# By these somebody may fail outright, so a false alarm weighs as much as at the fast tier, and the branch, with which two
# auto-fail rules had one each on golden replies, has no part in them.
GRAVE = frozenset(
    "insult threat judgement asks-secret identity-check discloses protected-deed ends-contact secret-told".split())
SHARE = 0.3  # of the branch in a score of the main tier; of 0.3, 0.5, 0.6 and 0.7


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


def threshold(targets, scores, act, tier):
    """The score from which on what is heard is best: the F-measure in which precision weighs more than recall."""
    import numpy as np

    weight = WEIGHT["fast" if act in GRAVE else tier]
    order = np.argsort(-scores, kind="stable")
    right, heard = np.cumsum(targets[order]), np.arange(1, len(order) + 1)
    quality = (1 + weight) * right / (heard + weight * targets.sum())
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


def material(side):
    """Texts of a side, its acts, and for each text and act whether it makes it."""
    import numpy as np

    texts, labels = examples(side)
    acts = sorted(act for act, count in collections.Counter(a for each in labels for a in each).items() if count >= FEWEST)
    return texts, acts, np.array([[act in each for act in acts] for each in labels], float)


def branched(given):
    """The branch's file, and a side's probabilities of layers that never saw the text: (texts, acts)."""
    import numpy as np

    import branch

    parts = {side: material(side) for side in SIDES}
    texts = [text for part in parts.values() for text in part[0]]
    names = [f"{side}:{act}" for side, part in parts.items() for act in part[1]]
    targets, asked = np.zeros((len(texts), len(names))), np.zeros((len(texts), len(names)))
    places, row, column = {}, 0, 0
    for side, (own, acts, wanted) in parts.items():
        places[side] = slice(row, row + len(own)), slice(column, column + len(acts))
        targets[places[side]], asked[places[side]] = wanted, 1
        row, column = row + len(own), column + len(acts)
    tensors, apart = branch.learned(given, materials.minilm(materials.cache_folder()), texts, asked, targets)
    mark = container.vocabulary_mark(pathlib.Path(given.model, TIERS["main"]).read_bytes())
    return branch.pack(tensors, names, mark), {side: 1 / (1 + np.exp(-apart[place].astype(float))) for side, place in places.items()}


def made(side, tier, given, apart=None, mark=0):
    """One file's bytes, and for each act how many examples there are, how many are found, how many found are right.

    `apart` is the branch's part of the scores, `mark` the first bytes of its digest; none at the fast tier.
    """
    import numpy as np

    from tone_sources import counts, vectors

    texts, acts, targets = material(side)
    source = {"texts": texts, "contexts": [""] * len(texts)}
    names, rarity, rows = words(counts(given, "acts-" + side, source))
    whole = vectors(given, "acts-" + side, source, tier, "text")
    centre = whole.mean(axis=0).astype("<f4")
    moved = whole - centre
    bytes_, scale = whole_numbers(moved / np.linalg.norm(moved, axis=1, keepdims=True))
    used = bytes_.astype(float) * scale[:, None].astype(float)
    weights, mean, scores = learn(used, rows, targets)
    if apart is not None:
        share = np.array([0 if act in GRAVE else SHARE for act in acts])
        scores = share * apart + (1 - share) * scores
    steps = np.abs(weights).max(axis=0) / 32767
    columns = [np.flatnonzero(rows[:, index]) for index in range(len(names))]
    curve = np.array([[mean[i], *logistic(targets[:, i], scores[:, i]), threshold(targets[:, i], scores[:, i], act, tier)]
                      for i, act in enumerate(acts)], "<f4")
    sizes = container.Sizes(
        width=whole.shape[1], rows=len(texts), layers=len(acts), pieces=len(names),
        vocabulary_mark=container.vocabulary_mark(pathlib.Path(given.model, TIERS[tier]).read_bytes()), spare=mark)
    content = container.file_bytes(container.KERNEL, sizes, {
        1: bytes_, 2: scale, 3: centre, 4: "\n".join(names).encode(), 5: rarity,
        6: np.cumsum([0] + [len(column) for column in columns]).astype("<u4"),
        7: np.concatenate(columns).astype("<u2"),
        8: np.rint(np.concatenate([rows[column, index] for index, column in enumerate(columns)]) * 32767).astype("<i2"),
        9: np.rint(weights / steps).astype("<i2"), 10: steps.astype("<f4"), 11: "\n".join(acts).encode(), 12: curve,
    } | ({} if apart is None else {13: share.astype("<f4")}))
    return content, {act: shares(targets[:, i], scores[:, i], curve[i, 3]) for i, act in enumerate(acts)}


def shares(targets, scores, bound):
    heard = scores >= bound
    right = (heard & (targets > 0)).sum()
    return int(targets.sum()), float(right / targets.sum()), float(right / max(heard.sum(), 1))


def make(given, folder):
    """Writes the files of the tiers asked for; gives what is found of each act, by side and tier."""
    tiers = [given.tier] if given.tier else list(TIERS)
    found = {}
    if "main" in tiers:
        file, apart = branched(given)
        replace(folder / "branch.tpm", file)
    for side in SIDES:
        for tier in tiers:
            beside = (apart[side], container.vocabulary_mark(file)) if tier == "main" else (None, 0)
            content, found[side, tier] = made(side, tier, given, *beside)
            replace(folder / f"{side}.{tier}.tpm", content)
            print(f"{side}, {tier}: found {mean(found[side, tier], 1):.3f}, right {mean(found[side, tier], 2):.3f}", flush=True)
    return found


def replace(path, content):
    """Puts a whole new file in the place of one that a running program may have mapped."""
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)


def mean(figures, place):
    return sum(each[place] for each in figures.values()) / len(figures)


# -- The figures in README.md


def told():
    """What README.md tells of each act, by side and tier."""
    found = collections.defaultdict(dict)
    sections = re.split("|".join(HEADINGS.values()), FIGURES.search(README.read_text("utf-8")).group())[1:]
    for side, section in zip(HEADINGS, sections):
        for act, count, *numbers in re.findall(r"\| `([a-z-]+)` \| (\d+) " + r"\| ([\d.]+) " * 4, section):
            for place, tier in enumerate(TIERS):
                found[side, tier][act] = int(count), *map(float, numbers[2 * place : 2 * place + 2])
    return found


def tell(found):
    lines = []
    for side, heading in HEADINGS.items():
        lines += [f"{heading}, as `acts.py` finds them: examples; found and right at the main tier, at the fast tier.", ""]
        lines += ["| act | examples | " + " | ".join(f"found, {tier} | right, {tier}" for tier in TIERS) + " |", "|---" * 6 + "|"]
        for act, (count, *_) in found[side, "fast"].items():
            numbers = [f"{number:.2f}" for tier in TIERS for number in found[side, tier][act][1:]]
            lines.append(f"| `{act}` | {count} | " + " | ".join(numbers) + " |")
        means = [f"{mean(found[side, tier], place):.3f}" for tier in TIERS for place in (1, 2)]
        lines += ["| mean | | " + " | ".join(means) + " |", ""]
    README.write_text(FIGURES.sub(lambda _: "\n".join(lines[:-1]) + "\n", README.read_text("utf-8")), "utf-8")


def check(given):
    before = told()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        found = make(given, folder)
        files = sorted(path.name for path in folder.iterdir())
        other = [name for name in files if not filecmp.cmp(folder / name, ACTS / name, shallow=False)]
    far = [f"{side}, {tier}" for (side, tier), figures in found.items() for place in (1, 2)
           if abs(mean(figures, place) - mean(before[side, tier], place)) > LEEWAY]
    if far or any("fast" in name for name in other):
        sys.exit("come out otherwise: " + ", ".join(far or other))
    print(f"{len(files) - len(other)} of {len(files)} files come out the same to the byte")
    if other:
        print("found and right as README.md tells: " + ", ".join(other))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lab", default=".build/release/language-lab")
    parser.add_argument("--model", default=str(ACTS.parent / "model"))
    parser.add_argument("--tone", default=str(ACTS.parent / "tone"))
    parser.add_argument("--tier", choices=list(TIERS))
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    given.cache = materials.cache_folder() / "acts"
    given.cache.mkdir(parents=True, exist_ok=True)
    materials.run_inside(materials.cache_folder(), materials.HERE / "requirements-acts.txt")
    check(given) if given.check else tell(told() | make(given, ACTS))


if __name__ == "__main__":
    main()
