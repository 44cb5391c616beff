#!/usr/bin/env python3
"""Learns how the yes/no questions of criteria are answered: scoring/checks/{main,fast}.tsv.

    scoring/build/checks.py [--program .build/release/touchpoint] [--check]

Ridge logistic regression, one a question and one for whether the criterion applies at all, over what the program hears
in a talk (nearness to the acts that speak for the kind, and to all acts of the customer) and the answer of the kind's
own rule.
Learned from scoring/checks/talks and from those golden replies that are not held apart. Rules were mended on golden
replies and on half of the talks, so their answers are trusted as far as they prove right on the other half ("fresh").
What is learned answers only where that agrees with the trainers, in five folds of the fresh talks, better than the kind's
rule does alone; and it doubts answers, which then count in part, only where that brings the points nearer to the
trainers'. --check makes the files in a temporary folder and compares them with those that are there.
"""

import argparse
import collections
import filecmp
import json
import pathlib
import subprocess
import sys
import tempfile

import materials

SCORING = pathlib.Path(__file__).resolve().parent.parent
TALKS = SCORING / "checks" / "talks"
TIERS = ("main", "fast")
APPLIES = "applies"
PENALTY = 3.0  # of the squared weights, halved; of two values tried the same for all questions
RULE = 2.0  # how large the rule's yes and no stand beside features of spread one
HEARD = 0.25  # so near must a sentence come to an act that speaks for a yes the rule did not see
MARGIN = 0.4  # so near to even odds, in their natural logarithm, the rule's own answer stands
SURE = 2.0  # beyond these odds, in their natural logarithm, an answer is not doubted
FAR = -0.5  # so near to an act or less, a sentence is no near miss of it
LEAST_YES, MOST_NO = 0.5, 0.7  # what a doubted yes counts at least, and a near miss at most
FEWEST_ASKED = 20  # a question asked in fewer talks is left to its rule
FEWEST_EACH = 8  # and one with fewer talks on either side
USUAL = 0.6  # a question asked in so many of the talks where the criterion applies is asked in all of them
FOLDS = 5
# Which acts of the trainee's a kind's questions are weighed by: none that a trainer would not name beside them.
SPEAKING = {
    "apology": "apology apology-spoiled acknowledgement ownership blaming",
    "calm": "minimising blaming insult threat boundary calming-choice commands judgement remedy alternative "
        "commitment acknowledgement impact done ends-contact",
    "complete-answer": "answer refusal alternative reason remedy done commitment unknown finds-out deflection self-service "
        "sends-away next-issue time-given vague-time hand-over",
    "concrete-words": "time-given vague-time done answer commitment hedge remedy recap deflection",
    "confirms-completion": "done checks-back time-given protected-deed opt-out-done remedy commitment next-issue "
        "vague-time",
    "correct-escalation": "hand-over reason time-given safety-response commitment carried-over vague-time",
    "honest-confidence": "hedge guess certainty unknown finds-out promise-big answer cause assumption commitment",
    "least-effort": "sends-away self-service makes-repeat hand-over carried-over done commitment remedy deflection",
    "names-impact": "impact acknowledgement minimising apology",
    "next-issue": "next-issue after-care time-given checks-back self-service done remedy",
    "next-step": "commitment time-given vague-time done hand-over remedy finds-out next-issue self-service "
        "sends-away",
    "no-repeat-question": "asks-detail makes-repeat identity-check starts-over recap carried-over history "
        "diagnosing acknowledgement",
    "ownership": "ownership commitment done remedy deflection sends-away hand-over self-service time-given "
        "finds-out carried-over",
    "positive-no": "refusal alternative reason background remedy calming-choice deflection self-service",
    "prevents": "cause measure fault-log finds-cause hand-over",
    "restates-issue": "recap acknowledgement impact history carried-over cause diagnosing",
    "root-cause": "cause finds-cause diagnosing fault-log measure guess",
    "thanks": "thanks-for acknowledgement blaming apology judgement",
    "uses-history": "history carried-over starts-over recap makes-repeat acknowledgement asks-detail",
}
# What proves a yes that the rule did not see, by how the question begins: the act that is quoted for it. A question that
# stands nowhere here, such as one for something left undone, is left to its rule.
PROVING = {
    "apology": {"Says sorry": "apology", "Says what for": "apology"},
    "calm": {"Offers the angry": "calming-choice boundary remedy alternative commitment done"},
    "complete-answer": {"Answers": "answer refusal unknown finds-out commitment done remedy hand-over"},
    "concrete-words": {"Gives a number": "time-given"},
    "confirms-completion": {
        "Says that it is done": "done protected-deed opt-out-done", "Gives a reference": "time-given",
        "Asks whether": "checks-back"},
    "correct-escalation": {
        "Hands on": "hand-over", "Gives the reason": "reason carried-over", "Tells the customer who": "hand-over",
        "Says when": "time-given"},
    "honest-confidence": {"Says that or when": "finds-out unknown", "Says it firmly": "certainty answer"},
    "least-effort": {"Does for them": "done commitment remedy carried-over"},
    "names-impact": {"Names a feeling": "impact acknowledgement", "Ties it": "impact"},
    "next-issue": {"Names what may come": "next-issue", "Says what to do": "after-care"},
    "next-step": {
        "Says what happens": "commitment hand-over next-issue", "Says who": "commitment hand-over",
        "Says when": "time-given"},
    "no-repeat-question": {"Takes up": "recap history carried-over acknowledgement"},
    "ownership": {"Speaks of it": "ownership commitment", "Says what they do": "commitment done remedy finds-out"},
    "positive-no": {"Says what can": "alternative calming-choice remedy", "Gives the reason": "reason"},
    "prevents": {"Names the cause": "cause fault-log finds-cause", "Says what changes": "measure"},
    "restates-issue": {"Names the thing": "recap history", "Names what is wrong": "recap history"},
    "root-cause": {"Asks or says why": "cause finds-cause diagnosing", "Before the fix": "cause finds-cause diagnosing"},
    "thanks": {"Thanks": "thanks-for", "Says what for": "thanks-for"},
    "uses-history": {"Takes up": "history carried-over recap"},
}
# Whether a kind applies is left to its rule where many a talk comes near the acts that speak for it and calls for none:
# one content in six wordings then stood on both sides.
OWN_SCOPE = {"positive-no"}
STEPS = {"breached": 0, "missed": 1, "partly": 2, "met": 3, "not applicable": 4}


