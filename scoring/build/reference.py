"""The reference: all-MiniLM-L6-v2 in 32-bit floats, in plain numpy.

Everything the C engine does is judged against this file. Shapes: a batch is (sentences, tokens,
width); `mask` is 1 where a token stands and 0 where the batch is padded.
"""

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

HEADS = 12
EPSILON = np.float32(1e-12)
LONGEST = 128  # positions kept in our file; the model card's own limit is 256


def tensors(path):
    """The model's tensors by name, floats only, without the leading 'bert.'."""
    loaded = load_file(path)
    return {k.removeprefix("bert."): v.astype(np.float32) for k, v in loaded.items() if v.dtype != np.int64}


def tokenizer(path, longest=LONGEST):
    """The Hugging Face tokeniser, cutting after `longest` pieces (with [CLS] and [SEP])."""
    made = Tokenizer.from_file(str(path))
    made.no_padding()
    made.enable_truncation(longest)
    return made


def normalized(rows):
    """Rows scaled to length one; a zero row stays zero."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)


def layer_norm(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    away = x - mean
    spread = np.sqrt((away * away).mean(-1, keepdims=True) + EPSILON)
    return away / spread * weights[name + ".LayerNorm.weight"] + weights[name + ".LayerNorm.bias"]


def gelu(x):
    return x * np.float32(0.5) * (1 + erf(x * np.float32(np.sqrt(0.5))))


class Reference:
    """The transformer. `encode` gives one unit vector a text; `last` the final token vectors."""

    def __init__(self, weights):
        self.weights = weights
        self.layers = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
        self.width = weights["embeddings.word_embeddings.weight"].shape[1]

    def dense(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def heads(self, x, name):
        batch, length, _ = x.shape
        return self.dense(x, name).reshape(batch, length, HEADS, self.width // HEADS).transpose(0, 2, 1, 3)

    def attention(self, x, hidden, prefix):
        query, key, value = (self.heads(x, f"{prefix}.self.{part}") for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(self.width // HEADS)) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        mixed = mixed.transpose(0, 2, 1, 3).reshape(x.shape)
        return layer_norm(self.dense(mixed, f"{prefix}.output.dense") + x, self.weights, f"{prefix}.output")

    def layer(self, x, hidden, index):
        name = f"encoder.layer.{index}"
        x = self.attention(x, hidden, f"{name}.attention")
        inner = gelu(self.dense(x, f"{name}.intermediate.dense")).astype(np.float32)
        return layer_norm(self.dense(inner, f"{name}.output.dense") + x, self.weights, f"{name}.output")

    def last(self, ids, mask):
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids]
        x = x + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = layer_norm(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings")
        hidden = np.where(mask[:, None, None, :] > 0, 0, -1e9).astype(np.float32)
        for index in range(self.layers):
            x = self.layer(x, hidden, index)
        return x

    def pooled(self, ids, mask):
        kept = mask[:, :, None].astype(np.float32)
        return normalized((self.last(ids, mask) * kept).sum(1) / kept.sum(1))

    def encode_ids(self, pieces, batch=32):
        """One unit vector for every list of ids; the order of the input is kept."""
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]))
        vectors = np.zeros((len(pieces), self.width), np.float32)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            longest = max(len(pieces[i]) for i in chosen)
            ids = np.zeros((len(chosen), longest), np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(chosen):
                ids[row, : len(pieces[i])] = pieces[i]
                mask[row, : len(pieces[i])] = 1
            vectors[chosen] = self.pooled(ids, mask)
        return vectors

    def encode(self, texts, tokens):
        return self.encode_ids([e.ids for e in tokens.encode_batch(list(texts))])
