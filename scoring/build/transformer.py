"""Packs MiniLM for the C engine: 4-bit token rows, 16-bit positions, 8-bit layers."""

import math

import numpy as np

import container
import reference

BLOCK = 16  # output rows stored together
# Positive half of the 16 levels that lose least of a normal variable: J. Max, "Quantizing for
# minimum distortion", IRE Trans. Inf. Theory 6 (1960), table I, N = 16.
MAX_LEVELS = (0.1284, 0.3881, 0.6568, 0.9424, 1.256, 1.618, 2.069, 2.733)


def levels():
    positive = np.array(MAX_LEVELS, np.float32)
    return np.concatenate([-positive[::-1], positive])


def row_sizes(rows):
    """Root mean square of each row, summed exactly, so that every machine rounds alike."""
    return np.array([math.sqrt(math.fsum(x * x for x in row) / len(row)) for row in rows.tolist()], np.float32)


def nearest_levels(rows, sizes):
    units = rows / np.where(sizes > 0, sizes, 1)[:, None]
    between = (levels()[1:] + levels()[:-1]) / 2
    return np.searchsorted(between, units).astype(np.uint8)


def best_sizes(rows, numbers):
    """The size of each row that loses least with these levels: least squares, summed exactly."""
    given = levels()[numbers]
    cross = [math.fsum(row) for row in (rows.astype(np.float64) * given).tolist()]
    square = [math.fsum(row) for row in (given.astype(np.float64) * given).tolist()]
    return (np.array(cross) / np.array(square)).astype(np.float32)


def four_bits(rows, rounds=4):
    """Each row in units of its size, to the nearest level; returns levels' numbers and sizes."""
    sizes = row_sizes(rows)
    for _ in range(rounds):
        sizes = best_sizes(rows, nearest_levels(rows, sizes))
    return nearest_levels(rows, sizes), sizes


def from_four_bits(numbers, sizes):
    return levels()[numbers] * sizes[:, None]


def eight_bits(rows):
    """Each row in units of its largest magnitude over 127, rounded."""
    scales = np.abs(rows).max(1) / np.float32(127)
    units = rows / np.where(scales > 0, scales, 1)[:, None]
    return np.clip(np.rint(units), -127, 127).astype(np.int8), scales.astype(np.float32)


def in_blocks(weights):
    """(outputs, inputs) in the order of the engine: blocks of 16 rows, then pairs of inputs."""
    outputs, inputs = weights.shape
    return weights.reshape(outputs // BLOCK, BLOCK, inputs // 2, 2).transpose(0, 2, 1, 3)


def sixteen_bits(rows):
    scales = (np.abs(rows).max(1) / np.float32(32767)).astype(np.float32)
    return np.rint(rows / scales[:, None]).astype(np.int16), scales


def dense(weights, prefix, parts):
    rows = np.concatenate([weights[f"{prefix}.{part}.weight"] for part in parts])
    bias = np.concatenate([weights[f"{prefix}.{part}.bias"] for part in parts])
    bytes_, scales = eight_bits(rows)
    return in_blocks(bytes_), np.concatenate([scales, bias])


def layer_sections(weights, index):
    name = f"encoder.layer.{index}"
    attention = [f"attention.self.{part}" for part in ("query", "key", "value")]
    parts = (attention, ["attention.output.dense"], ["intermediate.dense"], ["output.dense"])
    sections = [section for part in parts for section in dense(weights, name, part)]
    norms = [f"{name}.{place}.LayerNorm.{what}" for place in ("attention.output", "output") for what in ("weight", "bias")]
    return sections + [np.concatenate([weights[norm] for norm in norms])]


def pack(weights, gap, mark):
    """The bytes of the transformer file. `gap` is the ids without a row, `mark` the vocabulary's."""
    words = weights["embeddings.word_embeddings.weight"]
    kept = np.delete(words, np.arange(*gap), axis=0)
    numbers, scales = four_bits(kept)
    positions = weights["embeddings.position_embeddings.weight"][: reference.LONGEST]
    positions = positions + weights["embeddings.token_type_embeddings.weight"][0]
    place_rows, place_scales = sixteen_bits(positions)
    norm = [weights[f"embeddings.LayerNorm.{what}"] for what in ("weight", "bias")]
    sections = {
        1: levels(),
        2: numbers[:, 0::2] | numbers[:, 1::2] << 4,
        3: scales,
        4: place_rows,
        5: np.concatenate(norm),
        6: place_scales,
    }
    layers = reference.Reference(weights).layers
    for index in range(layers):
        sections |= {16 + 16 * index + i: part for i, part in enumerate(layer_sections(weights, index))}
    sizes = container.Sizes(
        layers=layers, width=words.shape[1], heads=reference.HEADS, inner=1536, rows=len(kept),
        positions=len(positions), gap_start=gap[0], gap_length=gap[1] - gap[0], pieces=len(words),
        vocabulary_mark=mark,
    )
    return container.file_bytes(container.TRANSFORMER, sizes, sections)
