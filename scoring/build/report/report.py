#!/usr/bin/env python3
"""Measures all that is understood (moves, facts, tone) and writes the model card's tables into scoring/README.md.

    scoring/build/report/report.py [--data ../shared/data] [--quick] [--only PART,PART] [--again]

Everything goes through the batch interface of the program that users have, `touchpoint language moves|states|tone`;
learning weights anew for held-out figures takes the features from `language-lab`. Three seeds; --quick draws once and prints
the tables without writing them into the card. A figure is kept under .build/language-report and read back as long as
program, data and scripts are the same to the byte, so a run that was cut off goes on; --again measures all anew.
"""

import argparse
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.append(str(HERE.parent))
import materials  # noqa: E402

SCORING = ROOT / "scoring"
CARD = SCORING / "README.md"
RELEASE = ROOT / ".build" / "release"
MADE = ROOT / ".build" / "language-report"
PARTS = ("moves", "facts", "own_facts", "tone")
FILES = ("model/vocabulary.tpm", "model/minilm.tpm", "model/static.tpm", "facts/facts.weights", "tone/signals")


def command(part, given):
    """The words that start the script of a part."""
    program, out = RELEASE / "touchpoint", MADE / f"{part}.tsv"
    start = [sys.executable, HERE / f"{part}.py", "--out", out]
    if part == "own_facts":
        return [*start, "--program", f"{program} language states"]
    start += ["--data", given.data]
    if part == "facts":
        return start
    own = ["--program", f"{program} language moves"]
    if part == "tone":
        own = ["--program", program, "--cache", MADE / "tone"]
    depends = [program, *(SCORING / name for name in ("model", "background"))]
    seeds = ["--seeds", "1" if given.quick else "3"]
    return [*start, *own, *seeds, "--kept", MADE / "kept", "--depends", *depends]


def facts_inputs(given):
    """The digest of all that the figures of facts depend on: their script measures all or nothing."""
    import figures

    depends = [RELEASE / "language-lab", HERE / "facts.py", given.data / "keypoints"]
    return figures.digest([*depends, *(SCORING / name for name in ("model", "facts"))])


def measure(part, given):
    """Runs a part's script; its figures are in PART.tsv afterwards."""
    mark, inputs = MADE / "facts.inputs", facts_inputs(given) if part == "facts" else ""
    if part == "facts":
        if (MADE / "facts.tsv").exists() and mark.exists() and mark.read_text() == inputs:
            print("facts: as before", flush=True)
            return
        mark.unlink(missing_ok=True)
    subprocess.run([str(word) for word in command(part, given)], check=True, cwd=ROOT)
    if part == "facts":
        mark.write_text(inputs)


def processor():
    """What the figures were taken on, for the line above the tables."""
    info = pathlib.Path("/proc/cpuinfo")
    names = [line.split(":")[1] for line in info.read_text().splitlines() if line.startswith("model name")]
    return f"{len(names)} cores of {names[0].strip()}" if names else "an unknown processor"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--only", default=",".join(PARTS))
    given = parser.parse_args()
    given.data = given.data.resolve()
    if not (given.data / "moves").is_dir():
        sys.exit(f"'{given.data}' has no folder 'moves'; name the folder of the public sets with DATA=FOLDER or --data")
    materials.run_inside(materials.cache_folder())
    import card
    import figures

    MADE.mkdir(parents=True, exist_ok=True)
    if given.again:
        for file in [*MADE.glob("kept/*.json"), MADE / "facts.inputs"]:
            file.unlink(missing_ok=True)
    started = time.monotonic()
    for part in given.only.split(","):
        measure(part, given)
    minutes = (time.monotonic() - started) / 60
    print(f"all measured in {minutes:.1f} minutes")
    by_part = {part: figures.read(MADE / f"{part}.tsv") for part in PARTS if (MADE / f"{part}.tsv").exists()}
    seeds = "one seed" if given.quick else "mean and standard deviation of three seeds"
    run = f"Written by `make language-report`: {seeds}, on {processor()}."
    lines = card.tables(by_part, run, [SCORING / name for name in FILES])
    print("\n".join(lines))
    if not given.quick:
        card.write(CARD, lines)
        print(f"written into {CARD.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
