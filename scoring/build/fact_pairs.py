"""The pairs of a fact and a reply that scoring/build/facts.py learns from, each with its verdict and its weight.

Ours: scoring/facts/answers.txt and authored.tsv, and edits of them: a word denied or turned into its opposite, a fact
cut in two, slips of typing, an answer between two others, a reply to something else, no answer at all. Of others: the
arguments and key points of ArgKP (CDLA-Sharing 1.0), and pairs of queries that do or do not mean the same (BANKING77,
CC BY 4.0; CLINC150, CC BY 3.0).
"""

import collections
import random

import numpy as np

Pair = collections.namedtuple("Pair", "fact reply question verdict weight kind topic", defaults=("",))
QUERIES = 1500  # of each of the two sets
QUERY_WEIGHT = 0.05
OWN_WEIGHT = 3  # of a reply as it was written, beside its edits
MARKS = {"+": "states", "-": "contradicts", "~": "silent", ".": "silent"}
NON_ANSWERS = [
    "I don't know.", "i don't know", "no idea", "I'm not sure.", "I do not understand the question.",
    "I have no clue, sorry.", "what?", "Can you say that again?", "I can't remember.", "not sure what you mean",
    "Hello", "ok", "I give up", "because it just is", "magic", "Let me find out for you.", "you tell me",
    "I need help", "the answer", "something", "skip this one",
]
DENIALS = {
    " is ": " is not ", " are ": " are not ", " can ": " cannot ", " was ": " was not ", " will ": " will not ",
    " has ": " has no ", " must ": " need not ", " does ": " does not ",
}
TURNS = """more less,longer shorter,high low,higher lower,bigger smaller,faster slower,warm cold,hot cold,before after,
    always never,open closed,up down,heavier lighter,gains loses,increases decreases,rises falls,thick thin,
    expands contracts,larger smaller"""


class Pairs:
    """Pairs as columns."""

    def __init__(self, pairs):
        self.texts = [(p.fact, p.reply, p.question) for p in pairs]
        self.labels = np.array([p.verdict for p in pairs])
        self.weights = np.array([p.weight for p in pairs])
        self.kinds = np.array([p.kind for p in pairs])
        self.topics = np.array([p.topic for p in pairs])

    def only(self, kept):
        """The pairs that a mask keeps."""
        some = Pairs([])
        some.texts = [text for text, is_kept in zip(self.texts, kept) if is_kept]
        some.labels, some.weights, some.kinds = self.labels[kept], self.weights[kept], self.kinds[kept]
        some.topics = self.topics[kept]
        return some


def everything(facts, data):
    return own(facts) + arguments(data) + queries(data, "banking77_train.tsv") + queries(data, "clinc150_train_val.tsv")


def table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:]]


class Block:
    """A fact, its question and its replies by mark."""

    def __init__(self, fact, question):
        self.fact, self.question, self.replies = fact, question, []

    def marked(self, *marks):
        return [text for mark, text in self.replies if mark in marks]


def read_blocks(path):
    """The blocks of a file as answers.txt explains them; a second wording of a fact is a block without replies before it."""
    found, question = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, text = line[:1], line[2:]
        if mark in ("", "#"):
            question = ""
        elif mark == "?":
            question = text
        elif mark == "=":
            found.append(Block(text, question))
        else:
            found[-1].replies.append((mark, text))
    return found


def blocks(facts):
    found = read_blocks(facts / "answers.txt")
    by_fact, mark_of = {}, {"states": "+", "contradicts": "-", "silent": "~"}
    for row in table(facts / "authored.tsv"):
        block = by_fact.setdefault((row["fact"], row["question"]), Block(row["fact"], row["question"]))
        block.replies.append((mark_of[row["verdict"]], row["reply"]))
    return found + list(by_fact.values())


def own(facts):
    found, opposites, pick = blocks(facts), antonyms(facts), random.Random(1)
    pairs = []
    for block in found:
        for question in dict.fromkeys([block.question, ""]):
            made = replies(block, question) + other_wordings(block, question)
            made += edits(block, question, found, opposites, pick)
            scale = 1 if question == block.question else 0.5
            kind = "asked" if question else "alone"
            pairs += [Pair(fact, reply, question, verdict, w * scale, kind) for fact, reply, verdict, w in made]
    return pairs


def is_whole(text):
    """Without its question, a shorter answer says nothing."""
    return len(text.split()) >= 4


def replies(block, question):
    return [(block.fact, text, MARKS[mark], OWN_WEIGHT) for mark, text in block.replies if question or is_whole(text)]