class Talk:
    """One judged talk: what trainers said of it, what the rule found, what the program heard."""

    def __init__(self, fields, line):
        import numpy as np

        self.keyword, self.verdict, self.rule = fields[0], fields[2], fields[5]
        pairs = [each.rsplit("=", 1) for each in fields[6].split("|") if each]
        self.answers = {question: answer == "1" for question, answer in pairs}
        self.features = np.array([float(each) for each in fields[7:]])
        self.whole = self.features
        self.checks, self.fresh = line.get("checks", {}), line.get("fresh", False)
        self.content = line.get("wording_of", line["name"])

    def keep(self, columns, names):
        """Weighs these features alone."""
        self.features = self.whole[columns]
        self.near = {names[column]: self.whole[column] for column in columns}

    def wanted(self, question):
        """Whether trainers say yes to a question; None where they cannot be asked."""
        whole = {"met": True, "missed": False}
        return self.checks.get(question) if self.verdict == "partly" else whole.get(self.verdict)

    def row(self, answer, is_trusted=True):
        """The features and the rule's answer, None where it did not ask."""
        import numpy as np

        sign = 0 if answer is None or not is_trusted else 1 if answer else -1
        return np.append(self.features, RULE * sign)


# -- What there is to learn from


def talks_of(given, tier, folder):
    """The talks to learn from, and the names of their features."""
    share = folder / f"share-{tier}"
    golden = share / "scoring" / "golden"
    golden.mkdir(parents=True)
    for each in SCORING.iterdir():
        if each.name not in ("golden", "checks"):
            (share / "scoring" / each.name).symlink_to(each)
    (share / "scenarios").symlink_to(SCORING.parent / "scenarios")
    for path in sorted(TALKS.glob("*.jsonl")):
        with open(golden / path.name, "w", encoding="utf-8") as file:
            for line in lines_of(path):
                file.write(json.dumps(line | {"first": line["verdict"], "second": line["verdict"]}) + "\n")
    names, taught = table(given, tier, share, folder / f"{tier}-talks.tsv", lines_of_all(TALKS))
    _, golden = table(given, tier, SCORING.parent, folder / f"{tier}-golden.tsv", lines_of_all(SCORING / "golden"))
    return names, taught + golden


