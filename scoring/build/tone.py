"""Makes the word lists and weights of tone: scoring/tone/{common-words.txt,valence.tsv,signals/*.tsv}.

    python3 scoring/build/tone.py lists   --data DATA
    python3 scoring/build/tone.py weights --data DATA --lab .build/release/language-lab --cache CACHE

The features are those the program itself counts (language-lab tone-features, vectors), so there is one extractor.
Needs numpy and scipy. Every draw has a fixed seed, every list is sorted, weights are rounded to four places.
"""

import argparse
import collections
import csv
import hashlib
import os
import re
import subprocess

import numpy as np
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve

HERE = os.path.dirname(os.path.abspath(__file__))
TONE = os.path.join(HERE, "..", "tone")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(line + "\n" for line in lines))


# Word lists ---------------------------------------------------------------------------------------------------------

COMMON = 9000
PLAIN_TEXT = [  # CC BY, Apache and CDLA-Permissive sets alone: file, column
    ("tone/goemotions_train_dev.tsv", "text"),
    ("ownership/emailintent_train.tsv", "text"),
    ("moves/banking77_train.tsv", "text"),
    ("moves/clinc150_train_val.tsv", "text"),
    ("moves/casino_strategies_train_valid.tsv", "text"),
    ("moves/multidogo_airline_train_dev.tsv", "utterance"),
    ("moves/multidogo_finance_train_dev.tsv", "utterance"),
    ("moves/multidogo_insurance_train_dev.tsv", "utterance"),
]


def common_words(data):
    """Words by how many texts hold them, each set weighing the same, the commonest first."""
    total = collections.Counter()
    for name, column in PLAIN_TEXT:
        count = collections.Counter()
        for row in rows(os.path.join(data, name)):
            count.update(set(re.findall(r"[a-z]{1,20}", row[column].lower())))
        scale = sum(count.values())
        for word, number in count.items():
            if number > 1:
                total[word] += number / scale * (4 if "goemotions" in name or "email" in name else 1)
    ordered = sorted(total, key=lambda word: (-round(total[word], 12), word))[:COMMON]
    write(os.path.join(TONE, "common-words.txt"), [
        "# Common English words, the commonest first: counted in GoEmotions, EmailIntent, BANKING77, CLINC150, CaSiNo",
        "# and MultiDoGO (CC BY, Apache-2.0, CDLA-Permissive-1.0). Made by scoring/build/tone.py.",
    ] + ordered)


def valences(data):
    """VADER's words of letters only, and the signs the program reads as one token."""
    kept = {}
    with open(os.path.join(data, "tone/vader_sentiment_lexicon.txt"), encoding="latin-1") as file:
        for line in file:
            word, value = line.rstrip("\n").split("\t")[:2]
            if re.fullmatch(r"[a-z]{2,20}|[:;=]-?[)(DPp/|\]]", word):
                kept[word] = float(value)
    write(os.path.join(TONE, "valence.tsv"), [
        "# How good (to 4) or bad (to -4) a word is: from vaderSentiment, MIT licence, copyright (c) 2016 C. J. Hutto.",
        "# Words of letters alone; made by scoring/build/tone.py.",
    ] + [f"{word}\t{kept[word]:g}" for word in sorted(kept)])


# What is learned from ----------------------------------------------------------------------------------------------

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
    return made


# Features, as the program counts them ------------------------------------------------------------------------------

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
    run(arguments, "tone-features", "--weights", TONE, "--input", table_file(arguments, name, source), "--output", path)
    made = []
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            made.append(dict(zip(fields[0::2], map(float, fields[1::2]))) if len(fields) > 1 else {})
    assert len(made) == len(source["texts"]), name
    return made


def load(arguments):
    """All sources with their features and vectors."""
    made = sources(arguments.data)
    for name, source in made.items():
        source["counts"] = counts(arguments, name, source)
        for tier in ("main", "fast"):
            source[tier] = vectors(arguments, name, source, tier, "text")
            source[tier + "-context"] = (
                vectors(arguments, name, source, tier, "context") if any(source["contexts"]) else None)
    return made


# Signals ------------------------------------------------------------------------------------------------------------
# learn: (source, target, weight). prior: the weights a person gave, from which learning starts (all there is where
# nothing is learned); fixed: weights that are not learned at all. families: which features may take part. keep: at most so many words. spread: how far one
# standard deviation of what was learned moves the sum. Where a target has two classes the sum is 0 half-way between.

