"""Trains the static table: one row a token, so that the mean of a sentence's rows points where the
transformer's vector points.

Start: each token alone through the transformer, on the main axes of the teacher's vectors, common
tokens short and rare ones long. Then Adam on 1 - cosine, one second moment a row (after tokenlearn).
"""

import numpy as np
import scipy.sparse as sparse

import container
from transformer import eight_bits

WIDTH = 256
EPOCHS, BATCH, RATE = 8, 1024, 3e-3
COMMON = 1e-4  # Arora et al., "A simple but tough-to-beat baseline" (2017): a / (a + p)


def main_axes(teacher, width=WIDTH):
    """The directions the teacher's vectors use most, one a column; signs fixed."""
    values, axes = np.linalg.eigh(teacher.T.astype(np.float64) @ teacher.astype(np.float64))
    axes = axes[:, ::-1][:, :width]
    largest = axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])]
    return (axes * np.sign(largest)).astype(np.float32)


def common_weights(pieces):
    """BERT's vocabulary is in order of frequency: Zipf's law gives each token's share."""
    share = 1 / np.arange(2, pieces + 2)
    share /= share.sum()
    return (COMMON / (COMMON + share)).astype(np.float32)


def starting_rows(token_vectors, axes):
    return token_vectors @ axes * common_weights(len(token_vectors))[:, None]


def means(pieces, vocabulary):
    """A sparse matrix that turns rows into sentence means; one row a sentence."""
    lengths = np.array([len(ids) for ids in pieces])
    ends = np.concatenate([[0], np.cumsum(lengths)])
    columns = np.concatenate([np.asarray(ids, np.int64) for ids in pieces])
    shares = np.repeat(1 / np.maximum(lengths, 1), lengths).astype(np.float32)
    return sparse.csr_matrix((shares, columns, ends), shape=(len(pieces), vocabulary))


def length_of(rows):
    return np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


class Adam:
    """Row-wise Adam: a momentum an entry, a second moment a row; only touched rows move."""

    def __init__(self, rows):
        self.momentum = np.zeros_like(rows)
        self.square = np.zeros((len(rows), 1), np.float32)

    def step(self, rows, touched, slope, rate):
        self.momentum[touched] = 0.9 * self.momentum[touched] + 0.1 * slope
        self.square[touched] = 0.98 * self.square[touched] + 0.02 * (slope * slope).mean(1, keepdims=True)
        rows[touched] -= rate * self.momentum[touched] / (np.sqrt(self.square[touched]) + 1e-8)


def slope_of(part, rows, target):
    """Gradient of the mean of 1 - cosine with respect to `rows`, and that mean."""
    made = part @ rows
    length = length_of(made)
    unit = made / length
    cosine = (unit * target).sum(1, keepdims=True)
    slope = part.T @ ((cosine * unit - target) / length / len(target))
    return slope, float((1 - cosine).mean())


def trained(rows, sentences, targets, epochs=EPOCHS, rate=RATE, seed=0, say=print):
    rows, adam = rows.astype(np.float32).copy(), Adam(rows)
    generator = np.random.default_rng(seed)
    steps, step = epochs * -(-sentences.shape[0] // BATCH), 0
    for epoch in range(epochs):
        order, losses = generator.permutation(sentences.shape[0]), []
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            part = sentences[chosen]
            touched = np.unique(part.indices)
            slope, loss = slope_of(part[:, touched], rows[touched], targets[chosen])
            adam.step(rows, touched, slope, np.float32(rate * (1 - step / steps) + 1e-5))
            losses.append(loss)
            step += 1
        say(f"  pass {epoch + 1}: 1 - cosine {np.mean(losses):.4f}")
    return rows


def pack(rows, gap, mark):
    """The bytes of the static table's file."""
    kept, scales = eight_bits(np.delete(rows, np.arange(*gap), axis=0))
    sizes = container.Sizes(
        width=rows.shape[1], rows=len(kept), gap_start=gap[0], gap_length=gap[1] - gap[0], pieces=len(rows),
        vocabulary_mark=mark,
    )
    return container.file_bytes(container.STATIC_TABLE, sizes, {1: kept, 2: scales})
