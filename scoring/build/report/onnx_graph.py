"""all-MiniLM-L6-v2 as an ONNX graph of 32-bit floats, for onnxruntime: what our engine is timed beside.

The same sums as reference.py, from the same tensors. Inputs `ids` and `mask` (sentences, tokens), both int64; output
`vector` (sentences, width), of length one.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import reference


class Graph:
    """Nodes and constants as they are named; every node's output has the node's name."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants, self.count = weights, [], [], 0

    def fresh(self, kind):
        self.count += 1
        return f"{kind}{self.count}"

    def constant(self, array):
        name = self.fresh("constant")
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def scalar(self, number):
        return self.constant(np.array(number, np.float32))

    def whole(self, *numbers):
        return self.constant(np.array(numbers, np.int64))

    def node(self, kind, *inputs, **attributes):
        name = self.fresh(kind)
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def dense(self, x, name):
        product = self.node("MatMul", x, self.constant(self.weights[name + ".weight"].T))
        return self.node("Add", product, self.constant(self.weights[name + ".bias"]))

    def norm(self, x, name):
        scale, shift = (self.constant(self.weights[f"{name}.LayerNorm.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=float(reference.EPSILON))

    def heads(self, x, name, order):
        width = self.weights["embeddings.word_embeddings.weight"].shape[1]
        shape = self.whole(0, 0, reference.HEADS, width // reference.HEADS)
        return self.node("Transpose", self.node("Reshape", self.dense(x, name), shape), perm=order)


def embeddings(graph):
    """Token, position and type rows. The positions go through the ids: a bare range is fused wrongly by 1.31."""
    w = graph.weights
    places = w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][:1]
    length = graph.node("Squeeze", graph.node("Shape", "ids", start=1, end=2))
    nought, one = graph.constant(np.array(0, np.int64)), graph.constant(np.array(1, np.int64))
    counted = graph.node("Add", graph.node("Mul", "ids", nought), graph.node("Range", nought, length, one))
    rows = graph.node("Gather", graph.constant(w["embeddings.word_embeddings.weight"]), "ids")
    return graph.norm(graph.node("Add", rows, graph.node("Gather", graph.constant(places), counted)), "embeddings")


def layer(graph, x, hidden, index):
    name = f"encoder.layer.{index}"
    width = graph.weights["embeddings.word_embeddings.weight"].shape[1]
    own = f"{name}.attention.self"
    query, value = (graph.heads(x, f"{own}.{part}", [0, 2, 1, 3]) for part in ("query", "value"))
    key = graph.heads(x, f"{own}.key", [0, 2, 3, 1])
    scores = graph.node("Mul", graph.node("MatMul", query, key), graph.scalar((width // reference.HEADS) ** -0.5))
    shares = graph.node("Softmax", graph.node("Add", scores, hidden), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", shares, value), perm=[0, 2, 1, 3])
    mixed = graph.dense(graph.node("Reshape", mixed, graph.whole(0, 0, width)), f"{name}.attention.output.dense")
    x = graph.norm(graph.node("Add", mixed, x), f"{name}.attention.output")
    inner = graph.node("Gelu", graph.dense(x, f"{name}.intermediate.dense"))
    return graph.norm(graph.node("Add", graph.dense(inner, f"{name}.output.dense"), x), f"{name}.output")


def mean(graph, x, mask):
    """The mean over the tokens that stand there, scaled to length one."""
    kept = graph.node("Unsqueeze", mask, graph.whole(2))
    total = graph.node("ReduceSum", graph.node("Mul", x, kept), graph.whole(1), keepdims=0)
    average = graph.node("Div", total, graph.node("ReduceSum", kept, graph.whole(1), keepdims=0))
    size = graph.node("ReduceL2", average, graph.whole(1), keepdims=1)
    graph.nodes.append(helper.make_node("Div", [average, size], ["vector"]))


def model(path):
    """The graph of the tensors in a safetensors file."""
    graph = Graph(reference.tensors(path))
    mask = graph.node("Cast", "mask", to=TensorProto.FLOAT)
    away = graph.node("Mul", graph.node("Sub", graph.scalar(1), mask), graph.scalar(-1e9))
    hidden, x = graph.node("Unsqueeze", away, graph.whole(1, 2)), embeddings(graph)
    for index in range(reference.Reference(graph.weights).layers):
        x = layer(graph, x, hidden, index)
    mean(graph, x, mask)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["B", "T"]) for name in ("ids", "mask")]
    output = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["B", "W"])
    made = helper.make_graph(graph.nodes, "minilm", inputs, [output], graph.constants)
    whole = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)])
    whole.ir_version = 9
    onnx.checker.check_model(whole)
    return whole
