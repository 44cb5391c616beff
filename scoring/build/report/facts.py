#!/usr/bin/env python3
"""How well facts are judged, on public sets that nothing was trained on: prints a table and writes it as TSV.

    scoring/build/report/facts.py --program "PATH states" [--data ../shared/data] [--tiers main,fast,words] [--out FILE]

"as it is" is the program's batch interface with the bundled weights, which have seen nothing of SciEntsBank and Beetle.
They have seen ArgKP: there "topics held out" makes the weights anew without the topics that are judged. "trained here"
fits a logistic regression on the program's features, and the baseline one on TF-IDF, on the folds' other questions or
topics: neither is shipped.
"answers" gives the program three or five good and as many not-quite answers of each question, and judges the rest.
Needs numpy, scipy and scikit-learn.
"""

import argparse
import collections
import importlib
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import fact_pairs

# This file has the same name: the folder above comes first in the path.
learning = importlib.import_module("facts")

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = f"{ROOT}/.build/release/language-lab states --model {ROOT}/scoring/model --facts {ROOT}/scoring/facts"
SEEDS = (0, 1, 2)
FOLDS = 5
VERDICTS = {"correct": "states", "contradictory": "contradicts", "incorrect": "silent", "1": "states", "0": "silent"}
Row = collections.namedtuple("Row", "fact reply question good not_quite truth group", defaults=("", ""))


def table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


def answers(path):
    return [Row(r["refs"], r["text"], r["question"], "", "", VERDICTS[r["label"]], r["qid"]) for r in table(path)]


def key_points(path):
    return [
        Row(r["key_point"], r["argument"], r["topic"], "", "", VERDICTS[r["label"]], r["topic"]) for r in table(path)
    ]


def sets(data):
    folder = data / "keypoints"
    return {
        "SciEntsBank": answers(folder / "sciEntsBank_3way_train.tsv"),
        "Beetle": answers(folder / "beetle_3way_train.tsv"),
        "ArgKP": key_points(folder / "argkp_train.tsv"),
    }


def run(rows, given, tier, *flags):
    """The program's output for the rows, as header and fields."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "in.tsv", pathlib.Path(folder) / "out.tsv"
        lines = ["\t".join(Row._fields[:5])] + ["\t".join(row[:5]) for row in rows]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [*shlex.split(given.program), "--tier", tier, *flags, "--input", source, "--output", target]
        subprocess.run(command, check=True)
        lines = target.read_text(encoding="utf-8").splitlines()
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


def figures(truth, said, score):
    """Macro-F1 over the verdicts there are, average precision and area under the curve of "states"."""
    labels = sorted(set(truth))
    stated = truth == "states"
    return (
        f1_score(truth, said, labels=labels, average="macro"),
        average_precision_score(stated, score),
        roc_auc_score(stated, score),
    )


def as_it_is(rows, given, tier):
    _, out = run(rows, given, tier)
    said = np.array([line[0] for line in out])
    return figures(np.array([r.truth for r in rows]), said, np.array([float(line[1] or 0) for line in out]))


def folded(rows, numbers):
    """Means over seeds of a logistic regression whose test questions are never among its training questions."""
    truth, groups = np.array([r.truth for r in rows]), np.array([r.group for r in rows])
    found = []
    for seed in SEEDS:
        shares = np.zeros((len(rows), len(set(truth))))
        for train, test in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(truth, truth, groups):
            made = LogisticRegression(C=1, max_iter=3000, class_weight="balanced").fit(numbers[train], truth[train])
            shares[test] = made.predict_proba(numbers[test])
        said = made.classes_[shares.argmax(1)]
        found.append(figures(truth, said, shares[:, list(made.classes_).index("states")]))
    return np.mean(found, axis=0)


def topics_held_out(rows, given, tier):
    """ArgKP by weights that scoring/build/facts.py would have made without the topics of the fold."""
    made = fact_pairs.everything(ROOT / "scoring" / "facts", given.data)
    header, out = run([Row(p.fact, p.reply, p.question, "", "") for p in made], given, tier, "--features")
    names, numbers, pairs = header[:-1], as_numbers(header, out)[:, :-1], fact_pairs.Pairs(made)
    truth, groups, shares = np.array([r.truth for r in rows]), np.array([r.group for r in rows]), np.zeros((len(rows), 2))
    judged = np.flatnonzero(pairs.kinds == "headed")
    for _, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(truth, truth, groups):
        kept = ~np.isin(pairs.topics, groups[test])
        weights = learning.trained(names, numbers[kept], pairs.only(kept))
        ones = np.hstack([np.ones((len(test), 1)), numbers[judged[test]]])
        shares[test] = 1 / (1 + np.exp(-ones @ weights.T))
    states, contradicts = shares[:, 0], (1 - shares[:, 0]) * shares[:, 1]
    verdicts = np.array(["states", "contradicts", "silent"])
    said = verdicts[np.argmax([states, contradicts, 1 - states - contradicts], axis=0)]
    return figures(truth, said, states)


def as_numbers(header, out):
    return np.array([[float(v) for v in line] if len(line) == len(header) else [0.0] * len(header) for line in out])


def features(rows, given, tier):
    return as_numbers(*run(rows, given, tier, "--features"))


def tf_idf(rows):
    """Word vectors of fact and reply, their product and their cosine; the vocabulary is of all texts, unlabelled."""
    made = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    made.fit([r.reply for r in rows] + [r.fact for r in rows])
    fact, reply = made.transform([r.fact for r in rows]), made.transform([r.reply for r in rows])
    product = fact.multiply(reply)
    return hstack([fact, reply, product, product.sum(1)]).tocsr()


def with_answers(rows, count, seed):
    """Rows left after taking five good and five other answers of each question; `count` of each are given."""
    draw, by_group, left = np.random.default_rng(seed), collections.defaultdict(list), []
    for row in rows:
        by_group[row.group].append(row)
    for _, group in sorted(by_group.items()):
        group = [group[i] for i in draw.permutation(len(group))]
        good = [r for r in group if r.truth == "states"][:5]
        other = [r for r in group if r.truth != "states"][:5]
        taken = {id(r) for r in good + other}
        given = {
            "good": " || ".join(r.reply for r in good[:count]),
            "not_quite": " || ".join(r.reply for r in other[:count]),
        }
        left += [r._replace(**given) for r in group if id(r) not in taken]
    return left


def lines(given):
    for name, rows in sets(given.data).items():
        yield name, "TF-IDF + logistic regression, trained here", folded(rows, tf_idf(rows))
        for tier in given.tiers.split(","):
            if name == "ArgKP":
                yield name, f"{tier}, topics held out", topics_held_out(rows, given, tier)
            else:
                yield name, f"{tier}, as it is", as_it_is(rows, given, tier)
            yield name, f"{tier}, trained here", folded(rows, features(rows, given, tier))
        if name == "SciEntsBank":
            for count in (0, 3, 5):
                drawn = [as_it_is(with_answers(rows, count, seed), given, "fast") for seed in SEEDS]
                yield name, f"fast, as it is, {count} answers of each kind", np.mean(drawn, axis=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=PROGRAM, help="what judges a table; must know --features")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--tiers", default="main,fast,words")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / ".build" / "facts-figures.tsv")
    given = parser.parse_args()
    out = ["set\tmethod\tmacro_f1\taverage_precision\tauroc"]
    for name, method, found in lines(given):
        print(f"{name:12} {method:44} F1 {found[0]:.3f}  AP {found[1]:.3f}  AUROC {found[2]:.3f}", flush=True)
        out.append("\t".join([name, method, *(f"{number:.4f}" for number in found)]))
    given.out.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
