#!/usr/bin/env python3
"""Makes the language model's files: vocabulary.tpm, minilm.tpm and static.tpm.

    scoring/build/model.py [--output scoring/model] [--data FOLDER] [--check]

--data    prints few-shot accuracy on the public sets in FOLDER (moves/*.tsv) at the end
--check   builds into a temporary folder and compares with DIGESTS instead of writing

Needs python3 with venv, clang, apt-get and dpkg-deb; about a quarter of an hour on one core.
"""

import argparse
import hashlib
import json
import pathlib
import sys
import tempfile

import materials

HERE = pathlib.Path(__file__).resolve().parent
MODEL = HERE.parent / "model"
FILES = ("vocabulary.tpm", "minilm.tpm", "static.tpm")
GAP = (104, 999)  # the ids of [unused99] to [unused993], which no text can reach
LARGEST_TOTAL = 25_000_000
TALK_DRAWS = 80_000  # more of it, and the table learns the grammar's habits: see README.md


def sentences(share):
    """The static table's corpus by name; see README.md for what each part is worth."""
    import corpus
    import talk

    _, lemmas, examples = corpus.wordnet(share / "wordnet")
    parts = {"talk": talk.sentences(TALK_DRAWS), "examples": examples, "lemmas": lemmas}
    parts["fortunes"] = corpus.fortunes(share / "games" / "fortunes")
    return {name: corpus.unique(texts) for name, texts in parts.items()}


def teacher_vectors(name, texts, teacher, tokens, folder):
    """The transformer's vectors of `texts`, kept in the cache between runs."""
    import numpy as np

    key = hashlib.sha256(json.dumps([teacher.digest, texts]).encode()).hexdigest()[:16]
    kept = folder / f"teacher-{name}-{key}.npy"
    if not kept.exists():
        print(f"  {name}: {len(texts)} sentences", flush=True)
        np.save(kept, teacher.encode(texts, tokens))
    return np.load(kept)


def static_rows(teacher, tokens, share, folder):
    """Trains the table on every part of the corpus."""
    import numpy as np

    import static_table

    parts = sentences(share)
    vectors = np.concatenate([teacher_vectors(n, t, teacher, tokens, folder) for n, t in parts.items()])
    axes = static_table.main_axes(vectors)
    known = [100 if GAP[0] <= token < GAP[1] else token for token in range(tokens.get_vocab_size())]
    alone = np.stack([teacher.rows([101, token, 102])[1] for token in known])
    texts = [text for part in parts.values() for text in part]
    pieces = [e.ids for e in tokens.encode_batch(texts, add_special_tokens=False)]
    targets = vectors @ axes
    targets /= static_table.length_of(targets)
    start = static_table.starting_rows(alone, axes)
    return static_table.trained(start, static_table.means(pieces, len(alone)), targets)


def build(output, folder):
    """Writes the three files into `output`; returns what evaluation needs."""
    import container
    import engine
    import reference
    import static_table
    import transformer
    import vocabulary

    source = materials.minilm(folder)
    tokens = reference.tokenizer(source / "tokenizer.json")
    pieces = (source / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    words = vocabulary.pack(pieces, tokens, GAP)
    mark = container.vocabulary_mark(words)
    (output / FILES[0]).write_bytes(words)
    weights = reference.tensors(source / "model.safetensors")
    (output / FILES[1]).write_bytes(transformer.pack(weights, GAP, mark))
    loaded = engine.library(folder)
    teacher = engine.Transformer(output / FILES[1], loaded)
    rows = static_rows(teacher, tokens, materials.debian(folder), folder)
    (output / FILES[2]).write_bytes(static_table.pack(rows, GAP, mark))
    return teacher, engine.Table(output / FILES[2], loaded), tokens


def digests(output):
    return "".join(f"{materials.digest_of(output / name)}  {name}\n" for name in FILES)


def finish(output, check):
    total = sum((output / name).stat().st_size for name in FILES)
    print(f"{total:,} bytes together")
    if total > LARGEST_TOTAL:
        sys.exit(f"the files together must not be larger than {LARGEST_TOTAL:,} bytes")
    made = digests(output)
    print(made, end="")
    if check and made != (MODEL / "DIGESTS").read_text():
        sys.exit("these are not the digests of scoring/model; README.md, 'To the byte', says what may differ")
    if not check:
        (output / "DIGESTS").write_text(made)


def evaluated(teacher, table, tokens, data):
    import evaluate

    main = evaluate.report("main tier, minilm.tpm", lambda texts: teacher.encode(texts, tokens), data)
    fast = evaluate.report("fast tier, static.tpm", lambda texts: table.encode(texts, tokens), data)
    return main, fast


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--output", type=pathlib.Path, default=MODEL)
    options.add_argument("--data", type=pathlib.Path)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    folder = materials.cache_folder()
    materials.run_inside(folder)
    with tempfile.TemporaryDirectory() as temporary:
        output = pathlib.Path(temporary) if chosen.check else chosen.output
        output.mkdir(parents=True, exist_ok=True)
        built = build(output, folder)
        finish(output, chosen.check)
        if chosen.data:
            evaluated(*built, chosen.data)


if __name__ == "__main__":
    main()
