#!/usr/bin/env python3
"""Writes scoring/facts/antonyms.txt: the single-word antonyms of WordNet 3.0, two a line, sorted.

    scoring/build/antonyms.py FOLDER        # FOLDER holds data.adj, data.adv, data.noun, data.verb

The files come with Debian's wordnet-base. WordNet's licence is kept in scoring/facts/NOTICE.
"""

import pathlib
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "facts" / "antonyms.txt"
KINDS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}


def synsets(path):
    """Each synset's words by place, and its antonym pointers: (own word, kind, offset, other word)."""
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
        rest = fields[4 + 2 * count :]
        pointers = [rest[1 + 4 * i : 5 + 4 * i] for i in range(int(rest[0]))]
        found = [(int(p[3][:2], 16), KINDS[p[2]], p[1], int(p[3][2:], 16)) for p in pointers if p[0] == "!"]
        yield fields[0], words, found


def antonyms(folder):
    words, pointers = {}, []
    for kind in ("noun", "verb", "adj", "adv"):
        for offset, own, found in synsets(folder / f"data.{kind}"):
            words[kind, offset] = own
            pointers += [(own[place - 1], other, where, at) for place, other, where, at in found if place]
    for own, kind, offset, place in pointers:
        other = words[kind, offset][place - 1] if place else ""
        if own.isalpha() and other.isalpha():
            yield " ".join(sorted((own, other)))


def main():
    lines = sorted(set(antonyms(pathlib.Path(sys.argv[1]))))
    head = "# Antonyms of WordNet 3.0, copyright 2006 Princeton University; see NOTICE. Made by scoring/build/antonyms.py.\n"
    TARGET.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} pairs")


if __name__ == "__main__":
    main()
