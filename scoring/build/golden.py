#!/usr/bin/env python3
"""Writes golden/*.tsv, what the Swift tests hold the encoder to. Run it after model.py.

vectors.tsv  sentence, FNV-1a of each tier's bits, the 32-bit reference's vector as signed bytes in hexadecimal
tokens.tsv   text (escaped), the ids Hugging Face's tokeniser gives it
"""

import pathlib
import random
import sys

import materials

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
MODEL = HERE.parent / "model"


def bits_hash(vector):
    """64-bit FNV-1a over the vector's bytes."""
    import container

    return f"{container.fnv1a(vector.tobytes()):016x}"


def signed_bytes(vector):
    import numpy as np

    return np.rint(vector / np.abs(vector).max() * 127).astype(np.int8).tobytes().hex()


def vectors(tokens, weights):
    import engine
    import reference

    sentences = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
    loaded = engine.library()
    exact = reference.Reference(weights).encode(sentences, tokens)
    main = engine.Transformer(MODEL / "minilm.tpm", loaded).encode(sentences, tokens)
    fast = engine.Table(MODEL / "static.tpm", loaded).encode(sentences, tokens)
    print("cosine to the reference: mean", (exact * main).sum(1).mean(), "least", (exact * main).sum(1).min())
    return [
        "\t".join([text, bits_hash(one), bits_hash(two), signed_bytes(three)])
        for text, one, two, three in zip(sentences, main, fast, exact)
    ]


def escaped(text):
    return "".join(c if " " < c < "\x7f" and c != "\\" or c == " " else f"\\u{{{ord(c):x}}}" for c in text)


def token_rows(tokens, texts):
    encoded = tokens.encode_batch(texts, add_special_tokens=False)
    return ["\t".join([escaped(text), " ".join(map(str, e.ids))]) for text, e in zip(texts, encoded)]


def main():
    materials.run_inside(materials.cache_folder())
    import parity
    import reference

    source = materials.minilm(materials.cache_folder())
    tokens = reference.tokenizer(source / "tokenizer.json", longest=512)
    tokens.encode_special_tokens = True
    GOLDEN.mkdir(exist_ok=True)
    texts = parity.CHOSEN + parity.random_texts(random.Random(7), tokens, 250)
    (GOLDEN / "tokens.tsv").write_text("\n".join(token_rows(tokens, texts)) + "\n")
    if "--tokens" not in sys.argv:
        tokens = reference.tokenizer(source / "tokenizer.json")
        rows = vectors(tokens, reference.tensors(source / "model.safetensors"))
        (GOLDEN / "vectors.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
