"""Trains the branch: the transformer's upper layers once more, taught to tell acts of service talk apart.

The lower layers stay as they are, so that one pass through them serves both readings. One linear answer an act stands on
the mean of the last rows, brought to length one; the layers and the answers are learned together (Adam with decoupled
weight decay, Loshchilov and Hutter 2019) on the examples of scoring/acts. Examples stand in their files in runs of one
theme, so whole runs go into one fold together, and every score of an example comes from layers that never saw its run.
"""

import concurrent.futures
import hashlib
import json
import multiprocessing

import numpy as np

import container
import reference
import transformer

FIRST = 3  # layers that stay as they are; of 1, 3 and 4
ROUNDS = 4  # through all examples; 7 gain next to nothing
STEP = 2e-4  # of 1e-4 and 2e-4
BATCH = 32
FOLDS = 3
RUN = 25  # neighbouring examples that stay together
LONGEST = 64  # word pieces of an example that are read
SCALE = 20.0  # of a vector of length one before the answers, so that its numbers are about one
DROPPED = 0.1
WARMING = 0.06  # of all steps
ANSWER_STEP = 20  # how much larger the answers' steps are


def learned(given, folder, texts, asked, targets):
    """Layers and answers learned from all examples, and for each example the logits of layers that never saw it.

    `targets` is (texts, acts) of 0 and 1, `asked` the same: 1 where the act may stand on the text's side at all.
    """
    from safetensors.numpy import load_file, save_file

    settings = [FIRST, ROUNDS, STEP, BATCH, FOLDS, RUN, LONGEST, SCALE, DROPPED, WARMING, ANSWER_STEP]
    key = json.dumps([settings, texts, targets.astype(int).tolist()]).encode()
    kept = given.cache / f"branch-{hashlib.sha256(key).hexdigest()[:16]}.safetensors"
    if not kept.exists():
        save_file(trained(folder, texts, asked, targets), kept)
    found = load_file(kept)
    return found, found.pop("apart")


def trained(folder, texts, asked, targets):
    weights = rounded(reference.tensors(folder / "model.safetensors"))
    tokens = reference.tokenizer(folder / "tokenizer.json", LONGEST)
    ids = [each.ids for each in tokens.encode_batch(texts)]
    lower = lower_rows(weights, ids)
    runs = np.arange(len(texts)) // RUN
    folds = np.random.default_rng(0).integers(0, FOLDS, runs[-1] + 1)[runs]
    chosen = [np.arange(len(texts))] + [np.flatnonzero(folds != fold) for fold in range(FOLDS)]
    apart = np.zeros(targets.shape, np.float32)
    # Forked, so that all share what there is to learn from; one thread each, so that sums are done in one order.
    forked = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(None, forked, keep, (weights, lower, asked, targets)) as pool:
        fits = [pool.submit(fitted, each) for each in chosen]
        for fold in range(FOLDS):
            judged = np.flatnonzero(folds == fold)
            apart[judged] = fits[fold + 1].result()[1][judged]
        return fits[0].result()[0] | {"apart": apart}


def rounded(weights):
    """The tensors with token rows as the engine's file has them: lower layers see those, so the branch learns on them."""
    name = "embeddings.word_embeddings.weight"
    return weights | {name: transformer.from_four_bits(*transformer.four_bits(weights[name])).astype(np.float32)}


def lower_rows(weights, ids):
    """Each text's rows after the layers that stay, in half precision."""
    below = reference.Reference(weights)
    below.layers = FIRST
    order, found = sorted(range(len(ids)), key=lambda i: len(ids[i])), [None] * len(ids)
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        batch, mask = np.zeros((len(chosen), len(ids[chosen[-1]])), np.int64), None
        for row, i in enumerate(chosen):
            batch[row, : len(ids[i])] = ids[i]
        mask = batch > 0
        rows = below.last(batch, mask)
        for row, i in enumerate(chosen):
            found[i] = rows[row, : len(ids[i])].astype(np.float16)
    return found


def keep(*shared):
    fitted.shared = shared


def fitted(chosen):
    """Tensors learned from the chosen examples, and the logits they give all the others."""
    import torch

    weights, lower, asked, targets = fitted.shared
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    model = fit(weights, lower, asked, targets, chosen)
    apart, others = np.zeros(targets.shape, np.float32), np.setdiff1d(np.arange(len(lower)), chosen)
    apart[others] = model.logits(lower, others)
    print(f"  branch: learned from {len(chosen)} examples", flush=True)
    return model.tensors(), apart


