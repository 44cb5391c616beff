"""What the language model is held to, and where the figures of each task stand in the scripts' tables."""

import collections

import plain

# least and aim: a number, or "+.08" for so much above the baseline. judged: the tier that is held to them.
Target = collections.namedtuple("Target", "name task metric least aim judged", defaults=("main",))
QUARTERS = "most and least polite quarter, accuracy"
EIGHT = "Eight moves of one domain, 5 examples"
OWN = "Own agents' replies, bundled scenarios"

TARGETS = [
    Target("BANKING77, 5 examples a label: accuracy", "BANKING77, 5 examples", "accuracy", 0.80, 0.83),
    Target("BANKING77, 10 examples: accuracy", "BANKING77, 10 examples", "accuracy", 0.85, 0.88),
    Target("BANKING77, 5 examples: the fast tier", "BANKING77, 5 examples", "accuracy", 0.73, 0.76, "fast"),
    Target("BANKING77, 10 examples: the fast tier", "BANKING77, 10 examples", "accuracy", 0.81, 0.83, "fast"),
    Target("CLINC150, 10 examples: accuracy", "CLINC150, 10 examples", "accuracy", 0.90, 0.93),
    Target("CLINC150: in or out of scope, AUROC", "CLINC150, 10 examples", "auroc", 0.95, 0.97),
    Target("CLINC150: in scope right while 80 % of the rest are refused", "CLINC150, 10 examples",
           "in-scope at 80% oos recall", 0.85, 0.90),
    Target("Eight moves of one domain, 5 examples: accuracy", EIGHT, "accuracy", 0.93, 0.95),
    Target("Eight moves: against the domain's other intents, AUROC", EIGHT, "auroc near", 0.89, 0.92),
    Target("Eight moves: against strangers, AUROC", EIGHT, "auroc far", 0.97, 0.98),
    Target("NLU++ banking, 10 examples a label: micro-F1", "NLU++ banking, 10 examples a label", "micro-F1", "+.08",
           "+.12"),
    Target("SciEntsBank, three verdicts: macro-F1", "SciEntsBank", "macro_f1", 0.56, 0.62),
    Target("Beetle, three verdicts: macro-F1", "Beetle", "macro_f1", 0.56, 0.62),
    Target("ArgKP: average precision", "ArgKP", "average_precision", 0.50, 0.65),
    Target("ArgKP: AUROC", "ArgKP", "auroc", 0.82, 0.90),
    Target("Politeness, most and least polite quarter: accuracy", "Politeness, wiki requests", QUARTERS, 0.86, 0.88),
    Target("Empathy, Spearman beyond length", "Empathy, EmpatheticPersonas", "Spearman beyond length", 0.35, 0.50),
    Target("Clarity, OneStop pairs in order: elementary, advanced", "Clarity, OneStop pairs in order", "Ele before Adv",
           0.97, 0.99),
    Target("Clarity: elementary, intermediate", "Clarity, OneStop pairs in order", "Ele before Int", 0.97, 0.99),
    Target("Clarity: intermediate, advanced", "Clarity, OneStop pairs in order", "Int before Adv", 0.97, 0.99),
]

# The names a column has in the scripts' tables, the first that is there.
COLUMNS = {
    "baseline": (plain.NAME, "TF-IDF + logistic regression, trained here", "Flesch-Kincaid"),
    "fast": ("fast", "fast, as it is", "fast, topics held out", "words"),
    "main": ("main", "main, as it is", "main, topics held out", "words"),
}

MOVES = [  # name, task, metric: shown without a target
    ("Eight moves: in scope, accepted and right", EIGHT, "accepted and right"),
    ("Eight moves: the domain's other intents refused", EIGHT, "near rejected"),
    ("Eight moves: strangers refused", EIGHT, "far rejected"),
    ("Eight moves: expected calibration error", EIGHT, "calibration error"),
    ("SGD, what the service side says, 10 examples: accuracy", "SGD agent acts, 10 examples", "accuracy"),
    ("Own agents' replies: micro-F1 of moves", OWN, "micro-F1"),
    ("Own agents' replies: understood whole", OWN, "understood whole"),
    ("Own agents' replies: no move made, none heard", OWN, "none kept none"),
]
