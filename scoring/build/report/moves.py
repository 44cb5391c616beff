"""Measures moves from a few examples through the batch interface, beside TF-IDF + logistic regression in the same run.

python moves.py --program "PATH moves" [--data ../shared/data] [--tiers main,fast] [--seeds 3] [--only NAME] [--out FILE]
Splits: k examples a label are drawn from a set's training part, the rest of it is the test (CLINC150: its validation
part; SGD: other talks). Every other seed draws again. Nothing is chosen on a test part. The own replies are this
project's: the bundled scenarios' examples, and replies in odd wordings that trainees might give.
"""

import argparse
import pathlib
import shlex
import subprocess
import tempfile

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

import figures
import plain

REPLIES = pathlib.Path(__file__).resolve().parents[3] / "Tests" / "LanguageTests" / "Moves" / "Replies"

# The intents of five CLINC150 domains, as its authors list them (Larson et al. 2019).
DOMAINS = [
    "freeze_account routing pin_change bill_due pay_bill account_blocked interest_rate min_payment bill_balance "
    "transfer order_checks balance spending_history transactions report_fraud",
    "replacement_card_duration expiration_date damaged_card improve_credit_score report_lost_card card_declined "
    "credit_limit_change apr redeem_rewards credit_limit rewards_balance application_status credit_score new_card "
    "international_fees",
    "plug_type travel_notification translate flight_status international_visa timezone exchange_rate "
    "travel_suggestion travel_alert vaccines lost_luggage book_flight book_hotel carry_on car_rental",
    "food_last confirm_reservation how_busy ingredients_list calories nutrition_info recipe restaurant_reviews "
    "restaurant_reservation meal_suggestion restaurant_suggestion cancel_reservation ingredient_substitution "
    "cook_time accept_reservations",
    "direct_deposit pto_request taxes payday w2 pto_balance pto_request_status next_holiday insurance "
    "insurance_change schedule_meeting pto_used meeting_schedule rollover_401k income",
]
NONE = "none"