def fit(weights, lower, asked, targets, chosen):
    """A model learned from the chosen examples."""
    import torch

    torch.manual_seed(0)
    random = np.random.default_rng(0)
    model = made(weights, targets[chosen].mean(axis=0))
    model.train()
    steps = ROUNDS * -(-len(chosen) // BATCH)
    rates = [{"params": model.layers.parameters(), "lr": STEP}, {"params": model.answers.parameters(), "lr": STEP * ANSWER_STEP}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    rate = lambda step: min(1, (step + 1) / (WARMING * steps)) * (1 - step / steps)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    wanted, due = torch.tensor(targets, dtype=torch.float32), torch.tensor(asked, dtype=torch.float32)
    for _ in range(ROUNDS):
        for batch in batches(random.permutation(chosen), lower, random):
            missed = torch.nn.functional.binary_cross_entropy_with_logits(
                model(*padded(lower, batch)), wanted[batch], weight=due[batch], reduction="sum")
            optimizer.zero_grad()
            (missed / len(batch)).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return model


def batches(order, lower, random):
    """Examples of like length go together, in random order."""
    found = []
    for start in range(0, len(order), 50 * BATCH):
        near = sorted(order[start : start + 50 * BATCH], key=lambda i: len(lower[i]))
        found += [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    return [found[i] for i in random.permutation(len(found))]


def padded(lower, chosen):
    import torch

    longest = max(len(lower[i]) for i in chosen)
    rows, mask = np.zeros((len(chosen), longest, lower[0].shape[1]), np.float32), np.zeros((len(chosen), longest), bool)
    for place, i in enumerate(chosen):
        rows[place, : len(lower[i])] = lower[i]
        mask[place, : len(lower[i])] = True
    return torch.from_numpy(rows), torch.from_numpy(mask)


def made(weights, shares):
    """The upper layers as they are, and answers that say what is usual."""
    import torch
    from torch import nn
    from torch.nn import functional

    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mixed": "attention.output.dense", "first": "attention.output.LayerNorm", "inner": "intermediate.dense",
        "outer": "output.dense", "second": "output.LayerNorm"}

    class Layer(nn.Module):
        def __init__(self, index):
            super().__init__()
            self.index, self.drop = index, nn.Dropout(DROPPED)
            for own, name in names.items():
                matrix, bias = (torch.tensor(weights[f"encoder.layer.{index}.{name}.{part}"]) for part in ("weight", "bias"))
                part = nn.LayerNorm(len(bias), eps=1e-12) if matrix.ndim == 1 else nn.Linear(matrix.shape[1], len(bias))
                part.weight.data, part.bias.data = matrix, bias
                setattr(self, own, part)

        def heads(self, rows):
            return rows.view(*rows.shape[:2], reference.HEADS, -1).transpose(1, 2)

        def forward(self, rows, mask):
            mixed = functional.scaled_dot_product_attention(
                self.heads(self.query(rows)), self.heads(self.key(rows)), self.heads(self.value(rows)),
                attn_mask=mask[:, None, None, :], dropout_p=DROPPED if self.training else 0.0)
            rows = self.first(rows + self.drop(self.mixed(mixed.transpose(1, 2).reshape(rows.shape))))
            return self.second(rows + self.drop(self.outer(functional.gelu(self.inner(rows)))))

        def tensors(self):
            return {f"encoder.layer.{self.index}.{name}.{part}": getattr(getattr(self, own), part).detach().numpy()
                    for own, name in names.items() for part in ("weight", "bias")}

    class Branch(nn.Module):
        def __init__(self):
            super().__init__()
            count = reference.Reference(weights).layers
            self.layers = nn.ModuleList(Layer(index) for index in range(FIRST, count))
            self.answers = nn.Linear(reference.Reference(weights).width, len(shares))
            nn.init.normal_(self.answers.weight, std=0.02)
            self.answers.bias.data = torch.tensor(np.log(shares / (1 - shares)), dtype=torch.float32)

        def forward(self, rows, mask):
            for layer in self.layers:
                rows = layer(rows, mask)
            mean = (rows * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            vector = SCALE * functional.normalize(mean, dim=1)
            return self.answers(functional.dropout(vector, DROPPED, self.training))

        def logits(self, lower, chosen):
            self.eval()
            found = np.zeros((len(chosen), len(shares)), np.float32)
            order = sorted(range(len(chosen)), key=lambda i: len(lower[chosen[i]]))
            with torch.no_grad():
                for start in range(0, len(order), 128):
                    places = order[start : start + 128]
                    found[places] = self(*padded(lower, [chosen[i] for i in places])).numpy()
            return found

        def tensors(self):
            found = {name: tensor for layer in self.layers for name, tensor in layer.tensors().items()}
            answers = {"answers.weight": SCALE * self.answers.weight, "answers.bias": self.answers.bias}
            return found | {name: tensor.detach().numpy() for name, tensor in answers.items()}

    return Branch()


def pack(tensors, names, mark):
    """The bytes of the branch's file; `names` are of the answers, a side, a colon and an act."""
    layers = sorted({int(name.split(".")[2]) for name in tensors if name.startswith("encoder.")})
    sections = {1: tensors["answers.weight"], 2: tensors["answers.bias"], 3: "\n".join(names).encode()}
    for place, layer in enumerate(layers):
        for number, part in enumerate(transformer.layer_sections(tensors, layer)):
            sections[16 + 16 * place + number] = part
    sizes = container.Sizes(
        layers=len(layers), width=tensors["answers.weight"].shape[1], heads=reference.HEADS, inner=1536, rows=len(names),
        vocabulary_mark=mark, spare=layers[0])
    return container.file_bytes(container.BRANCH, sizes, sections)
