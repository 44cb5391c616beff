"""Figures as rows of one table (task, method, metric, seed, value), measured once for each state of things."""

import hashlib
import json
import pathlib
import time

COLUMNS = ("task", "method", "metric", "seed", "value")
STARTED = time.monotonic()


def say(*words):
    """A line of progress with the minutes gone."""
    print(f"[{(time.monotonic() - STARTED) / 60:5.1f} min]", *words, flush=True)


def digest(paths):
    """One digest of files and folders, by their contents and names."""
    sha = hashlib.sha256()
    for path in map(pathlib.Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                sha.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return sha.hexdigest()


class Kept:
    """Gathers figures; those measured before from the very same inputs are read back from `folder` (None: never)."""

    def __init__(self, folder):
        self.folder, self.rows = folder and pathlib.Path(folder), []

    def measured(self, inputs, task, method, seed, measure):
        """Figures of one measurement: a dict by metric. `inputs` is the digest of all it depends on."""
        name = hashlib.sha256("\0".join((inputs, task, method, str(seed))).encode()).hexdigest()[:20]
        path = self.folder and self.folder / f"{name}.json"
        if path and path.exists():
            found, how = json.loads(path.read_text()), "as before"
        else:
            started = time.monotonic()
            found = {metric: float(value) for metric, value in measure().items()}
            how = f"{time.monotonic() - started:.0f} s"
            if path:
                self.folder.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(found))
        self.rows += [(task, method, metric, str(seed), f"{value:.5f}") for metric, value in found.items()]
        told = "  ".join(f"{metric} {value:.3f}" for metric, value in found.items())
        say(f"{task} | {method} | seed {seed}: {told}  ({how})")
        return found

    def write(self, path):
        lines = ["\t".join(row) for row in [COLUMNS, *self.rows]]
        pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path):
    """Figures of a table: {(task, method, metric): [one value a seed]}. A wide table has its metrics as columns."""
    header, *rows = (line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    long = list(COLUMNS) == header
    made = {}
    for row in rows:
        cells = [(row[2], row[4])] if long else zip(header[2:], row[2:])
        for metric, value in cells:
            if value:
                made.setdefault((row[0], row[1], metric), []).append(float(value))
    return made
