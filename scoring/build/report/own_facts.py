"""Facts in agents' replies written for this project for testing alone (own-facts.tsv), through the batch interface.

    own_facts.py --program "PATH states" [--out FILE]

Made to be hard: what states a fact avoids its words, what is silent keeps some of them. No row may be learned from.
"""

import argparse
import pathlib
import shlex
import subprocess
import tempfile

import numpy as np
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

import figures

PAIRS = pathlib.Path(__file__).resolve().parent / "own-facts.tsv"
TASK = "Own agents' replies, hard on purpose, none learned from"
VERDICTS = ("states", "contradicts", "silent")


def rows(path):
    header, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [dict(zip(header, line)) for line in lines]


def measure(program, tier):
    truth = np.array([row["verdict"] for row in rows(PAIRS)])
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.tsv"
        subprocess.run([*shlex.split(program), "--tier", tier, "--input", PAIRS, "--output", out], check=True)
        found = rows(out)
    said, score = [row["verdict"] for row in found], [float(row["score"]) for row in found]
    by_class = f1_score(truth, said, labels=VERDICTS, average=None)
    return {
        "macro_f1": by_class.mean(),
        "average_precision": average_precision_score(truth == "states", score),
        "auroc": roc_auc_score(truth == "states", score),
        **{f"F1 of {name}": value for name, value in zip(VERDICTS, by_class)},
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    kept = figures.Kept(None)
    for tier in ("main", "fast", "phrase"):
        kept.measured("", TASK, tier, 0, lambda: measure(options.program, tier))
    if options.out:
        kept.write(options.out)


if __name__ == "__main__":
    main()
