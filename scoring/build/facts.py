#!/usr/bin/env python3
"""Makes scoring/facts/facts.weights: how much each finding about a fact and a reply counts, by tier.

    scoring/build/facts.py --data FOLDER --model scoring/model [--lab .build/release/language-lab] [--check]

Trained on this project's own pairs (scoring/facts/authored.tsv), on edits of them, and on pairs of banking and
assistant queries (BANKING77, CC BY 4.0; CLINC150, CC BY 3.0) that do or do not mean the same. Features come from the
Swift program itself, so there is one way to make them. Signs are held to what each finding can mean: a word in
common never speaks against a fact, a denial never for it. --check compares with the file instead of writing it.
Needs numpy and scipy.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np
from scipy.optimize import minimize

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent / "facts"
TIERS = ("main", "fast", "words")
PAIRS = 1500  # of queries, for each of the two sets
RIDGE = 0.03
# What each finding is worth before a pair is seen, and the sign it is held to. Training moves it only as far as the
# pairs make it worth while. First: does the reply speak of the fact at all? The new words covered and the meaning
# beside the question, in equal shares. Then: if it does, does it turn the fact round?
ENGAGES = {
    "coverageNew": (3, 1), "exactNew": (1.5, 1), "cosineTurned": (3, 1), "fastTurned": (1.5, 1),
    "precisionNew": (1, 1), "neighbours": (0.3, 1), "missingValue": (-0.5, -1), "agreedValue": (0.5, 1),
    "unasserted": (-0.5, -1), "brief": (-0.3, -1), "otherValue": (0.3, 1),
}
TURNS = {
    "turned": (1, 1), "turnedNew": (1, 1), "opposite": (1, 1), "denied": (0.5, 1), "oneSidedDenial": (0.3, 1),
    "otherValue": (3, 1), "agreedValue": (-1, -1), "coverageByTurned": (2.5, 1), "coverageNew": (-1, -1),
    "cosineTurned": (-1, -1),
}


def table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


def authored():
    """Our own pairs, the same facts with other facts' replies, and stated replies turned by an edit."""
    rows = table(FOLDER / "authored.tsv")
    pick = random.Random(1)
    pairs = [(r["fact"], r["reply"], r["question"], r["verdict"], 1.0) for r in rows]
    for row in rows:
        other = pick.choice(rows)
        if other["fact"] != row["fact"]:
            pairs.append((row["fact"], other["reply"], row["question"], "silent", 0.3))
    for row in rows:
        if row["verdict"] == "states":
            pairs.append((row["fact"], "It is not true that " + lowered(row["fact"]), row["question"], "contradicts", 0.3))
            pairs.append((row["fact"], longer(row, pick, rows), row["question"], "states", 0.5))
    for fact, question in sorted({(r["fact"], r["question"]) for r in rows}):
        pairs.append((fact, fact + ".", question, "states", 1.0))
        words = fact.split()
        pairs.append((fact, " ".join(words[: len(words) // 2]), question, "silent", 0.5))
        if question:
            pairs.append((fact, question, question, "silent", 0.5))
    return pairs


def lowered(text):
    return text if text.startswith("I ") else text[0].lower() + text[1:]


def longer(row, pick, rows):
    """A stated reply between two sentences that have nothing to do with it."""
    before, after = (pick.choice(rows)["reply"] for _ in range(2))
    return " ".join((before, row["reply"], after))


def queries(data, name, text, label):
    """Pairs of queries of one intent, and as many of two: half of those with words in common."""
    rows = [(r[text], r[label]) for r in table(data / "moves" / name) if r[label] != "oos"]
    pick = random.Random(2)
    by_label = {}
    for row in rows:
        by_label.setdefault(row[1], []).append(row[0])
    pairs = []
    for _ in range(PAIRS):
        one, intent = pick.choice(rows)
        pairs.append((one, pick.choice(by_label[intent]), "", "states", 0.15))
        others = [pick.choice(rows) for _ in range(40)]
        others = [other for other, its in others if its != intent]
        shared = lambda other: len(set(one.lower().split()) & set(other.lower().split()))
        pairs.append((one, max(others, key=shared) if pick.random() < 0.5 else others[0], "", "silent", 0.15))
    return [p for p in pairs if p[0] != p[1]]


def features(pairs, tier, lab, model):
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder) / "in.tsv", pathlib.Path(folder) / "out.tsv"
        lines = ["fact\treply\tquestion"] + ["\t".join(p[:3]) for p in pairs]
        given.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [lab, "states", "--model", model, "--tier", tier, "--features", "--input", given, "--output", made]
        subprocess.run([*command, "--facts", FOLDER], check=True)
        lines = made.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    rows = [[float(v) for v in line.split("\t")] if line.strip() else [0.0] * len(names) for line in lines[1:]]
    return names, np.array(rows)


def fitted(names, numbers, truth, weights, worth, ridge):
    """Logistic regression held near what is assumed; both answers count alike. The bias comes first."""
    ones = np.hstack([np.ones((len(numbers), 1)), numbers])
    weights = weights / np.where(truth, weights[truth].sum(), weights[~truth].sum()) / 2
    prior = np.array([0, *(worth.get(name, (0, 0))[0] for name in names)], float)
    signs = [None, *(worth.get(name, (0, 0))[1] for name in names)]
    limits = [{None: (None, None), 1: (0, None), -1: (None, 0), 0: (0, 0)}[sign] for sign in signs]

    def loss(held):
        scores = ones @ held * np.where(truth, 1, -1)
        away = np.where(np.arange(len(held)) > 0, held - prior, 0)
        slope = -weights * np.where(truth, 1, -1) / (1 + np.exp(np.clip(scores, -500, 500)))
        return (weights * np.logaddexp(0, -scores)).sum() + ridge / 2 * away @ away, slope @ ones + ridge * away

    return minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=limits, options={"maxiter": 2000}).x


def trained(names, numbers, labels, weights, ridge=RIDGE):
    """Two rows of weights: speaks of the fact at all, and turns it round if it does."""
    speaks, turns = labels != "silent", labels == "contradicts"
    first = fitted(names, numbers, speaks, weights, ENGAGES, ridge)
    second = fitted(names, numbers[speaks], turns[speaks], weights[speaks], TURNS, ridge)
    return np.array([first, second])


def pairs_of(data):
    pairs = authored()
    pairs += queries(data, "banking77_train.tsv", "text", "label")
    return pairs + queries(data, "clinc150_train_val.tsv", "text", "label")


def written(by_tier):
    lines = ["# tier feature speaks turns; made by scoring/build/facts.py, do not edit"]
    for tier, (names, matrix) in by_tier.items():
        for place, name in enumerate(["bias", *names]):
            if name != "answers" and (name == "bias" or matrix[:, place].any()):
                lines.append(f"{tier} {name} {matrix[0, place] + 0:.3f} {matrix[1, place] + 0:.3f}")
        lines.append(f"{tier} answers {ANSWERS} 0")
    return "\n".join(lines) + "\n"


ANSWERS = 8


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, default=HERE.parent / "model")
    parser.add_argument("--lab", default=".build/release/language-lab")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    pairs = pairs_of(given.data)
    labels, weights = np.array([p[3] for p in pairs]), np.array([p[4] for p in pairs])
    by_tier = {}
    for tier in TIERS:
        names, numbers = features(pairs, tier, given.lab, given.model)
        by_tier[tier] = names, trained(names, numbers, labels, weights)
    text, target = written(by_tier), FOLDER / "facts.weights"
    if given.check:
        sys.exit(0 if target.read_text(encoding="utf-8") == text else f"{target} comes out otherwise")
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
