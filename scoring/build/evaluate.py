"""How good are sentence vectors? Few-shot accuracy on public sets that nothing here was trained on.

Draws from BANKING77's training part (tests on the rest of it) and from CLINC150 (validation as
test), three seeds, multinomial logistic regression with C = 20 on unit vectors, as the model card
tells. The data folder is given on the command line; none of it goes into a model.
"""

import collections
import pathlib

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

SEEDS = (0, 1, 2)


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        head, *rows = (line.rstrip("\n").split("\t") for line in file)
    return [dict(zip(head, row)) for row in rows]


def banking(folder):
    rows = rows_of(pathlib.Path(folder) / "moves" / "banking77_train.tsv")
    return [r["text"] for r in rows], np.array([r["label"] for r in rows])


def clinc(folder):
    rows = rows_of(pathlib.Path(folder) / "moves" / "clinc150_train_val.tsv")
    return [r["text"] for r in rows], np.array([r["label"] for r in rows]), np.array([r["split"] for r in rows])


def drawn(labels, among, count, seed):
    """Indices of `count` examples a label, drawn from the indices `among`."""
    generator = np.random.default_rng(seed)
    by_label = collections.defaultdict(list)
    for i in among:
        by_label[labels[i]].append(i)
    return np.concatenate([generator.permutation(by_label[label])[:count] for label in sorted(by_label)])


def fitted(vectors, labels):
    return LogisticRegression(C=20, max_iter=400).fit(vectors, labels)


def banking_accuracy(vectors, labels, count):
    """Mean accuracy over the seeds, on every sentence that was not drawn."""
    scores = []
    for seed in SEEDS:
        train = drawn(labels, range(len(labels)), count, seed)
        test = np.setdiff1d(np.arange(len(labels)), train)
        scores.append((fitted(vectors[train], labels[train]).predict(vectors[test]) == labels[test]).mean())
    return float(np.mean(scores))


def clinc_scores(vectors, labels, splits, count=10):
    """Accuracy on the validation part, and how well the largest probability tells out-of-scope."""
    inside, outside = np.flatnonzero(splits == "val"), np.flatnonzero(labels == "oos")
    accuracy, area = [], []
    for seed in SEEDS:
        train = drawn(labels, np.flatnonzero(splits == "train"), count, seed)
        model = fitted(vectors[train], labels[train])
        sure = model.predict_proba(vectors[np.concatenate([inside, outside])])
        right = model.classes_[sure[: len(inside)].argmax(1)] == labels[inside]
        truth = np.arange(len(sure)) < len(inside)
        accuracy.append(right.mean())
        area.append(roc_auc_score(truth, sure.max(1)))
    return float(np.mean(accuracy)), float(np.mean(area))


def report(name, encode, folder):
    """Prints one line of figures for `encode`, a function from texts to unit vectors."""
    texts, labels = banking(folder)
    vectors = encode(texts)
    five, ten = (banking_accuracy(vectors, labels, count) for count in (5, 10))
    texts, labels, splits = clinc(folder)
    accuracy, area = clinc_scores(encode(texts), labels, splits)
    print(f"{name:28} BANKING77 {five:.4f} / {ten:.4f}   CLINC150 {accuracy:.4f}   out of scope {area:.4f}", flush=True)
    return {"banking5": five, "banking10": ten, "clinc10": accuracy, "outside": area}
