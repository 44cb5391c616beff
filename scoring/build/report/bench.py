#!/usr/bin/env python3
"""Runs the benchmark and keeps what it printed about understanding and scoring in the model card.

    scoring/build/report/bench.py [--program .build/release/touchpoint-bench] [--printed FILE]

Every line is shown as it comes. Those about replies, talks and the language model are written into scoring/README.md
between its markers as they were printed; --printed takes what an earlier run printed in place of running it again.
"""

import argparse
import pathlib
import subprocess
import sys

CARD = pathlib.Path(__file__).resolve().parent.parent.parent / "README.md"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
# How the lines begin that say what understanding and scoring cost.
ABOUT = ("machine:", "a whole scorecard", "the coach's search", "phrase tier:", "fast tier:", "main tier:", "mapping the",
    "agreement with", "in other words", "  moves alone", "  tone alone", "  ten facts alone", "  beside it, onnxruntime", "  beside it, scikit-learn")
WIDTH = 116


def printed(program):
    """The lines of a run, shown while they come; ends with its status where it fails."""
    run = subprocess.Popen([program], stdout=subprocess.PIPE, text=True)
    lines = []
    for line in run.stdout:
        print(line, end="", flush=True)
        lines.append(line.rstrip("\n"))
    if status := run.wait():
        sys.exit(f"{program} ended with {status}")
    return lines


def wrapped(line):
    """A line in pieces of at most WIDTH columns, cut at '; ' or ' ('."""
    pieces = []
    while len(line) > WIDTH:
        cut = max(line.rfind("; ", 0, WIDTH) + 1, line.rfind(" (", 0, WIDTH))
        if cut <= 0:
            break
        pieces.append(line[:cut].rstrip())
        line = "    " + line[cut:].lstrip()
    return [*pieces, line]


def about(lines):
    """The lines of the card: those that begin so, and the kinds below the agreement with trainers."""
    kept, isList = [], False
    for line in lines:
        isList = line.startswith("agreement with") or isList and line.startswith("  ")
        if isList or line.startswith(ABOUT):
            kept.append(line)
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/touchpoint-bench")
    parser.add_argument("--printed")
    given = parser.parse_args()
    lines = pathlib.Path(given.printed).read_text("utf-8").splitlines() if given.printed else printed(given.program)
    told = [piece for line in about(lines) for piece in wrapped(line)]
    if not told:
        sys.exit("the benchmark printed nothing of understanding and scoring")
    text = CARD.read_text("utf-8")
    if BEGIN not in text or END not in text:
        sys.exit(f"{CARD} has no place for the figures: {BEGIN} and {END}")
    head, rest = text.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    block = "\n".join([BEGIN, "```", *told, "```", END])
    CARD.write_text(head + block + tail, "utf-8")
    print(f"written into {CARD.parent.name}/{CARD.name}")


if __name__ == "__main__":
    main()
