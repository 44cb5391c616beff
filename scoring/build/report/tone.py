"""How well tone is read: trains on a part, runs the program on the rest through its batch interface, prints a table.

    python3 scoring/build/report/tone.py --data DATA --lab .build/release/language-lab --cache CACHE [--seeds 3]

Splits: by text (politeness, empathy, ownership, hostility, sentiment) or by context (the authored replies). Beside every
figure stands TF-IDF with a linear model on the same split, and what the number of words alone gives.
"""

import argparse
import os
import re
import subprocess
import sys

import numpy as np
from scipy.stats import rankdata, spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
import tone  # noqa: E402


def partial(a, b, length):
    """Spearman of a and b beyond length."""
    r = np.corrcoef([rankdata(a), rankdata(b), rankdata(length)])
    left = (1 - r[0, 2] ** 2) * (1 - r[1, 2] ** 2)
    return (r[0, 1] - r[0, 2] * r[1, 2]) / np.sqrt(left) if left > 1e-9 else 0.0


def spearman(a, b):
    return spearmanr(a, b)[0]


def words(texts):
    return np.array([len(text.split()) for text in texts])


def parts(keys, seed, share=0.2):
    """True for the rows to test on: a fifth of the keys."""
    unique = sorted(set(keys))
    drawn = np.random.default_rng(seed).permutation(len(unique))[: int(len(unique) * share)]
    chosen = {unique[i] for i in drawn}
    return np.array([key in chosen for key in keys])


def read(arguments, texts, contexts, tier, folder):
    """The program's signals for some texts: {name: values}."""
    path = os.path.join(arguments.cache, "report.in.tsv")
    tone.write(path, ["text\tcontext"] + [a + "\t" + b for a, b in zip(texts, contexts)])
    subprocess.run([arguments.lab, "tone", "--model", arguments.model, "--weights", folder, "--tier", tier,
                    "--input", path, "--output", path + ".out"], check=True)
    table = tone.rows(path + ".out")
    return {name: np.array([float(row[name]) for row in table]) for name in table[0]}


def folder(arguments):
    """A folder with the word lists, whose weights the report learns anew."""
    made = os.path.join(arguments.cache, "report-weights")
    os.makedirs(os.path.join(made, "signals"), exist_ok=True)
    for name in ("cues.txt", "valence.tsv", "boosters.tsv", "common-words.txt"):
        with open(os.path.join(tone.TONE, name), "rb") as source, open(os.path.join(made, name), "wb") as target:
            target.write(source.read())
    return made


def baseline(train, wanted, test, classes=False):
    """TF-IDF and a linear model: the scores of the test texts."""
    vectoriser = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    matrix, other = vectoriser.fit_transform(train), vectoriser.transform(test)
    if classes:
        return LogisticRegression(C=3, max_iter=2000).fit(matrix, wanted).decision_function(other)
    return Ridge(alpha=1).fit(matrix, wanted).predict(other)


class Report:
    """Figures by task, seed by seed."""

    def __init__(self, arguments, loaded):
        self.arguments, self.loaded, self.figures = arguments, loaded, {}
        self.where = folder(arguments)

    def note(self, task, tier, figure):
        self.figures.setdefault((task, tier), []).append(figure)
        print(f"{task}\t{tier}\t{figure:.3f}", file=sys.stderr, flush=True)

    def held_out(self, signal, source, target, measures, seed, keys, classes=False):
        """Learns without the test part and measures every tier on it, TF-IDF and length beside."""
        data = self.loaded[source]
        test = parts(keys, seed)
        tone.train(self.loaded, {source: ~test}, self.where, only={signal})
        index, rest = np.flatnonzero(test), np.flatnonzero(~test)
        texts = [data["texts"][i] for i in index]
        wanted = data[target][index]
        for tier in ("words", "fast", "main"):
            if tier != "words" and data[tier] is None:
                continue
            scores = read(self.arguments, texts, [data["contexts"][i] for i in index], tier, self.where)[signal]
            for task, measure in measures.items():
                self.note(task, tier, measure(scores, wanted, words(texts)))
        plain = baseline([data["texts"][i] for i in rest], data[target][rest], texts, classes)
        for task, measure in measures.items():
            self.note(task, "tf-idf", measure(plain, wanted, words(texts)))
            self.note(task, "length", measure(words(texts) + 0.0, wanted, words(texts)))

    def table(self):
        tiers = ["length", "tf-idf", "words", "fast", "main"]
        tasks = list(dict.fromkeys(task for task, _ in self.figures))
        lines = ["task\t" + "\t".join(tiers)]
        for task in tasks:
            cells = [self.figures.get((task, tier)) for tier in tiers]
            lines.append(task + "\t" + "\t".join("" if c is None else f"{np.nanmean(c):.3f}" for c in cells))
        return lines


