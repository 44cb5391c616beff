"""How well tone is read: trains on a part, runs the program on the rest through its batch interface.

    tone.py --program PATH/touchpoint --lab PATH/language-lab [--data DATA] [--seeds 3] [--only SIGNAL] [--out FILE]

Splits: by context where there is one (our own replies), else by text. Beside every
figure stands TF-IDF with a linear model on the same split, and what the number of words alone gives. The program reads
with weights learned here from the other rows, in a share folder of their own; nothing is chosen on the rest.
"""

import argparse
import functools
import pathlib
import re
import subprocess
import sys

import numpy as np
from scipy.stats import rankdata, spearmanr
from sklearn.metrics import roc_auc_score

import figures
import plain

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.append(str(HERE.parent))
import tone_weights as learning  # noqa: E402
from tone_sources import GRADED  # noqa: E402

TIERS = {"words": "phrase", "fast": "fast", "main": "main"}  # a column of weights, and the tier that uses it


# Measures: of the scores, the truth and the numbers of words ---------------------------------------------------------


def spearman(scores, wanted, _):
    return spearmanr(scores, wanted)[0]


def beyond(scores, wanted, length):
    """Spearman with the number of words held constant (partial rank correlation)."""
    r = np.corrcoef([rankdata(scores), rankdata(wanted), rankdata(length)])
    left = (1 - r[0, 2] ** 2) * (1 - r[1, 2] ** 2)
    return (r[0, 1] - r[0, 2] * r[1, 2]) / np.sqrt(left) if left > 1e-9 else 0.0


def area(scores, wanted, _):
    return roc_auc_score(wanted > 0, scores)


def quarters(all_wanted):
    """Accuracy among the quarters rated most and least: above or below the middle of the scale."""
    low, high = np.quantile(all_wanted, [0.25, 0.75])

    def measure(scores, wanted, _):
        ends = (wanted <= low) | (wanted >= high)
        middle = 0.5 if 0 <= scores.min() and scores.max() <= 1 else np.median(scores)
        return np.mean((scores[ends] > middle) == (wanted[ends] >= high))

    return measure


RANKS = {"Spearman": spearman, "Spearman beyond length": beyond}
AREA = {"AUROC": area}
QUARTERS = "most and least polite quarter, accuracy"
TASKS = [  # task, signal, source, target, measures
    ("Politeness, wiki requests", "politeness", "wiki", "score", {QUARTERS: quarters, **RANKS}),
    ("Empathy, EmpatheticPersonas", "empathy", "personas", "score", RANKS),
    ("Hostility, GoEmotions", "hostility", "goemotions", "hostile", AREA),
    ("Warmth, GoEmotions", "warmth", "goemotions", "kind", AREA),
    ("Exploration, GoEmotions curiosity", "exploration", "goemotions", "curious", AREA),
    ("Ownership, EmailIntent", "ownership", "email", "intent", AREA),
    ("Sentiment, tweets", "sentiment", "tweets", "score", RANKS),
    ("Service, own agents' replies", "service", "authored", "service", RANKS),
    ("Empathy, own agents' replies", "empathy", "authored", "empathy", RANKS),
    ("Understanding, own agents' replies", "understanding", "authored", "understanding", RANKS),
    ("Exploration, own agents' replies", "exploration", "authored", "exploration", RANKS),
    *[(f"{signal.capitalize()}, own graded replies", signal, "replies", signal, RANKS) for signal in GRADED],
]


def words(texts):
    return np.array([len(text.split()) for text in texts], float)


def parts(keys, seed, share=0.2):
    """True for the rows to test on: a fifth of the keys."""
    unique = sorted(set(keys))
    drawn = np.random.default_rng(seed).permutation(len(unique))[: int(len(unique) * share)]
    chosen = {unique[i] for i in drawn}
    return np.array([key in chosen for key in keys])


class Share:
    """A share folder whose tone weights are learned anew, and the program that reads with them."""

    def __init__(self, arguments):
        self.arguments, self.folder = arguments, pathlib.Path(arguments.cache) / "share"
        self.tone = self.folder / "scoring" / "tone"
        (self.tone / "signals").mkdir(parents=True, exist_ok=True)
        for path in [ROOT / "scenarios", *(ROOT / "scoring").iterdir()]:
            link = self.folder / path.relative_to(ROOT)
            if path.is_dir() and not link.exists():
                link.symlink_to(path)
        for file in [*learning.TONE.glob("*.t*"), *learning.TONE.glob("signals/*.tsv")]:
            (self.tone / file.relative_to(learning.TONE)).write_bytes(file.read_bytes())

    def read(self, signal, texts, contexts, column):
        """The program's values of one signal for some texts."""
        given, made = self.folder / "in.tsv", self.folder / "out.tsv"
        learning.write(given, ["text\tcontext"] + [a + "\t" + b for a, b in zip(texts, contexts)])
        command = [self.arguments.program, "language", "tone", "--share", self.folder, "--tier", TIERS[column]]
        subprocess.run([*command, "--input", given, "--output", made], check=True)
        return np.array([float(row[signal]) for row in learning.rows(made)])


