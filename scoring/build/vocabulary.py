"""Packs the WordPiece vocabulary with an index, and BERT's text clean-up as a table.

The clean-up (drop control characters, strip accents, lower-case, set CJK and punctuation apart) is
asked of the Hugging Face tokeniser one character at a time: it treats each by itself, so a table
says all of it and stays the same whatever Unicode version a machine knows. Hangul is left out: it
comes apart by arithmetic (Unicode standard, 3.12).
"""

import numpy as np

import container

KEEP, SPACE, APART, DROP, FIRST_REPLACEMENT = 0, 1, 2, 3, 4
SURROGATES, HANGUL, END = range(0xD800, 0xE000), range(0xAC00, 0xD7A4), 0x110000
BLOCK = 128
EMPTY, SLOTS = 0xFFFF, 1 << 16
CONTINUES = 1  # hashed before a piece that continues a word
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def kind_of(character, splitter):
    """What the pre-tokeniser does with a cleaned-up character."""
    parts = len(splitter.pre_tokenize_str(f"a{character}a"))
    return {1: KEEP, 2: SPACE, 3: APART}[parts]


class CleanUp:
    """A code for every scalar: a kind, or FIRST_REPLACEMENT + the number of a replacement."""

    def __init__(self, tokens):
        self.normalizer, self.splitter = tokens.normalizer, tokens.pre_tokenizer
        self.replacements, self.kinds = {}, {}
        self.codes = np.array([self.code(scalar) for scalar in range(END)], np.uint16)

    def kind(self, character):
        if character not in self.kinds:
            self.kinds[character] = kind_of(character, self.splitter)
        return self.kinds[character]

    def code(self, scalar):
        if scalar in SURROGATES:
            return DROP
        if scalar in HANGUL:
            return KEEP
        cleaned = self.normalizer.normalize_str(chr(scalar))
        if len(cleaned) == 3 and cleaned[0] == cleaned[2] == " ":
            elements = ((cleaned[1], APART),)
        else:
            elements = tuple((character, self.kind(character)) for character in cleaned)
        return self.code_of(scalar, elements)

    def code_of(self, scalar, elements):
        if not elements:
            return DROP
        if len(elements) == 1 and (elements[0][0] == chr(scalar) or elements[0][1] == SPACE):
            return elements[0][1]
        return FIRST_REPLACEMENT + self.replacements.setdefault(elements, len(self.replacements))

    def blocks(self):
        """Which block each 128 scalars use, and the distinct blocks."""
        distinct, stages = np.unique(self.codes.reshape(-1, BLOCK), axis=0, return_inverse=True)
        return stages.ravel().astype(np.uint16), distinct

    def replacement_table(self):
        """Where each replacement starts, and all of them: kind in the top byte, scalar below."""
        lists = [[kind << 24 | ord(character) for character, kind in elements] for elements in self.replacements]
        starts = np.cumsum([0] + [len(one) for one in lists]).astype(np.uint32)
        return starts, np.array([number for one in lists for number in one], np.uint32)


def hash_of(piece, continues):
    """32-bit FNV-1a, with one byte more before a continuing piece."""
    value = 0x811C9DC5
    for byte in bytes([CONTINUES] * continues) + piece:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def slot_of(hashed):
    return (hashed ^ hashed >> 15) % SLOTS


def reachable(piece, gap, number):
    return piece not in SPECIAL and number not in range(*gap) and not piece.startswith("[unused")


def index(pieces, gap):
    """Piece bytes in a row, where each starts, and an open-addressing table of their numbers."""
    text, starts, slots = bytearray(), [0], np.full(SLOTS, EMPTY, np.uint16)
    for number, piece in enumerate(pieces):
        if reachable(piece, gap, number):
            continues = piece.startswith("##") and len(piece) > 2
            written = piece[2 * continues :].encode()
            text += bytes([CONTINUES] * continues) + written
            at = slot_of(hash_of(written, continues))
            while slots[at] != EMPTY:
                at = (at + 1) % SLOTS
            slots[at] = number
        starts.append(len(text))
    return bytes(text), np.array(starts, np.uint32), slots


def pack(pieces, tokens, gap):
    """The bytes of the vocabulary file. `tokens` is the tokeniser asked."""
    text, starts, slots = index(pieces, gap)
    clean_up = CleanUp(tokens)
    stages, blocks = clean_up.blocks()
    replacement_starts, replacements = clean_up.replacement_table()
    sizes = container.Sizes(
        pieces=len(pieces), gap_start=gap[0], gap_length=gap[1] - gap[0],
        cls=pieces.index("[CLS]"), sep=pieces.index("[SEP]"), unk=pieces.index("[UNK]"),
        longest_word=100, longest_piece=int(np.diff(starts).max()),
    )
    sections = {1: text, 2: starts, 3: slots, 4: stages, 5: blocks, 6: replacement_starts, 7: replacements}
    return container.file_bytes(container.VOCABULARY, sizes, sections)
