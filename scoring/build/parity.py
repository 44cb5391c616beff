#!/usr/bin/env python3
"""Holds the Swift tokeniser against Hugging Face's on random Unicode texts.

    scoring/build/parity.py [--count 30000] [--seed 1]

Writes the texts to a file, has the Swift tests tokenise it, and compares every id. Prints the
first texts that differ; exit 1 when any does.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata

import materials

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
CHOSEN = [
    "", " ", "\t\n\r", "Hello, World!", "I'm can't o'clock", "e\u0301te\u0301 \u00e9t\u00e9", "na\u00efve caf\u00e9",
    "\u4f60\u597d\u4e16\u754c abc\u4e2d", "\ud55c\uad6d\uc5b4 \uac00\ub098\ub2e4", "\u3042\u308a\u304c\u3068\u3046",
    "\U0001f600 ok \U0001f468\u200d\U0001f469\u200d\U0001f467", "[CLS] a [SEP] [MASK] [UNK] [PAD] [unused5]", "a" * 100, "a" * 101,
    "\u00e9" * 100, "\u00e9" * 101, "un\x00seen\x01con\x7ftrol\u200bzero\ufffd", "\u00a0nbsp\u2003em\u3000wide", "\u0130stanbul STRASSE \u1e9e \u00df",
    "\u03a3\u0391\u03a3 \u03c2", "\u201cquoted\u201d \u2014 dash\u2026 \u00a3\u20ac\u00a5 \u00b0 \u00b7", "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22", "\u0905\u0928\u0941\u0935\u093e\u0926",
    "\uf900 \ufa6d \U0002f800 \U00020000", "\ufb01 \ufb03 \u2460 \uff21\uff42\uff11", "x\u0300\u0316\u0327y", "##ing ## #", "supercalifragilisticexpialidocious zzzzqx",
    "\u212a \u2126 \u212b", "\u0958 \u09dc \u0b5c", "\u302e\u302f\uac01\u11a8", "\ue000private\uf8ff", "A-4412 \u00a312.99 15:00 2024-05-03", "\u2028line\u2029para\u0085next",
]
RANGES = (
    (0x20, 0x7E), (0x20, 0x7E), (0x00, 0xFF), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0xDFF),
    (0xE00, 0x11FF), (0x1E00, 0x2BFF), (0x3000, 0x30FF), (0x3400, 0x9FFF), (0xA000, 0xABFF), (0xAC00, 0xD7A3),
    (0xE000, 0xFFFF), (0x10000, 0x1FFFF), (0x1F300, 0x1FAFF), (0x20000, 0x2FFFF), (0x30000, 0x10FFFF),
)


def random_scalar(dice):
    while True:
        scalar = dice.randint(*dice.choice(RANGES))
        if not 0xD800 <= scalar <= 0xDFFF:
            return chr(scalar)


def random_part(dice, pieces):
    kind = dice.randrange(8)
    if kind < 3:
        word = dice.choice(pieces).removeprefix("##")
        return word.upper() if dice.random() < 0.2 else word.capitalize() if dice.random() < 0.2 else word
    if kind == 3:
        return unicodedata.normalize(dice.choice(["NFC", "NFD", "NFKD"]), random_scalar(dice) * 2)
    if kind == 4:
        return dice.choice([" ", "  ", "\t", "\n", "\u00a0", ".", ",", "'", "-", "?!"])
    low, high = dice.choice(RANGES)
    run = (dice.randint(low, high) for _ in range(dice.randint(1, 8)))
    return "".join(chr(scalar) for scalar in run if not 0xD800 <= scalar <= 0xDFFF)


def random_texts(dice, tokens, count):
    """Texts of words, scripts, accents, controls and blanks, glued at random."""
    pieces = sorted(tokens.get_vocab())
    return ["".join(
        random_part(dice, pieces) + dice.choice(["", "", " "]) for _ in range(dice.randint(1, 12))
    ) for _ in range(count)]


def swift_ids(texts, folder):
    """The ids the Swift tokeniser gives, through a test that runs only when it is asked this way."""
    given, made = folder / "texts", folder / "ids"
    given.write_text("".join(text.encode().hex() + "\n" for text in texts))
    asked = os.environ | {"TOUCHPOINT_PARITY_TEXTS": str(given), "TOUCHPOINT_PARITY_IDS": str(made)}
    command = ["swift", "test", "--filter", "ParityWithHuggingFace"]
    subprocess.run(command, cwd=PACKAGE, env=asked, check=True, stdout=subprocess.DEVNULL)
    return [[int(number) for number in line.split()] for line in made.read_text().splitlines()]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--count", type=int, default=30_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    folder = materials.cache_folder()
    materials.run_inside(folder)
    import golden
    import reference

    tokens = reference.tokenizer(materials.minilm(folder) / "tokenizer.json", longest=100_000)
    tokens.encode_special_tokens = True
    texts = CHOSEN + random_texts(random.Random(chosen.seed), tokens, chosen.count)
    expected = [e.ids for e in tokens.encode_batch(texts, add_special_tokens=False)]
    with tempfile.TemporaryDirectory() as temporary:
        found = swift_ids(texts, pathlib.Path(temporary))
    differing = [i for i in range(len(texts)) if i >= len(found) or found[i] != expected[i]]
    for i in differing[:10]:
        print(f"differs: {golden.escaped(texts[i])}\n  expected {expected[i]}\n  found    {found[i]}")
    print(f"{len(texts)} texts, {len(differing)} differ (seed {chosen.seed})")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
