"""Writes figures as tables between the markers of a Markdown file."""

import hashlib
import pathlib
import statistics

import targets
from figures import digest

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def number(value):
    """Three decimals, without the nought before the point."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"


def cell(values):
    """The mean, with the standard deviation over the seeds where there are several."""
    if not values:
        return ""
    spread = f" ± {number(statistics.pstdev(values))}" if len(values) > 1 else ""
    return number(statistics.fmean(values)) + spread


def grid(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def values(figures, column, task, metric):
    for name in targets.COLUMNS[column]:
        if (task, name, metric) in figures:
            return figures[task, name, metric]
    return []


def bound(wanted, baseline):
    """A target as a number: itself, or so much above the baseline."""
    if isinstance(wanted, str):
        return statistics.fmean(baseline) + float(wanted) if baseline else None
    return wanted


def reached(found, least, aim):
    if not found or least is None:
        return "not measured"
    mean = statistics.fmean(found)
    return "the aim" if mean >= aim else "yes" if mean >= least else "**no**"


def target_row(figures, target):
    columns = {name: values(figures, name, target.task, target.metric) for name in targets.COLUMNS}
    least, aim = (bound(wanted, columns["baseline"]) for wanted in (target.least, target.aim))
    shown = [cell(found) for found in columns.values()]
    limits = ["" if limit is None else number(limit) for limit in (least, aim)]
    return [target.name, *shown, *limits, reached(columns[target.judged], least, aim)]


def moves(figures):
    rows = [[name, *(cell(values(figures, column, task, metric)) for column in targets.COLUMNS)]
            for name, task, metric in targets.MOVES]
    return grid(["moves", "TF-IDF + LR", "fast tier", "main tier"], rows)


def facts(figures):
    names = list(dict.fromkeys((task, method) for task, method, _ in figures))
    metrics = list(dict.fromkeys(metric for *_, metric in figures))
    rows = [[*name, *(cell(figures.get((*name, metric))) for metric in metrics)] for name in names]
    return grid(["facts", "how", *(metric.replace("_", " ") for metric in metrics)], rows)


def tone(figures):
    columns = ["length", "tf-idf + lr", "words", "fast", "main"]
    names = list(dict.fromkeys((task, metric) for task, _, metric in figures))
    rows = [[f"{task}: {metric}", *(cell(figures.get((task, column, metric))) for column in columns)]
            for task, metric in names if "Clarity" not in task]
    return grid(["tone", "length alone", "TF-IDF + linear", "words", "fast tier", "main tier"], rows)


def files(paths):
    """What the figures belong to: each file's, or folder's, size and digest."""
    rows = []
    for path in paths:
        size = sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")))
        sha = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else digest([path])
        rows.append([f"`{path.parent.name}/{path.name}`", f"{size:,}", f"`{sha}`"])
    return grid(["file", "bytes", "SHA-256 (a folder: of its files' names and digests)"], rows)


def tables(by_part, run, paths):
    """All tables as lines; `by_part` has the figures of every part, each as figures.read gives them."""
    figures = {key: found for part in by_part.values() for key, found in part.items()}
    header = ["task", "TF-IDF + LR", "fast tier", "main tier", "at least", "aim", "reached"]
    lines = [run, "", *grid(header, [target_row(figures, target) for target in targets.TARGETS])]
    for part, table in (("moves", moves), ("facts", facts), ("own_facts", facts), ("tone", tone)):
        if by_part.get(part):
            lines += ["", *table(by_part[part])]
    return [*lines, "", *files(paths)]


def write(path, lines):
    """Replaces what stands between the markers.

    Raises ValueError when the file has no markers.
    """
    path = pathlib.Path(path)
    text = path.read_text(encoding="utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise ValueError(f"{path} must have one '{BEGIN}' and one '{END}'")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    path.write_text(before + "\n".join([BEGIN, *lines, END]) + after, encoding="utf-8")
