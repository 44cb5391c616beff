#!/usr/bin/env python3
"""Writes scoring/spelling/words.txt: common words, and every other real word that is one slip away from one.

    scoring/build/spelling.py FOLDER        # FOLDER holds WordNet 3.0: data.*, *.exc (Debian's wordnet-base)

A word is a slip only when it is one edit from a common word and no word itself. So of all the words of English the
list needs the common ones and their neighbours alone. Sources: scoring/tone/common-words.txt for how common a word
is, WordNet's words with their regular and irregular forms, the whole words of scoring/model/vocabulary.tpm, and what
is our own: the lists of abuse, the examples of scoring/acts and scoring/build/spelling-extra.txt. WordNet's licence is
kept in scoring/facts/NOTICE.
"""

import collections
import pathlib
import re
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent
SCORING = HERE.parent
TARGET = SCORING / "spelling" / "words.txt"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_COMMON = 6500
PLAIN = re.compile(r"^[a-z]+$")


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def lemmas(folder):
    """WordNet's single words by kind, each with whether it is ever written without a capital."""
    found = {}
    for kind in ("noun", "verb", "adj", "adv"):
        words = {}
        for line in (folder / f"data.{kind}").read_text(encoding="latin-1").splitlines():
            fields = line.split(" | ")[0].split()
            if line.startswith("  "):
                continue
            for place in range(int(fields[3], 16)):
                word = fields[4 + 2 * place].split("(")[0]
                if PLAIN.match(word.lower()) and len(word) > 1:
                    words[word.lower()] = words.get(word.lower(), False) or word.islower()
        found[kind] = words
    return found


def irregular(folder):
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"{kind}.exc").read_text(encoding="latin-1").splitlines():
            yield from (word for word in line.split() if PLAIN.match(word))


def is_short_ending(word):
    """One vowel before one consonant: "stop", "ship", "refer"; such words double their last letter."""
    return bool(re.search(r"(^|[^aeiou])[aeiouy][^aeiouwxy]$", word))


def with_s(word):
    if re.search(r"(s|x|z|ch|sh)$", word):
        return {word + "es"}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "ies"}
    return {word + "s", word + "es"} if word.endswith("o") else {word + "s"}


def with_ending(word, endings):
    """The word with each ending, its last letter dropped, changed or doubled as the rules have it."""
    forms = set()
    for ending in endings:
        if word.endswith("e"):
            forms.add((word[:-1] if ending[0] in "ei" and not (word.endswith(("ee", "oe", "ye")) and ending[0] == "i") else word) + ending)
        elif re.search(r"[^aeiou]y$", word) and ending[0] == "e":
            forms.add(word[:-1] + "i" + ending)
        elif is_short_ending(word):
            forms.add(word + word[-1] + ending)
            if len(re.findall(r"[aeiouy]+", word)) > 1:
                forms.add(word + ending)
        else:
            forms.add(word + ending)
    return forms


def vocabulary():
    """Whole words of the encoder's vocabulary: `container.py` says how the file is laid out."""
    data = (SCORING / "model" / "vocabulary.tpm").read_bytes()
    sections = {}
    for entry in range(struct.unpack_from("<I", data, 12)[0]):
        name, _, offset, length = struct.unpack_from("<IIQQ", data, 128 + 24 * entry)
        sections[name] = data[offset : offset + length]
    starts = struct.unpack(f"<{len(sections[2]) // 4}I", sections[2])
    pieces = (sections[1][start:end] for start, end in zip(starts, starts[1:]))
    words = (piece.decode("utf-8", "ignore") for piece in pieces)
    return {word for word in words if PLAIN.match(word) and len(word) > 1}


def neighbours(word):
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    for head, tail in splits:
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def forms(kind, words):
    """The words with the endings their kind takes."""
    found = set(words)
    for word in words:
        if kind == "noun":
            found |= with_s(word)
        elif kind == "verb":
            found |= with_s(word) | with_ending(word, ("ed", "ing", "er"))
        elif kind == "adj":
            found |= with_ending(word, ("er", "est"))
            found.add(word[:-1] + "y" if word.endswith("le") else re.sub(r"(?<=[^aeiou])y$", "i", word) + "ly")
    return found


def words_of(folder):
    """All words that are known, and those of them that are no names: these may be what a slip was meant for."""
    extra = set(lines(HERE / "spelling-extra.txt"))
    wrong = {line[1:] for line in extra if line.startswith("-")}
    own = {line for line in extra if not line.startswith("-")}
    kinds = lemmas(folder)
    meant = own | set(irregular(folder))
    known = set(vocabulary()) | listed()
    for kind, words in kinds.items():
        known |= forms(kind, words)
        meant |= forms(kind, [word for word, is_plain in words.items() if is_plain])
    return (known | meant) - wrong, meant - wrong, own


def listed():
    """Words of abuse in our phrase lists: they are meant as they stand, and no slips for kinder ones."""
    paths = [SCORING / "lexicons" / f"{name}.txt" for name in ("slurs", "insults", "demeaning-terms")]
    return {word for path in paths for line in lines(path) for word in re.findall(r"[a-z]{4,}", line)}


def common_words(meant, own):
    """The commonest words with a meaning of their own, and with them our words of service."""
    counted = [word for word in lines(SCORING / "tone" / "common-words.txt") if PLAIN.match(word)][:MOST_COMMON]
    return {word for word in counted if word in meant and len(word) > 3} | {word for word in own if len(word) > 3}


def spoken():
    """Longer words of service talk: those that two or more of our example sentences for the acts have."""
    counts = collections.Counter()
    for path in sorted((SCORING / "acts").glob("*.tsv")):
        for line in lines(path):
            counts.update(set(re.findall(r"[a-z]{6,}", line.split("\t")[-1].lower())))
    return {word for word, count in counts.items() if count >= 2}


def main():
    known, meant, own = words_of(pathlib.Path(sys.argv[1]))
    common = common_words(meant, own)
    rarer = {word for word in spoken() if word in meant} - common
    held = common | rarer
    near = {word for target in held for word in neighbours(target) if word in known and word not in held}
    text = [f"{word}+" for word in common] + [f"{word}~" for word in rarer] + sorted(word for word in near if len(word) > 2)
    head = (
        "# Common words (+), rarer ones of service (~) and the words one slip away from them. Made by scoring/build/spelling.py from WordNet 3.0\n"
        "# (copyright 2006 Princeton University, see scoring/facts/NOTICE), the encoder's vocabulary and our own words.\n"
    )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(head + "".join(f"{word}\n" for word in sorted(text, key=lambda word: word.rstrip("+~"))), encoding="utf-8")
    print(f"{len(common)} common, {len(rarer)} rarer, {len(near)} near, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
