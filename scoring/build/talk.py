"""Draws everyday sentences from talk.grammar: the same ones for the same seed, on any machine."""

import pathlib
import re

GRAMMAR = pathlib.Path(__file__).with_name("talk.grammar")
SLOT = re.compile(r"<([a-z_']+)>")
MULTIPLIER, INCREMENT, MODULUS = 6364136223846793005, 1442695040888963407, 1 << 64  # Knuth, MMIX
DEEPEST = 12


def rules(path=GRAMMAR):
    """The alternatives of every rule, by name. Fails on a slot that names no rule."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, alternatives = line.partition(" =")
            found[name] = [a.strip(" ") for a in alternatives.split("|")]
    for name, alternatives in found.items():
        for slot in SLOT.findall(" ".join(alternatives)):
            if slot not in found:
                raise ValueError(f"{path.name}: '{name}' draws from '{slot}', which is no rule")
    return found


class Dice:
    """A linear congruential generator: small, and the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def pick(self, choices):
        self.state = (self.state * MULTIPLIER + INCREMENT) % MODULUS
        return choices[(self.state >> 33) % len(choices)]


def expand(name, grammar, dice, depth=0):
    if depth > DEEPEST:
        raise ValueError(f"talk.grammar: '{name}' never ends")
    text = dice.pick(grammar[name])
    glue = " " if name == "opener" and text else ""
    return SLOT.sub(lambda slot: expand(slot[1], grammar, dice, depth + 1), text) + glue


def sentences(count, seed=1):
    """`count` draws without their repeats, in the order drawn."""
    grammar, dice = rules(), Dice(seed)
    drawn = (re.sub(r"\s+", " ", expand("sentence", grammar, dice)).strip() for _ in range(count))
    return list(dict.fromkeys(drawn))


if __name__ == "__main__":
    for sentence in sentences(40, seed=7):
        print(sentence)