SIGNALS = {
    "politeness": {"learn": [("wiki", "score", 1.0)], "families": "w c cn m e", "keep": 2500, "spread": 1.6,
                   "penalty": {"w": 0.8, "c": 5.0, "cn": 5.0, "m": 5.0, "e": 2.0}},
    "empathy": {"learn": [("personas", "score", 1.0), ("authored", "empathy", 2.0)],
                "families": "w c cn m e", "keep": 1500, "spread": 1.6,
                "prior": {"c:condolence": 0.5, "c:feeling": 0.3, "c:impact": 0.2, "c:understand": 0.25,
                          "c:deflect": -0.2},
                "fixed": {"c:minimise": -0.6, "c:insult": -0.6, "c:threat": -0.6, "c:blame": -0.8}},
    "understanding": {"learn": [("authored", "understanding", 1.0)], "families": "c cn m x e", "keep": 0,
                      "spread": 1.5, "prior": {"c:understand": 0.6, "c:feeling": 0.2, "x:recall": 0.6, "m:you": 0.2}},
    "exploration": {"learn": [("authored", "exploration", 1.0), ("goemotions", "curious", 0.5)],
                    "families": "w c cn m e", "keep": 600, "spread": 1.5,
                    "prior": {"c:explore": 0.5, "m:questions": 1.0, "m:ends-asking": 0.4, "m:you": 0.3}},
    "warmth": {"learn": [("goemotions", "kind", 1.0), ("authored", "empathy", 0.5)], "families": "w c cn m e",
               "keep": 1500, "spread": 1.5, "prior": {"c:greeting": 0.2, "c:comfort": 0.3, "c:farewell": 0.3}},
    "sentiment": {"learn": [("tweets", "score", 1.0), ("goemotions", "mood", 1.0)], "families": "w c cn m e",
                  "keep": 2000, "spread": 1.6, "prior": {"m:valence": 1.2}},
    "hostility": {"learn": [("goemotions", "hostile", 1.0)], "families": "w c cn m e", "keep": 2500, "spread": 1.4,
                  "offset": -1.0, "prior": {"c:insult": 0.4, "c:threat": 0.3, "c:blame": 0.2, "m:shouting": 0.2}},
    "ownership": {"learn": [("email", "intent", 0.6), ("authored", "service", 1.0)], "families": "w c cn m e",
                  "keep": 1500, "spread": 1.6, "penalty": {"w": 1.0, "c": 150.0, "cn": 150.0, "m": 50.0, "e": 2.0},
                  "prior": {"c:own": 0.7, "c:act": 0.2, "cn:own": -0.2, "c:deflect": -0.4, "c:blame": -0.4, "m:i": 0.4,
                            "c:generic": -0.3},
                  "fixed": {"c:insult": -0.4, "c:must": -0.3, "c:direct-start": -0.4}},
    "service": {"learn": [("authored", "service", 1.0)], "families": "c cn m x e", "keep": 0, "spread": 1.8,
                "prior": {"c:own": 0.25, "c:act": 0.2, "c:offer": 0.2, "c:next-step": 0.15, "m:values": 0.3,
                          "c:apology": 0.1, "c:condolence": 0.1, "c:understand": 0.15, "c:thanks": 0.1,
                          "c:please": 0.1, "c:check-back": 0.15, "c:explore": 0.1, "x:recall": 0.4,
                          "x:cold-when-bad": -0.2, "x:cares-when-bad": 0.15, "c:deflect": -0.2, "c:generic": -0.3,
                          "c:refuse": -0.15, "c:blame": -0.5, "c:insult": -0.5, "c:threat": -0.4,
                          "c:minimise": -0.4, "c:must": -0.15, "c:jargon": -0.2, "c:vague": -0.1,
                          "m:short": -0.4, "m:no-capital": -0.1, "m:shouting": -0.4, "x:copied": -0.2}},
    "blame": {"bias": -3.5, "prior": {"c:blame": 3.2, "cn:blame": -0.5, "c:minimise": 0.4, "c:insult": 0.4,
                                      "c:own": -0.3, "c:apology": -0.5, "m:you": 0.8}},
    "hedging": {"bias": -2.6, "prior": {"c:hedge": 2.0, "m:hedged": 5.0, "c:vague": 0.3, "m:values": -0.5,
                                        "cn:hedge": 0.3}},
    "positive-framing": {"bias": -0.2, "prior": {"c:refuse": -1.3, "c:offer": 1.0, "c:deflect": -0.6, "c:own": 0.4,
                                                 "c:act": 0.3, "c:blame": -0.8, "c:praise": 0.3, "m:negated": -3.0,
                                                 "c:insult": -0.8, "m:negative": -0.8, "m:positive": 0.6,
                                                 "c:minimise": -0.5}},
    "concreteness": {"bias": -1.2, "prior": {"m:values": 2.6, "c:vague": -0.7, "c:next-step": 0.5, "c:act": 0.4,
                                             "c:generic": -1.0, "c:hedge": -0.4, "c:own": 0.2}},
    "clarity": {"bias": 6.0, "prior": {"m:sentence-length": -2.2, "m:longest-sentence": -0.3, "m:syllables": -1.2,
                                       "m:word-length": -1.5, "m:long-words": -2.0, "m:rarity": -3.0,
                                       "m:rare-words": -4.0, "m:joints": -0.7, "c:jargon": -0.5, "c:vague": -0.15,
                                       "m:shouting": -1.0, "m:no-capital": -0.2, "m:no-end": -0.2}},
    "formality": {"bias": 0.2, "prior": {"c:slang": -1.3, "m:contractions": -1.2, "m:emoji": -1.0,
                                         "m:exclamations": -0.6, "m:no-capital": -0.9, "m:no-end": -0.5,
                                         "m:shouting": -0.5, "c:insult": -0.8, "c:formal": 0.7, "c:farewell": 0.2,
                                         "m:i": -0.2, "m:syllables": 1.2, "m:word-length": 0.5, "m:long-words": 1.0,
                                         "m:sentence-length": 0.3, "m:questions": -0.1, "c:indirect": 0.2}},
    "apology": {"bias": -4.0, "prior": {"c:apology": 5.5, "cn:apology": -0.5, "c:minimise": -0.4, "c:blame": -0.8,
                                        "c:generic": -0.6, "c:own": 0.2}},
    "thanks": {"bias": -4.0, "prior": {"c:thanks": 6.0, "cn:thanks": 0.0, "c:insult": -0.8}},
}
PENALTY = {"w": 0.7, "c": 4.0, "cn": 6.0, "m": 4.0, "x": 4.0, "e": 1.0}


