"""The sentences the static table learns from: WordNet's glosses and examples, fortunes, our own talk."""

import re

import talk

WORDNET = ("adj", "adv", "noun", "verb")
# Fortune files of plain prose; drawings, scripts and song sheets are left out.
FORTUNES = (
    "computers cookie definitions education food humorists kids law literature love medicine men-women miscellaneous "
    "news people pets platitudes politics riddles science sports startrek tao wisdom work zippy"
).split()
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'])")


def wordnet(folder):
    """Definitions, 'word: definition' lines and example sentences, in file order."""
    definitions, lemmas, examples = [], [], []
    for part in WORDNET:
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            head, _, gloss = line.partition(" | ")
            fields = head.split(" ")
            words = [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).replace("_", " ") for i in range(int(fields[3], 16))]
            examples += [e for e in re.findall(r'"([^"]+)"', gloss) if e.count(" ") >= 1]
            meaning = re.sub(r'"[^"]*"', "", gloss).strip(" ;")
            if meaning:
                definitions.append(meaning)
                lemmas.append(f"{', '.join(words)}: {meaning}")
    return definitions, lemmas, examples


def fortunes(folder):
    """Fortunes cut into sentences of 3 to 60 words."""
    found = []
    for name in FORTUNES:
        path = folder / name
        if path.exists():
            for fortune in path.read_text(encoding="utf-8", errors="ignore").split("\n%\n"):
                prose = re.sub(r"\s+", " ", re.split(r"\n\s*--", fortune)[0])
                found += [s.strip() for s in SENTENCE_END.split(prose) if 3 <= len(s.split()) <= 60]
    return found


def unique(texts):
    return list(dict.fromkeys(t for t in texts if t))
