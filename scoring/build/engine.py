"""The product's own C engine, from Python: builds Sources/CEncoder with clang and calls it.

    vectors = engine.Transformer("scoring/model/minilm.tpm").encode(list_of_texts, tokenizer)

gives the very bits the product computes; use it to make vectors in bulk.
"""

import ctypes
import mmap
import pathlib
import subprocess
import tempfile

import numpy as np

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "CEncoder"
PLAIN, SSE2, AVX2, VNNI = range(4)


def library(folder=None):
    """Compiles the engine once a folder and loads it."""
    folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="touchpoint-engine-"))
    made = folder / "engine.so"
    files = sorted(str(path) for path in SOURCES.glob("*.c"))
    flags = ["-std=c11", "-O2", "-shared", "-fPIC", f"-I{SOURCES / 'include'}"]
    subprocess.run(["clang", *flags, *files, "-o", str(made), "-lm"], check=True)
    loaded = ctypes.CDLL(str(made))
    loaded.tp_explain.restype = ctypes.c_char_p
    return loaded


class Mapped:
    """A model file mapped into memory."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.pages = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        self.bytes = (ctypes.c_char * len(self.pages)).from_buffer(self.pages)


class Model:
    """A file opened by the engine; subclasses name its kind."""

    kind = ""

    def __init__(self, path, loaded=None):
        self.library = loaded or library()
        self.file = Mapped(path)
        self.width = int.from_bytes(self.file.pages[68:72], "little")
        self.digest = self.file.pages[32:64].hex()
        self.handle = ctypes.c_void_p()
        opened = getattr(self.library, f"tp_{self.kind}_open")
        self.check(opened(self.file.bytes, ctypes.c_size_t(len(self.file.pages)), ctypes.byref(self.handle)))

    def check(self, status):
        if status:
            raise ValueError(self.library.tp_explain(status).decode())


class Transformer(Model):
    kind = "transformer"

    def encode_ids(self, pieces, path=None, batch=16):
        """One unit vector for every list of ids, [CLS] and [SEP] included."""
        path = self.library.tp_best_path() if path is None else path
        vectors = np.zeros((len(pieces), self.width), np.float32)
        for start in range(0, len(pieces), batch):
            some = pieces[start : start + batch]
            ids = np.concatenate([np.asarray(one, np.int32) for one in some])
            starts = np.concatenate([[0], np.cumsum([len(one) for one in some])]).astype(np.uint64)
            out = vectors[start : start + batch]
            address = [ctypes.c_void_p(a.ctypes.data) for a in (ids, starts, out)]
            self.check(self.library.tp_transformer_encode(
                self.handle, path, address[0], address[1], ctypes.c_size_t(len(some)), address[2]))
        return vectors

    def rows(self, ids):
        """The last layer's row of every id of one sentence."""
        ids = np.asarray(ids, np.int32)
        rows = np.zeros((len(ids), self.width), np.float32)
        address = [ctypes.c_void_p(a.ctypes.data) for a in (ids, rows)]
        self.check(self.library.tp_transformer_rows(
            self.handle, self.library.tp_best_path(), address[0], ctypes.c_size_t(len(ids)), address[1]))
        return rows

    def encode(self, texts, tokens, path=None):
        """Sentences of a length go together; the order of the input is kept."""
        pieces = [e.ids for e in tokens.encode_batch(list(texts))]
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]))
        vectors = np.zeros((len(pieces), self.width), np.float32)
        vectors[order] = self.encode_ids([pieces[i] for i in order], path)
        return vectors


class Table(Model):
    kind = "table"

    def encode_ids(self, pieces):
        """One unit vector for every list of ids, without [CLS] and [SEP]; zero for an empty list."""
        vectors = np.zeros((len(pieces), self.width), np.float32)
        for ids, out in zip(pieces, vectors):
            if len(ids):
                ids = np.asarray(ids, np.int32)
                address = [ctypes.c_void_p(a.ctypes.data) for a in (ids, out)]
                self.check(self.library.tp_table_encode(
                    self.handle, address[0], ctypes.c_size_t(len(ids)), address[1]))
        return vectors

    def encode(self, texts, tokens):
        return self.encode_ids([e.ids for e in tokens.encode_batch(list(texts), add_special_tokens=False)])