def family(name):
    return name.split(":", 1)[0]


def learn(signal, spec, loaded, masks, tier):
    """Weights by feature for one signal and tier: ridge from the prior, one intercept and length slope a source."""
    prior = spec.get("prior", {})
    if "learn" not in spec:
        return {**prior, "bias": spec["bias"]}
    families = set(spec["families"].split())
    parts = [(loaded[name], np.flatnonzero(masks.get(name, np.ones(len(loaded[name]["texts"]), bool))), target, weight)
             for name, target, weight in spec["learn"]]
    parts = [part for part in parts if len(part[1])]
    names = choose(parts, families, spec["keep"], {**prior, **spec.get("fixed", {})})
    matrix, dense, wanted, weights = blocks(parts, names, tier if "e" in families else None, "x" in families)
    free = 3 * len(parts)
    columns = names + [f"e:{i}" for i in range(dense.shape[1] - free - ("x" in families))]
    columns += ["x:cosine"] if "x" in families else []
    fixed = spec.get("fixed", {})
    start = np.array([fixed.get(name, prior.get(name, 0.0)) for name in columns])
    penalty = np.array([spec.get("penalty", {}).get(family(n), PENALTY[family(n)]) for n in columns])
    penalty[[name in fixed for name in columns]] = 1e6
    solution = ridge(matrix, dense, wanted, weights, start, penalty)
    sums = matrix @ solution[:len(names)] + dense[:, :-free] @ solution[len(names):]
    return placed(dict(zip(columns, solution)), sums, wanted, parts, spec)


def choose(parts, families, keep, prior):
    """Features seen often enough; of the words those that tell most about the target."""
    seen, tells = collections.Counter(), collections.Counter()
    for source, index, target, weight in parts:
        values = source[target][index]
        centred = (values - values.mean()) / max(values.std(), 1e-9)
        for row, value in zip(index, centred):
            for name in source["counts"][row]:
                seen[name] += 1
                tells[name] += weight * value
    usual = [n for n in seen if family(n) in families and family(n) != "w" and n != "x:context" and seen[n] >= 3]
    words = [n for n in seen if family(n) == "w" and seen[n] >= 4]
    words.sort(key=lambda n: (-round(abs(tells[n]) / seen[n] ** 0.5, 9), n))
    words = words[:keep] if "w" in families else []
    return sorted(set(usual) | set(words) | set(prior))