def lines_of(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def lines_of_all(folder):
    return {path.stem: lines_of(path) for path in folder.glob("*.jsonl")}


def table(given, tier, share, path, lines):
    """What the program sees of the talks of a share; golden replies held apart or judged in two ways are left out."""
    words = [given.program, "rubric", "test", "--share", str(share), "--tier", tier, "--features", str(path)]
    run = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if run.returncode > 1:
        sys.exit(run.stderr)
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    found = []
    for fields in rows[1:]:
        if fields[0] not in lines or fields[2] != fields[3] or fields[4] == "1":
            continue
        found.append(Talk(fields, lines[fields[0]][int(fields[1])]))
    return rows[0][7:], found


# -- Learning


def regression(rows, targets):
    """Weights and bias by Newton's method; both answers weigh the same however often they were given."""
    import numpy as np

    rows, targets = np.array(rows), np.array(targets, float)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 0.1
    mean[-1], spread[-1] = 0, 1
    inputs = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    share = np.where(targets > 0, 0.5 / targets.mean(), 0.5 / (1 - targets.mean()))
    pull = np.full(inputs.shape[1], PENALTY)
    pull[-1] = 1e-9
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        first = inputs.T @ (share * (p - targets)) + pull * weights
        second = (inputs * (share * p * (1 - p))[:, None]).T @ inputs + np.diag(pull)
        weights -= np.linalg.solve(second, first)
    scaled = weights[:-1] / spread
    return scaled, weights[-1] - scaled @ mean


def learned(talks):
    """For each question that can be learned its weights, bias, and whether it is usual; and for whether the kind applies."""
    found = {}
    due = sum(talk.rule != "not applicable" for talk in talks)
    questions = list(dict.fromkeys(question for talk in talks for question in talk.answers))
    for question in questions:
        known = [talk for talk in talks if talk.rule != "breached" and talk.wanted(question) is not None]
        asked = sum(question in talk.answers for talk in known)
        wanted = [talk.wanted(question) for talk in known]
        if not proof(talks[0].keyword, question) or asked < FEWEST_ASKED or min(sum(wanted), len(wanted) - sum(wanted)) < FEWEST_EACH:
            continue
        rows = [talk.row(talk.answers.get(question), talk.fresh) for talk in known]
        found[question] = (*regression(rows, wanted), asked / due >= USUAL)
    known = [talk for talk in talks if talk.verdict != "breached"]
    wanted = [talk.verdict != "not applicable" for talk in known]
    if min(sum(wanted), len(wanted) - sum(wanted)) >= FEWEST_EACH:
        rows = [talk.row(talk.rule != "not applicable", talk.fresh) for talk in known]
        found[APPLIES] = (*regression(rows, wanted), False)
    return found


def proof(kind, question):
    """The acts that prove a yes, separated by spaces; nothing where none can."""
    return next((acts for start, acts in PROVING.get(kind, {}).items() if question.startswith(start)), "")


def nearest(talk, question):
    """How near a sentence of the trainee's own comes to an act that proves a yes."""
    return max(talk.near.get("agent:" + act, -1) for act in proof(talk.keyword, question).split())


def answers(talk, found):
    """The answers as the program gives them; None where the criterion does not apply."""
    def answer(question, own):
        if question not in found:
            return bool(own)
        weights, bias, _ = found[question]
        if own and question != APPLIES:
            return True
        row = talk.row(own)
        logit = row @ weights + bias
        if own is not None and abs(logit) < MARGIN:
            return own
        return logit > 0 and (question == APPLIES or nearest(talk, question) >= HEARD)

    is_due = talk.rule != "not applicable"
    if not (answer(APPLIES, is_due) if APPLIES in found else is_due):
        return None
    asked = talk.answers if is_due else {q: None for q, (_, _, usual) in found.items() if usual}
    return {question: answer(question, own) for question, own in asked.items()}


def verdict(talk, found):
    """The verdict as the program composes it of learned answers and the rule's."""
    given = None if talk.rule == "breached" else answers(talk, found)
    if talk.rule == "breached" or given == {}:
        return talk.rule
    return "not applicable" if given is None else "met" if all(given.values()) else "partly" if any(given.values()) else "missed"


def share(talk, found, weighed):
    """The share of the points: what each answer counts, doubted as far as its weights doubt it; None where there is none."""
    given = None if talk.rule == "breached" else answers(talk, found)
    if not given:
        return None
    def counts(question, passed):
        if question not in weighed:
            return float(passed)
        weights, bias, _ = weighed[question]
        sure = min(max(0.5 + (talk.row(talk.answers.get(question)) @ weights + bias) / (2 * SURE), 0), 1)
        reach = min(max((nearest(talk, question) - FAR) / (HEARD - FAR), 0), 1)
        return round(1 - (1 - LEAST_YES) * (1 - sure) if passed else MOST_NO * sure * reach, 1)
    return sum(counts(question, passed) for question, passed in given.items()) / len(given)


def wanted_share(talk):
    """The share of the points that trainers give; None where they give no verdict that has one."""
    if talk.verdict == "partly":
        return sum(talk.checks.values()) / len(talk.checks) if talk.checks else 0.5
    return {"met": 1.0, "missed": 0.0}.get(talk.verdict)


def kappa(pairs):
    """Cohen's kappa with linear weights, as the program computes it."""
    import numpy as np

    one, two = (np.array([STEPS[pair[i]] for pair in pairs]) for i in (0, 1))
    shares = [np.bincount(each, minlength=len(STEPS)) / len(pairs) for each in (one, two)]
    by_chance = sum(shares[0][i] * shares[1][j] * abs(i - j) for i in range(5) for j in range(5))
    return 1 - np.abs(one - two).mean() / by_chance if by_chance else 1.0


def speaking(kind, names):
    """Columns of the acts that speak for a kind, and of all that the customer does."""
    acts = set(SPEAKING[kind].split())
    if unknown := [act for act in sorted(acts) if "agent:" + act not in names]:
        sys.exit(f"{kind}: no act is called {', '.join(unknown)}")
    sides = [name.split(":") for name in names]
    return [i for i, (side, act) in enumerate(sides) if side == "customer" or side in ("agent", "last") and act in acts]


def trials(kind, talks):
    """What is learned without each fold of fresh talks, all wordings of one kept together, with those talks."""
    fresh = [talk for talk in talks if talk.fresh]
    contents = list(dict.fromkeys(talk.content for talk in fresh))
    for fold in range(FOLDS):
        out = set(contents[fold::FOLDS])
        found = learned([talk for talk in talks if not talk.fresh or talk.content not in out])
        yield found, [talk for talk in fresh if talk.content in out]


def deciding(found, applies):
    """Those of what is learned that may answer otherwise than the rule."""
    return {question: each for question, each in found.items() if applies or question != APPLIES}


def agreement(tried, applies):
    """Kappa of the rule and of what is learned, on fresh talks."""
    judged = [
        (talk.verdict, talk.rule, verdict(talk, deciding(found, applies))) for found, talks in tried for talk in talks]
    return kappa([(a, b) for a, b, _ in judged]), kappa([(a, c) for a, _, c in judged])


def distance(tried, applies, doubts):
    """Mean squared distance of the share of the points from the trainers', on fresh talks; `applies` None: the rule alone."""
    squares = []
    for found, talks in tried:
        answered = {} if applies is None else deciding(found, applies)
        for talk in talks:
            given, wanted = share(talk, answered, found if doubts else {}), wanted_share(talk)
            if given is not None and wanted is not None:
                squares.append((given - wanted) ** 2)
    return sum(squares) / len(squares)


# -- Files


def made(given, tier, folder):
    """One file's text and a line for each kind."""
    import numpy as np

    names, talks = talks_of(given, tier, folder)
    kinds = collections.defaultdict(list)
    for talk in talks:
        kinds[talk.keyword].append(talk)
    head = ["kind", "question", "use", "usual", "proof", "rule", "bias"] + names
    rows, told = [], [f"{tier}: {len(talks)} talks"]
    for kind in sorted(SPEAKING):
        kept = speaking(kind, names)
        for talk in kinds[kind]:
            talk.keep(kept, names)
        tried = list(trials(kind, kinds[kind]))
        agreements = {applies: agreement(tried, applies) for applies in ((False,) if kind in OWN_SCOPE else (False, True))}
        best = max(agreements, key=lambda applies: agreements[applies][1])
        rule, own = agreements[best]
        best = best if own > rule else None
        whole, doubted = distance(tried, best, False), distance(tried, best, True)
        told.append(
            f"  {kind:22s} rule {rule:.2f}, learned {own:.2f}{': left to its rule' if best is None else ''}; "
            f"points off by {whole:.3f}, doubted {doubted:.3f}{': whole' if doubted >= whole else ''}")
        found = learned(kinds[kind])
        answered = {} if best is None else deciding(found, best)
        for question, (weights, bias, usual) in found.items():
            doubts = question != APPLIES and doubted < whole
            use = {(True, True): "both", (True, False): "answers", (False, True): "doubts"}.get((question in answered, doubts))
            if use is None:
                continue
            spread = np.zeros(len(names))
            spread[kept] = weights[:-1]
            numbers = [weights[-1] * RULE, bias, *spread]
            rows.append([kind, question, use, str(int(usual)), proof(kind, question)] + [f"{number:.4f}" if number else "0" for number in numbers])
    remark = "# Made by scoring/build/checks.py: what each question of a kind is answered and doubted by; see README.md.\n"
    return remark + "".join("\t".join(row) + "\n" for row in [head] + rows), told


def make(given, target):
    with tempfile.TemporaryDirectory() as temporary:
        for tier in TIERS:
            text, told = made(given, tier, pathlib.Path(temporary))
            (target / f"{tier}.tsv").write_text(text, encoding="utf-8")
            print("\n".join(told), flush=True)


def check(given):
    with tempfile.TemporaryDirectory() as temporary:
        make(given, pathlib.Path(temporary))
        names = [f"{tier}.tsv" for tier in TIERS]
        other = [name for name in names if not filecmp.cmp(pathlib.Path(temporary, name), SCORING / "checks" / name, False)]
    if other:
        sys.exit("come out otherwise: " + ", ".join(other))
    print(f"{len(names)} files come out the same to the byte")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/touchpoint")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    materials.run_inside(materials.cache_folder())
    check(given) if given.check else make(given, SCORING / "checks")


if __name__ == "__main__":
    main()