def table(path):
    lines = path.read_text(encoding="utf8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:] if line]


def write(path, header, rows):
    lines = ["\t".join(row) for row in [header, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


class Program:
    """The batch interface of one tier."""

    def __init__(self, command, tier):
        self.command, self.name = shlex.split(command) + ["--tier", tier], tier

    def answer(self, examples, texts, flags=("--always",)):
        """One dict a text."""
        with tempfile.TemporaryDirectory() as folder:
            where = pathlib.Path(folder)
            write(where / "ex.tsv", ["label", "text"], examples)
            write(where / "in.tsv", ["text"], [[text] for text in texts])
            words = ["--examples", where / "ex.tsv", "--input", where / "in.tsv", "--output", where / "out.tsv"]
            subprocess.run([*self.command, *map(str, words), *flags], check=True, stderr=subprocess.DEVNULL)
            return table(where / "out.tsv")


class Baseline:
    """Words, word pairs and letter runs in TF-IDF, multinomial logistic regression."""

    name = plain.NAME

    def answer(self, examples, texts, flags=("--always",)):
        if "--multi" in flags:
            return self.several(examples, texts)
        labels, shares = plain.probabilities([text for _, text in examples], [label for label, _ in examples], texts)
        return [{"label": str(labels[row.argmax()]), "score": float(row.max())} for row in shares]

    def several(self, examples, texts):
        """One yes-or-no model a label."""
        own = {}
        for label, text in examples:
            own.setdefault(text, set()).add(label)
        known = list(own)
        learn, test = plain.features(known, texts)
        found = [[] for _ in texts]
        for label in sorted({label for label, _ in examples} - {NONE}):
            model = LogisticRegression(C=10, max_iter=200, class_weight="balanced")
            model.fit(learn, [label in own[text] for text in known])
            for row in np.flatnonzero(model.predict(test)):
                found[row].append(label)
        return [{"labels": ",".join(labels)} for labels in found]


def decided_and_forced(answers):
    """The label each text was given, `none` among them, and the best label whatever its score."""
    columns = [name for name in answers[0] if name.startswith("score_")]
    best = [max(columns, key=lambda name: float(row[name])).removeprefix("score_") for row in answers]
    return [row["label"] for row in answers], [row | {"label": label} for row, label in zip(answers, best)]


def draw(labels, count, chance):
    labels = np.array(labels)
    return np.concatenate([chance.permutation(np.flatnonzero(labels == one))[:count] for one in sorted(set(labels))])


def pairs(rows, chosen):
    return [[rows[i]["label"], rows[i]["text"]] for i in chosen]


def accuracy(answers, labels):
    return float(np.mean([row["label"] == label for row, label in zip(answers, labels)]))


def scores(answers):
    return np.array([float(row["score"]) for row in answers])


def auroc(inside, outside):
    return roc_auc_score([1] * len(inside) + [0] * len(outside), np.concatenate([inside, outside]))


def calibration_error(answers, right, bins=10):
    """Expected calibration error: mean gap between what was promised and what came true."""
    promised, right = scores(answers), np.array(right, float)
    places = np.minimum((promised * bins).astype(int), bins - 1)
    gaps = [abs(promised[places == b].mean() - right[places == b].mean()) * (places == b).mean()
            for b in range(bins) if (places == b).any()]
    return float(sum(gaps))


def banking(system, data, seed, count):
    rows = table(data / "moves/banking77_train.tsv")
    chance = np.random.default_rng(seed)
    chosen = draw([row["label"] for row in rows], count, chance)
    rest = np.setdiff1d(np.arange(len(rows)), chosen)
    answers = system.answer(pairs(rows, chosen), [rows[i]["text"] for i in rest])
    return {"accuracy": accuracy(answers, [rows[i]["label"] for i in rest])}


def clinc_rows(data):
    rows = table(data / "moves/clinc150_train_val.tsv")
    return ([row for row in rows if row["split"] == "train"], [row for row in rows if row["split"] == "val"],
            [row for row in rows if row["label"] == "oos"])


def clinc(system, data, seed):
    train, test, strange = clinc_rows(data)
    chosen = draw([row["label"] for row in train], 10, np.random.default_rng(seed))
    answers = system.answer(pairs(train, chosen), [row["text"] for row in test + strange])
    inside, outside = scores(answers)[: len(test)], scores(answers)[len(test):]
    right = np.array([a["label"] == row["label"] for a, row in zip(answers, test)])
    cut = np.quantile(outside, 0.8)
    return {"accuracy": right.mean(), "auroc": auroc(inside, outside), "in-scope at 80% oos recall":
            float((right & (inside > cut)).mean())}


def eight_moves(system, data, seed, episodes=10):
    """Eight intents of one domain, five examples each; `none` as decided by the program itself, too."""
    train, test, strange = clinc_rows(data)
    found = []
    for episode in range(episodes):
        chance = np.random.default_rng(1000 * seed + episode)
        domain = DOMAINS[episode % len(DOMAINS)].split()
        moves = list(chance.permutation(domain)[:8])
        own = [row for row in train if row["label"] in moves]
        chosen = draw([row["label"] for row in own], 5, chance)
        inside = [row for row in test if row["label"] in moves]
        near = [row for row in test if row["label"] in domain and row["label"] not in moves]
        texts = [row["text"] for row in inside + near + strange]
        answers = system.answer(pairs(own, chosen), texts, flags=("--all-scores",))
        said = None
        if isinstance(system, Program):
            said, answers = decided_and_forced(answers)
        all_scores = scores(answers)
        a, b = len(inside), len(inside) + len(near)
        right = [x["label"] == row["label"] for x, row in zip(answers, inside)]
        figure = {"accuracy": np.mean(right), "auroc near": auroc(all_scores[:a], all_scores[a:b]),
                  "auroc far": auroc(all_scores[:a], all_scores[b:])}
        if said:
            none = np.array([label == NONE for label in said])
            figure |= {"accepted and right": np.mean([label == row["label"] for label, row in zip(said, inside)]),
                       "near rejected": none[a:b].mean(), "far rejected": none[b:].mean(),
                       "calibration error": calibration_error(answers, right + [False] * (len(texts) - a))}
        found.append(figure)
    return {key: float(np.mean([figure[key] for figure in found])) for key in found[0]}


def several(system, data, seed):
    rows = table(data / "moves/nlupp_banking.tsv")
    own = [set(row["labels"].split(",")) - {""} for row in rows]
    labels = sorted(set().union(*own))
    chance = np.random.default_rng(seed)
    chosen = []
    for label in labels:
        missing = 10 - sum(label in own[i] for i in chosen)
        fresh = [i for i in chance.permutation(len(rows)) if label in own[i] and i not in chosen]
        chosen += fresh[:max(0, missing)]
    rest = [i for i in range(len(rows)) if i not in set(chosen)]
    examples = [[label, rows[i]["text"]] for i in sorted(chosen) for label in sorted(own[i])]
    answers = system.answer(examples, [rows[i]["text"] for i in rest], flags=("--multi",))
    wanted = [[label in own[i] for label in labels] for i in rest]
    given = [[label in answer["labels"].split(",") for label in labels] for answer in answers]
    return {"micro-F1": f1_score(wanted, given, average="micro")}


def agent_acts(system, data, seed):
    """What the service side says: acts of SGD's system turns with one act, ten examples each; talks held apart."""
    rows = [row | {"label": row["acts"]} for row in table(data / "moves/sgd_system_acts_train.tsv")]
    rows = [row for row in rows if "," not in row["label"]]
    chance = np.random.default_rng(seed)
    talks = chance.permutation(sorted({row["dlg"] for row in rows}))
    learning = set(talks[: len(talks) // 2])
    learn, test = [r for r in rows if r["dlg"] in learning], [r for r in rows if r["dlg"] not in learning]
    known = {r["label"] for r in learn}
    test = [r for r in test if r["label"] in known]
    chosen = draw([row["label"] for row in learn], 10, chance)
    answers = system.answer(pairs(learn, chosen), [row["text"] for row in test])
    return {"accuracy": accuracy(answers, [row["label"] for row in test])}


def own_replies(system, data, seed):
    """Agents' replies written for this project against the bundled scenarios' moves; a miss teaches `none`."""
    examples = table(REPLIES / "scenario-moves.tsv")
    replies = [row for path in sorted(REPLIES.glob("odd-wordings*.tsv")) for row in table(path)]
    wanted, given = [], []
    for scenario in sorted({row["scenario"] for row in replies}):
        lessons = [[NONE if row["label"].startswith("!") else row["label"], row["text"]]
                   for row in examples if row["scenario"] == scenario]
        own = [row for row in replies if row["scenario"] == scenario]
        answers = system.answer(lessons, [row["text"] for row in own], flags=("--multi",))
        wanted += [{(scenario, label) for label in row["moves"].split()} for row in own]
        given += [{(scenario, label) for label in row["labels"].split(",") if label} for row in answers]
    both, all_ = sum(len(a & b) for a, b in zip(wanted, given)), sum(len(a) + len(b) for a, b in zip(wanted, given))
    whole = [a == b for a, b in zip(wanted, given)]
    none = [not b for a, b in zip(wanted, given) if not a]
    return {"micro-F1": 2 * both / all_, "understood whole": np.mean(whole), "none kept none": np.mean(none)}


TASKS = {
    "BANKING77, 5 examples": lambda s, d, n: banking(s, d, n, 5),
    "BANKING77, 10 examples": lambda s, d, n: banking(s, d, n, 10),
    "CLINC150, 10 examples": clinc,
    "Eight moves of one domain, 5 examples": eight_moves,
    "NLU++ banking, 10 examples a label": several,
    "SGD agent acts, 10 examples": agent_acts,
    "Own agents' replies, bundled scenarios": own_replies,
}
ONCE = {"Own agents' replies, bundled scenarios"}  # nothing is drawn


def inputs_of(system, options):
    """What a measurement depends on, as one digest: the script and the data, and for the program all it is made of."""
    parts = [__file__, plain.__file__, options.data / "moves", REPLIES]
    return figures.digest(parts + (options.depends if isinstance(system, Program) else []))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/data"))
    parser.add_argument("--tiers", default="main,fast")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--kept", type=pathlib.Path, help="a folder for figures, read back while nothing has changed")
    parser.add_argument("--depends", type=pathlib.Path, nargs="*", default=[], help="files the program is made of")
    options = parser.parse_args()
    systems = [] if options.no_baseline else [Baseline()]
    systems += [Program(options.program, tier) for tier in options.tiers.split(",") if tier]
    kept = figures.Kept(options.kept)
    for task, measure in TASKS.items():
        if options.only not in task:
            continue
        for system in systems:
            inputs = inputs_of(system, options)
            for seed in range(1 if task in ONCE else options.seeds):
                kept.measured(inputs, task, system.name, seed, lambda: measure(system, options.data, seed))
    if options.out:
        kept.write(options.out)


if __name__ == "__main__":
    main()
