"""Facts in replies written for this project for testing alone (own-facts), through the batch interface.

    own_facts.py --program "PATH states" [--out FILE]

`natural` is what ten people say to one question, right, half right and wrong, as it comes. `hard` and `agents.tsv` are
made to mislead: what states a fact avoids its words, what is silent keeps some of them. No row may be learned from.
"""

import argparse
import pathlib
import shlex
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

import figures

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import fact_pairs  # noqa: E402

FOLDER = HERE / "own-facts"
VERDICTS = ("states", "contradicts", "silent")


def table(path):
    header, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [dict(zip(header, line)) for line in lines]


def blocks(folder):
    """A row a reply; a fact in two wordings has both."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        wordings = []
        for block in fact_pairs.read_blocks(path):
            wordings.append(block.fact)
            fact, question = " || ".join(wordings), block.question
            for mark, reply in block.replies:
                verdict = fact_pairs.MARKS[mark]
                found.append({"fact": fact, "question": question, "reply": reply, "verdict": verdict})
            if block.replies:
                wordings = []
    return found


def tasks():
    return {
        "Own natural answers, none learned from": blocks(FOLDER / "natural"),
        "Own answers, hard on purpose, none learned from": blocks(FOLDER / "hard"),
        "Own agents' replies, hard on purpose, none learned from": table(FOLDER / "agents.tsv"),
    }


def measure(rows, program, tier):
    truth = np.array([row["verdict"] for row in rows])
    with tempfile.TemporaryDirectory() as folder:
        given, out = pathlib.Path(folder) / "in.tsv", pathlib.Path(folder) / "out.tsv"
        lines = ["\t".join((row["fact"], row["reply"], row.get("question", ""))) for row in rows]
        given.write_text("\n".join(["fact\treply\tquestion", *lines]) + "\n", encoding="utf-8")
        subprocess.run([*shlex.split(program), "--tier", tier, "--input", given, "--output", out], check=True)
        found = table(out)
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
    for task, rows in tasks().items():
        for tier in ("main", "fast", "phrase"):
            kept.measured("", task, tier, 0, lambda: measure(rows, options.program, tier))
    if options.out:
        kept.write(options.out)


if __name__ == "__main__":
    main()