class HeldOut:
    """One signal learned without a part of one source, lazily: nothing is learned when all its figures are kept."""

    def __init__(self, report, task, signal, source, target, measures, seed):
        self.report, self.task, self.signal, self.source, self.seed = report, task, signal, source, seed
        data = report.loaded[source]
        self.data, self.wanted, self.classes = data, data[target], measures is AREA
        self.measures = {name: one(data[target]) if one is quarters else one for name, one in measures.items()}
        self.test = parts([context or text for context, text in zip(data["contexts"], data["texts"])], seed)
        self.index, self.rest = np.flatnonzero(self.test), np.flatnonzero(~self.test)
        self.texts = [data["texts"][i] for i in self.index]

    @functools.cached_property
    def share(self):
        learning.train(self.report.loaded, {self.source: ~self.test}, self.report.share.tone, only={self.signal})
        return self.report.share

    def figures(self, scores, only=None):
        given = scores, self.wanted[self.index], words(self.texts)
        return {name: one(*given) for name, one in self.measures.items() if only is None or name in only}

    def tier(self, column):
        contexts = [self.data["contexts"][i] for i in self.index]
        return self.figures(self.share.read(self.signal, self.texts, contexts, column))

    def plain(self):
        """TF-IDF: a regression, or two classes; for the quarters the classes of the quarters alone."""
        train, wanted = [self.data["texts"][i] for i in self.rest], self.wanted[self.rest]
        if self.classes:
            return self.figures(plain.probabilities(train, wanted > 0, self.texts)[1][:, 1])
        found = self.figures(plain.numbers(train, wanted, self.texts))
        if QUARTERS in self.measures:
            low, high = np.quantile(wanted, [0.25, 0.75])
            ends = np.flatnonzero((wanted <= low) | (wanted >= high))
            shares = plain.probabilities([train[i] for i in ends], wanted[ends] >= high, self.texts)[1][:, 1]
            found |= self.figures(shares, only=(QUARTERS,))
        return found

    def measure(self, kept, program, data):
        kept.measured(data, self.task, "length", self.seed, lambda: self.figures(words(self.texts)))
        kept.measured(data, self.task, plain.NAME, self.seed, self.plain)
        for column in TIERS:
            kept.measured(program, self.task, column, self.seed, functools.partial(self.tier, column))


class Report:
    """What all measurements share; the sources are loaded when the first of them is needed."""

    def __init__(self, arguments):
        self.arguments = arguments

    @functools.cached_property
    def loaded(self):
        return learning.load(self.arguments)

    @functools.cached_property
    def share(self):
        return Share(self.arguments)


def tweets_unseen(report, column):
    """The tweets read by weights learned from GoEmotions alone."""
    tweets = report.loaded["tweets"]
    none = np.zeros(len(tweets["texts"]), bool)
    learning.train(report.loaded, {"tweets": none}, report.share.tone, only={"sentiment"})
    scores = report.share.read("sentiment", tweets["texts"], tweets["contexts"], column)
    return {"Pearson": np.corrcoef(scores, tweets["score"])[0, 1]}


def readability(report, method):
    """OneStop texts in pairs of one article: is the simpler one read as clearer? With the bundled weights."""
    table = learning.rows(pathlib.Path(report.arguments.data) / "clarity" / "onestop.tsv")
    texts = [row["text"] for row in table]
    values = {
        "length": lambda: -words(texts),
        "Flesch-Kincaid": lambda: [-kincaid(text) for text in texts],
        "words": lambda: Share(report.arguments).read("clarity", texts, [""] * len(texts), "words"),
    }[method]()
    by = {(row["doc"], row["label"]): value for row, value in zip(table, values)}
    found = {}
    for easy, hard in (("Ele", "Adv"), ("Ele", "Int"), ("Int", "Adv")):
        docs = sorted(doc for doc, level in by if level == easy and (doc, hard) in by)
        found[f"{easy} before {hard}"] = np.mean([by[doc, easy] > by[doc, hard] for doc in docs])
    return found


def kincaid(text):
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    found = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", w.lower().removesuffix("e")))) for w in found)
    return 0.39 * len(found) / sentences + 11.8 * syllables / max(1, len(found))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--program", default=str(ROOT / ".build" / "release" / "touchpoint"))
    parser.add_argument("--lab", default=str(ROOT / ".build" / "release" / "language-lab"))
    parser.add_argument("--model", default=str(ROOT / "scoring" / "model"))
    parser.add_argument("--cache", default=str(ROOT / ".build" / "tone"), help="vectors, features and learned weights")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", help="signals, with commas between")
    parser.add_argument("--kept", type=pathlib.Path, help="a folder for figures, read back while nothing has changed")
    parser.add_argument("--depends", type=pathlib.Path, nargs="*", default=[], help="files the program is made of")
    arguments = parser.parse_args()
    arguments.tone = learning.TONE
    learned_from = [arguments.data / part for part in ("politeness", "empathy", "ownership", "tone", "clarity")]
    own = [learning.TONE / "authored.tsv", learning.TONE / "replies.tsv"]
    data = figures.digest([__file__, plain.__file__, *own, *learned_from])
    program = figures.digest([__file__, learning.__file__, learning.TONE, *arguments.depends, *learned_from])
    report, kept = Report(arguments), figures.Kept(arguments.kept)
    for seed in range(arguments.seeds):
        for task in TASKS:
            if not arguments.only or task[1] in arguments.only.split(","):
                HeldOut(report, *task, seed).measure(kept, program, data)
    if not arguments.only:
        for column in TIERS:
            name = "Sentiment, all tweets, none of them learned from"
            kept.measured(program, name, column, 0, functools.partial(tweets_unseen, report, column))
        for method in ("length", "Flesch-Kincaid", "words"):
            inputs = program if method in TIERS else data
            kept.measured(inputs, "Clarity, OneStop pairs in order", method, 0, functools.partial(readability, report, method))
    if arguments.out:
        kept.write(arguments.out)


if __name__ == "__main__":
    main()