def quartiles(train_scores):
    """Accuracy among the quarters rated most and least polite: above or below the middle of the scale."""
    low, high = np.quantile(train_scores, [0.25, 0.75])

    def measure(scores, wanted, _):
        ends = (wanted <= low) | (wanted >= high)
        middle = 0.5 if 0 <= scores.min() and scores.max() <= 1 else np.median(scores)
        return np.mean((scores[ends] > middle) == (wanted[ends] >= high))

    return measure


def auc(scores, wanted, _):
    return roc_auc_score(wanted > 0, scores)


def rank(scores, wanted, _):
    return spearman(scores, wanted)


def beyond(scores, wanted, length):
    return partial(scores, wanted, length)


QUARTERS = "most and least rated quarter, accuracy"
BEYOND = {"Spearman": rank, "Spearman beyond length": beyond}
CLASSES = {"AUROC": auc}
TASKS = [
    ("politeness", "wiki", "score", {QUARTERS: None, **BEYOND}),
    ("empathy", "personas", "score", BEYOND),
    ("hostility", "goemotions", "hostile", CLASSES),
    ("warmth", "goemotions", "kind", CLASSES),
    ("exploration", "goemotions", "curious", CLASSES),
    ("ownership", "email", "intent", CLASSES),
    ("sentiment", "tweets", "score", BEYOND),
    ("service", "authored", "service", BEYOND),
    ("empathy", "authored", "empathy", BEYOND),
    ("understanding", "authored", "understanding", BEYOND),
    ("exploration", "authored", "exploration", BEYOND),
]


def sentiment_elsewhere(report):
    """The tweets read by weights learned from GoEmotions alone."""
    tweets = report.loaded["tweets"]
    tone.train(report.loaded, {"tweets": np.zeros(len(tweets["texts"]), bool)}, report.where, only={"sentiment"})
    for tier in ("words", "fast", "main"):
        scores = read(report.arguments, tweets["texts"], tweets["contexts"], tier, report.where)["sentiment"]
        report.note("sentiment: all tweets, none learned from, Pearson", tier, np.corrcoef(scores, tweets["score"])[0, 1])


def readability(report):
    """OneStop texts in pairs of one article: is the simpler one read as clearer?"""
    table = tone.rows(os.path.join(report.arguments.data, "clarity/onestop.tsv"))
    scores = read(report.arguments, [r["text"] for r in table], [""] * len(table), "words", tone.TONE)["clarity"]
    by = {(r["doc"], r["label"]): s for r, s in zip(table, scores)}
    grade = {(r["doc"], r["label"]): -kincaid(r["text"]) for r in table}
    size = {(r["doc"], r["label"]): -len(r["text"].split()) for r in table}
    for easy, hard in (("Ele", "Adv"), ("Ele", "Int"), ("Int", "Adv")):
        docs = sorted(d for d, level in by if level == easy and (d, hard) in by)
        for tier, values in (("length", size), ("tf-idf", grade), ("words", by)):
            report.note(f"clarity: OneStop {easy}-{hard} pairs in order (beside it: Flesch-Kincaid)", tier,
                        np.mean([values[d, easy] > values[d, hard] for d in docs]))


def kincaid(text):
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    found = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", w.lower().removesuffix("e")))) for w in found)
    return 0.39 * len(found) / sentences + 11.8 * syllables / max(1, len(found))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default=os.path.join(HERE, "..", "..", "..", "..", "shared", "data"))
    parser.add_argument("--lab", default=os.path.join(HERE, "..", "..", "..", ".build", "release", "language-lab"))
    parser.add_argument("--model", default=os.path.join(HERE, "..", "..", "model"))
    parser.add_argument("--cache", default=os.path.expanduser("~/.cache/touchpoint-tone"))
    parser.add_argument("--output")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", help="signals, with commas between")
    arguments = parser.parse_args()
    loaded = tone.load(arguments)
    if not arguments.only:
        tone.train(loaded, {}, folder(arguments))
    report = Report(arguments, loaded)
    polite = quartiles(loaded["wiki"]["score"])
    if not arguments.only:
        sentiment_elsewhere(report)
        readability(report)
    for seed in range(arguments.seeds):
        text = {name: source["texts"] for name, source in loaded.items()}
        cases = loaded["authored"]["contexts"]
        for signal, source, target, measures in TASKS:
            if arguments.only and signal not in arguments.only.split(","):
                continue
            keys = cases if source == "authored" else text[source]
            report.held_out(signal, source, target, {
                f"{signal}: {source}, {name}": polite if name == QUARTERS else measure
                for name, measure in measures.items()}, seed, keys, classes=auc in measures.values())
    lines = report.table()
    print("\n".join(lines))
    if arguments.output:
        tone.write(arguments.output, lines)


if __name__ == "__main__":
    main()
