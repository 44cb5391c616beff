#!/usr/bin/env python3
"""Makes the word lists and weights of tone: scoring/tone/{common-words.txt,valence.tsv,signals/*.tsv}.

    scoring/build/tone.py --data DATA [--lab .build/release/language-lab] [--check]

The features are those the program itself counts (language-lab tone-features, vectors), so there is one extractor.
Every draw has a fixed seed, every list is sorted, sums are done in one order, weights are rounded to three places.
--check makes all files in a temporary folder and compares them, byte by byte, with those that are there.
"""

import argparse
import collections
import filecmp
import os
import pathlib
import re
import shutil
import sys
import tempfile

import materials
from tone_sources import TONE, rows, write

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


def common_words(data, folder):
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
    write(folder / "common-words.txt", [
        "# Common English words, the commonest first: counted in GoEmotions, EmailIntent, BANKING77, CLINC150, CaSiNo",
        "# and MultiDoGO (CC BY, Apache-2.0, CDLA-Permissive-1.0). Made by scoring/build/tone.py.",
    ] + ordered)


def valences(data, folder):
    """VADER's words of letters only, and the signs the program reads as one token."""
    kept = {}
    with open(os.path.join(data, "tone/vader_sentiment_lexicon.txt"), encoding="latin-1") as file:
        for line in file:
            word, value = line.rstrip("\n").split("\t")[:2]
            if re.fullmatch(r"[a-z]{2,20}|[:;=]-?[)(DPp/|\]]", word):
                kept[word] = float(value)
    write(folder / "valence.tsv", [
        "# How good (to 4) or bad (to -4) a word is: from vaderSentiment, MIT licence, copyright (c) 2016 C. J. Hutto.",
        "# Words of letters alone; made by scoring/build/tone.py.",
    ] + [f"{word}\t{kept[word]:g}" for word in sorted(kept)])


def make(given, folder):
    """All made files, into a folder that holds the written ones."""
    import tone_weights

    common_words(given.data, folder)
    valences(given.data, folder)
    given.tone = folder
    tone_weights.train(tone_weights.load(given), {}, folder)


def check(given):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in WRITTEN:
            shutil.copy(TONE / name, folder)
        make(given, folder)
        made = sorted(path.relative_to(folder) for path in folder.rglob("*.t*") if path.name not in WRITTEN)
        other = [str(name) for name in made if not filecmp.cmp(folder / name, TONE / name, shallow=False)]
    if other:
        sys.exit("come out otherwise: " + ", ".join(other))
    print(f"{len(made)} files come out the same to the byte")


WRITTEN = ("authored.tsv", "boosters.tsv", "cues.txt", "replies.tsv")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--lab", default=".build/release/language-lab")
    parser.add_argument("--model", default=str(TONE.parent / "model"))
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    given.cache = materials.cache_folder() / "tone"
    materials.run_inside(materials.cache_folder())
    check(given) if given.check else make(given, TONE)


if __name__ == "__main__":
    main()