def blocks(parts, names, tier, context):
    """Counted features; vectors, cosine and, last, what is kept out of the score; standard targets; the rows' weights."""
    place = {name: i for i, name in enumerate(names)}
    stacks, dense, wanted, weights = [], [], [], []
    for number, (source, index, target, weight) in enumerate(parts):
        data, rows_, columns = [], [], []
        for line, row in enumerate(index):
            for name, value in source["counts"][row].items():
                if name in place:
                    data.append(value), rows_.append(line), columns.append(place[name])
        stacks.append(sparse.csr_matrix((data, (rows_, columns)), shape=(len(index), len(names))))
        solid = [source[tier][index]] if tier and source[tier] is not None else []
        if context:
            cosine = np.zeros(len(index))
            if solid and source[tier + "-context"] is not None:
                cosine = (source[tier][index] * source[tier + "-context"][index]).sum(axis=1)
            solid.append(cosine[:, None])
        length = np.array([source["counts"][row].get("l:words", 0.0) for row in index])
        free = np.zeros((len(index), 3 * len(parts)))
        free[:, 3 * number:3 * number + 3] = np.c_[np.ones(len(index)), length, length ** 2 / 8]
        dense.append(np.hstack(solid + [free]))
        values = source[target][index]
        wanted.append((values - values.mean()) / max(values.std(), 1e-9))
        weights.append(np.full(len(index), weight))
    return sparse.vstack(stacks).tocsr(), np.vstack(dense), np.concatenate(wanted), np.concatenate(weights)


def ridge(matrix, dense, wanted, weights, start, penalty):
    """argmin of the weighted squares + penalty |w - start|^2; the last columns, beyond `penalty`, are free."""
    root = np.sqrt(weights)[:, None]
    thin, thick = matrix.multiply(root).tocsr(), dense * root
    free = matrix.shape[1] + dense.shape[1] - len(penalty)
    begin = np.concatenate([start, np.zeros(free)])
    rest = root[:, 0] * wanted - thin @ begin[: matrix.shape[1]] - thick @ begin[matrix.shape[1]:]
    right = np.concatenate([thin.T @ rest, thick.T @ rest])
    cross = thin.T @ thick
    gram = np.block([[(thin.T @ thin).toarray(), cross], [cross.T, thick.T @ thick]])
    gram[np.diag_indices_from(gram)] += np.concatenate([penalty, np.full(free, 1e-3)])
    solution = begin + cho_solve(cho_factor(gram, overwrite_a=True), right)
    return solution[: len(penalty)]


def placed(weights, sums, wanted, parts, spec):
    """Scaled so that the spread of the sums is `spread`; 0 at the mean, or half-way between two classes."""
    middle = sums.mean()
    if all(len(set(np.round(source[target], 6))) == 2 for source, _, target, _ in parts):
        middle = (sums[wanted > 0].mean() + sums[wanted <= 0].mean()) / 2
    scale = spec["spread"] / max(sums.std(), 1e-9)
    made = {name: value * scale for name, value in weights.items()}
    made["bias"] = -middle * scale + spec.get("offset", 0.0)
    return made


def order(name):
    head, _, rest = name.partition(":")
    return (name != "bias", head == "e", int(rest) if head == "e" else 0, name)


def save(folder, signal, by_tier):
    """One file a signal: a feature a line, its weight without an encoder, with the fast one and with the main one."""
    names = sorted({n for weights in by_tier.values() for n, w in weights.items() if abs(w) >= 5e-4}, key=order)
    lines = ["feature\t" + "\t".join(by_tier)]
    for name in names:
        cells = [f"{weights.get(name, 0.0):.3f}".rstrip("0").rstrip(".") for weights in by_tier.values()]
        lines.append(name + "\t" + "\t".join("" if cell in ("0", "-0") else cell for cell in cells))
    write(os.path.join(folder, "signals", signal + ".tsv"), lines)


def train(loaded, masks, folder, only=None):
    """Learns and writes every signal; `masks` says which rows of a source may be used."""
    for signal, spec in SIGNALS.items():
        if only and signal not in only:
            continue
        tiers = {"words": None, "fast": "fast", "main": "main"} if "learn" in spec else {"words": None}
        if any(loaded[name]["fast"] is None for name, _, _ in spec.get("learn", [])):
            tiers.pop("fast", None)
        save(folder, signal, {column: learn(signal, spec, loaded, masks, tier) for column, tier in tiers.items()})


def weights(arguments):
    train(load(arguments), {}, TONE)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=["lists", "vectors", "weights"])
    parser.add_argument("--data", default=os.path.join(HERE, "..", "..", "..", "shared", "data"))
    parser.add_argument("--lab", default=os.path.join(HERE, "..", "..", ".build", "release", "language-lab"))
    parser.add_argument("--model", default=os.path.join(HERE, "..", "model"))
    parser.add_argument("--cache", default=os.path.expanduser("~/.cache/touchpoint-tone"))
    arguments = parser.parse_args()
    if arguments.step == "lists":
        common_words(arguments.data)
        valences(arguments.data)
    elif arguments.step == "vectors":
        for name, source in sources(arguments.data).items():
            for tier in ("main", "fast"):
                vectors(arguments, name, source, tier, "text")
                if any(source["contexts"]):
                    vectors(arguments, name, source, tier, "context")
    else:
        weights(arguments)


if __name__ == "__main__":
    main()
