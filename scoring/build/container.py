"""Writes our model files. All numbers are little-endian.

     0  8 bytes   TPMODEL1
     8  u32       kind: 1 vocabulary, 2 static table, 3 transformer, 4 kernel model, 5 branch
    12  u32       number of sections
    16  u64       length of the whole file
    24  u64       FNV-1a of header and section table, these eight bytes taken as zero
    32  32 bytes  SHA-256 of everything after the section table
    64  16 u32    sizes, see `Sizes`
   128  24 bytes  for each section: u32 name, u32 zero, u64 offset, u64 length

Sections start on 64-byte boundaries, so that the file is used where it is mapped.
"""

import dataclasses
import hashlib
import struct

import numpy as np

VOCABULARY, STATIC_TABLE, TRANSFORMER, KERNEL, BRANCH = 1, 2, 3, 4, 5
HEADER, ENTRY, BOUNDARY = 128, 24, 64


@dataclasses.dataclass
class Sizes:
    """The header's sixteen numbers, in order; zero where a kind has no use for one."""

    layers: int = 0  # of a kernel model: its answers
    width: int = 0
    heads: int = 0
    inner: int = 0
    rows: int = 0  # rows stored: pieces less the gap
    positions: int = 0
    gap_start: int = 0  # the first id without a row
    gap_length: int = 0
    pieces: int = 0
    cls: int = 0
    sep: int = 0
    unk: int = 0
    vocabulary_mark: int = 0  # first four bytes of the vocabulary's digest
    longest_word: int = 0
    longest_piece: int = 0
    spare: int = 0  # of a branch: the transformer's layers before it; of a kernel model: first four bytes of its branch


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def padded(size):
    return -(-size // BOUNDARY) * BOUNDARY


def file_bytes(kind, sizes, sections):
    """A whole file. `sections` maps a number to an array or bytes; written in the order given."""
    body_start = padded(HEADER + ENTRY * len(sections))
    table, body = b"", bytearray()
    for name, content in sections.items():
        content = np.ascontiguousarray(content).tobytes() if isinstance(content, np.ndarray) else bytes(content)
        table += struct.pack("<IIQQ", name, 0, body_start + len(body), len(content))
        body += content.ljust(padded(len(content)), b"\0")
    digest = hashlib.sha256(body).digest()
    numbers = struct.pack("<16I", *dataclasses.astuple(sizes))

    def header(checksum):
        first = struct.pack("<8sIIQQ", b"TPMODEL1", kind, len(sections), body_start + len(body), checksum)
        return (first + digest + numbers + table).ljust(body_start, b"\0")

    return header(fnv1a(header(0))) + bytes(body)


def body_digest(content):
    """The SHA-256 stored in a file's header, as hexadecimal digits."""
    return content[32:64].hex()


def vocabulary_mark(content):
    return struct.unpack("<I", content[32:36])[0]
