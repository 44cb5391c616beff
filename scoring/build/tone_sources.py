"""What tone is learned from: every set's texts with its targets, the features the program counts in them, and vectors."""

import csv
import hashlib
import os
import pathlib
import subprocess

import numpy as np

TONE = pathlib.Path(__file__).resolve().parent.parent / "tone"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(line + "\n" for line in lines))


GRADED = ("politeness", "empathy", "hostility", "ownership", "blame", "clarity", "formality", "service", "sentiment",
          "hedging", "apology")
HOSTILE = {"anger", "annoyance", "disgust", "disapproval"}
KIND = {"caring", "gratitude", "love", "admiration", "joy", "optimism", "approval"}
GLAD = {"admiration", "amusement", "approval", "caring", "desire", "excitement", "gratitude", "joy", "love", "optimism",
        "pride", "relief"}
SAD = HOSTILE | {"disappointment", "embarrassment", "fear", "grief", "nervousness", "remorse", "sadness"}


def goemotions(data, count=14000):
    """A draw with as many hostile texts as others, without the set's texts about named people."""
    table = [row for row in rows(os.path.join(data, "tone/goemotions_train_dev.tsv")) if "[" not in row["text"]]
    for row in table:
        row["set"] = set(row["labels"].split(","))
    draw = np.random.default_rng(7).permutation(len(table))
    hostile = [i for i in draw if table[i]["set"] & HOSTILE][: count * 2 // 5]
    neutral = [i for i in draw if table[i]["set"] == {"neutral"}][: count // 5]
    other = [i for i in draw if not table[i]["set"] & (HOSTILE | {"neutral"})][: count * 2 // 5]
    return [table[i] for i in sorted(hostile + neutral + other)]


def sources(data):
    """Every set by name: texts, contexts and the columns to learn, in the order of the files."""
    made = {}

    def add(name, texts, contexts=None, **targets):
        made[name] = {"texts": [" ".join(text.split()) for text in texts],
                      "contexts": [" ".join(text.split()) for text in contexts] if contexts else [""] * len(texts),
                      **{key: np.array(values, dtype=float) for key, values in targets.items()}}

    wiki = rows(os.path.join(data, "politeness/wiki_en_train.tsv"))
    add("wiki", [r["sentence"] for r in wiki], score=[r["score"] for r in wiki])
    personas = rows(os.path.join(data, "empathy/empersonas.tsv"))
    add("personas", [r["response"] for r in personas],
        score=[sum(float(r[f"annotator{i}_score"]) for i in (1, 2, 3)) / 3 for r in personas])
    email = rows(os.path.join(data, "ownership/emailintent_train.tsv"))
    add("email", [r["text"] for r in email], intent=[r["label"] == "Yes" for r in email])
    tweets = rows(os.path.join(data, "tone/vader_tweets_gt.tsv"))
    add("tweets", [r["text"] for r in tweets], score=[r["score"] for r in tweets])
    talk = goemotions(data)
    add("goemotions", [r["text"] for r in talk], hostile=[bool(r["set"] & HOSTILE) for r in talk],
        kind=[bool(r["set"] & KIND) for r in talk],
        mood=[bool(r["set"] & GLAD) - bool(r["set"] & SAD) for r in talk],
        thanks=["gratitude" in r["set"] for r in talk], remorse=["remorse" in r["set"] for r in talk],
        curious=["curiosity" in r["set"] for r in talk])
    own = rows(os.path.join(TONE, "authored.tsv"))
    add("authored", [r["text"] for r in own], [r["context"] for r in own],
        **{key: [r[key] for r in own] for key in ("service", "empathy", "understanding", "exploration")})
    replies = rows(os.path.join(TONE, "replies.tsv"))
    add("replies", [r["text"] for r in replies], [r["context"] for r in replies],
        **{key: [unsquashed(0.1 + 0.2 * int(r[key])) for r in replies] for key in GRADED})
    made["replies"]["trade"] = [r["trade"] for r in replies]
    return made


def unsquashed(value):
    """The sum that the program squashes to a value."""
    half = (2 * value - 1) / (1 - (2 * value - 1) ** 2) ** 0.5
    return 2 * half


# Features, as the program counts them: there is one extractor.


def run(arguments, *words):
    subprocess.run([arguments.lab, *words], check=True)


def table_file(arguments, name, source):
    path = os.path.join(arguments.cache, name + ".tsv")
    write(path, ["text\tcontext"] + [a + "\t" + b for a, b in zip(source["texts"], source["contexts"])])
    return path


def digest(*parts):
    sha = hashlib.sha256()
    for part in parts:
        sha.update(part.encode())
    return sha.hexdigest()[:16]


def vectors(arguments, name, source, tier, column):
    """One vector a row, kept in the cache by the texts' and the model's digest."""
    model = os.path.join(arguments.model, "minilm.tpm" if tier == "main" else "static.tpm")
    if not os.path.exists(model):
        return None
    with open(model, "rb") as file:
        head = hashlib.sha256(file.read()).hexdigest()
    texts = source["texts"] if column == "text" else source["contexts"]
    path = os.path.join(arguments.cache, f"{name}-{column}-{tier}-{digest(head, chr(10).join(texts))}.f32")
    if not os.path.exists(path):
        run(arguments, "vectors", "--model", arguments.model, "--tier", tier, "--column", column,
            "--input", table_file(arguments, name, source), "--output", path + ".part")
        os.replace(path + ".part", path)
    return np.fromfile(path, dtype="<f4").reshape(len(texts), -1).astype(float)


def counts(arguments, name, source):
    """What the program counts in each text: a list of {feature: value}."""
    path = os.path.join(arguments.cache, name + ".features")
    words = ["--weights", arguments.tone, "--input", table_file(arguments, name, source), "--output", path]
    run(arguments, "tone-features", *words)
    made = []
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            made.append(dict(zip(fields[0::2], map(float, fields[1::2]))) if len(fields) > 1 else {})
    assert len(made) == len(source["texts"]), name
    return made


def load(arguments):
    """All sources with their features (by the word lists in `arguments.tone`) and vectors."""
    made = sources(arguments.data)
    for name, source in made.items():
        source["counts"] = counts(arguments, name, source)
        for tier in ("main", "fast"):
            source[tier] = vectors(arguments, name, source, tier, "text")
            source[tier + "-context"] = (
                vectors(arguments, name, source, tier, "context") if any(source["contexts"]) else None)
    return made