def other_wordings(block, question):
    """A whole good answer is a wording of the fact, too."""
    made = []
    for wording in filter(is_whole, block.marked("+")):
        made.append((wording, block.fact, "states", 0.5))
        for mark, weight in (("+", 0.5), ("-", 0.4), ("~", 0.3)):
            others = [text for text in block.marked(mark) if text != wording and (question or is_whole(text) or mark == "~")]
            made += [(wording, text, MARKS[mark], weight) for text in others]
    return made


def edits(block, question, all_blocks, opposites, pick):
    fact, words = block.fact, block.fact.split()
    good = block.marked("+")
    made = [(fact, fact + ".", "states", 1), (fact, mistyped(fact, pick), "states", 0.4)]
    for text in good[:2]:
        before, after = (pick.choice(pick.choice(all_blocks).replies)[1] for _ in range(2))
        made += [(fact, f"{before} {text} {after}", "states", 0.4), (fact, mistyped(text, pick), "states", 0.4)]
    for text in [fact, *filter(is_whole, good)]:
        made += [(fact, other, "contradicts", 0.5) for other in (turned(text, opposites), denied(text)) if other]
    made.append((fact, "It is not true that " + lowered(fact), "contradicts", 0.3))
    made.append((fact, " ".join(words[: len(words) // 2]), "silent", 0.5))
    made.append((fact, " ".join(words[len(words) // 2 :]), "silent", 0.25))
    if question:
        made.append((fact, question, "silent", 0.5))
        made += [(fact, text, "silent", 0.7) for text in pick.sample(NON_ANSWERS, 3)]
    others = [pick.choice(all_blocks) for _ in range(3)]
    return made + [
        (fact, pick.choice([other.fact, *(text for _, text in other.replies)]), "silent", 0.3)
        for other in others if other is not block
    ]


def lowered(text):
    return text if text.startswith("I ") or text[:2].isupper() else text[0].lower() + text[1:]


def mistyped(text, pick):
    """Two longer words with a letter left out, doubled or swapped."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    for place in pick.sample(long, min(len(long), 2)):
        word, at = words[place], pick.randrange(1, len(words[place]) - 1)
        slips = (word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at:])
        words[place] = slips[pick.randrange(3)]
    return " ".join(words)


def antonyms(facts):
    opposites = {}
    listed = (facts / "antonyms.txt").read_text(encoding="utf-8").splitlines()
    for line in [line for line in listed if not line.startswith("#")]:
        one, other = line.split()
        opposites.setdefault(one, other)
        opposites.setdefault(other, one)
    for pair in TURNS.split(","):
        one, other = pair.split()
        opposites.update({one: other, other: one})
    return opposites


def turned(text, opposites):
    """The text with its first word that has an opposite replaced by it, or None."""
    words = text.split()
    for place, word in enumerate(words):
        plain = word.lower().strip(".,")
        if len(plain) > 3 and plain in opposites:
            return " ".join([*words[:place], opposites[plain], *words[place + 1 :]])
    return None


def denied(text):
    """The text with its verb denied, or None."""
    for plain, denial in DENIALS.items():
        if plain in text and " not " not in text:
            return text.replace(plain, denial, 1)
    return None


def arguments(data):
    """Every argument with a key point under its topic, and once more without."""
    pairs = []
    for row in table(data / "keypoints" / "argkp_train.tsv"):
        verdict = "states" if row["label"] == "1" else "silent"
        pairs.append(Pair(row["key_point"], row["argument"], row["topic"], verdict, 1, "headed", row["topic"]))
        pairs.append(Pair(row["key_point"], row["argument"], "", verdict, 1, "argument", row["topic"]))
    return pairs


def queries(data, name):
    """Pairs of queries of one intent, and as many of two: half of those with words in common."""
    rows = [(r["text"], r["label"]) for r in table(data / "moves" / name) if r["label"] != "oos"]
    pick, by_intent, pairs = random.Random(2), collections.defaultdict(list), []
    for text, intent in rows:
        by_intent[intent].append(text)
    for _ in range(QUERIES):
        one, intent = pick.choice(rows)
        pairs.append(Pair(one, pick.choice(by_intent[intent]), "", "states", QUERY_WEIGHT, "alone"))
        drawn = [pick.choice(rows) for _ in range(40)]
        others = [text for text, its in drawn if its != intent]
        words = set(one.lower().split())
        near = max(others, key=lambda other: len(words & set(other.lower().split())))
        other = near if pick.random() < 0.5 else others[0]
        pairs.append(Pair(one, other, "", "silent", QUERY_WEIGHT, "alone"))
    return [pair for pair in pairs if pair.fact != pair.reply]
