"""python3 certainty.py FOLDER [--held-out]: the network that says how sure a text is of its predicates.

Learns from what `training/certaintyExamples.ts` writes to FOLDER; src/stages/certainty/CertaintyNetwork.ts runs it. Readers of news
and readers of web text used the scale differently, so there are two answers, and a small part that tells the two kinds of text apart.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from mean_weights import MeanWeights
from sentences import seed
from student import Recurrence
from tensor_file import write

ROWS, REGISTER_ROWS, REGISTER_COLUMNS, WORD_COLUMNS = 16384, 32768, 256, 3
BAG, HIDDEN, PROJECTED, REGISTER_HIDDEN = 24, 32, 64, 32
EPOCHS, RATE, BATCH, WARM = 10, 3e-3, 2000, 50
REGISTER_EPOCHS, REGISTER_BATCH = 4, 64
LONGEST = 256
WEB, NEWS, PLAIN_NEWS = 0, 1, 2
BLOCK, ASIDE = 25, 10  # neighbouring lines are of one article: blocks of them are kept aside


class Examples:
    def __init__(self, folder):
        folder = Path(folder)
        of = lambda name, kind: np.fromfile(folder / name, kind)
        self.scales = of("scales.f32", np.float32)
        self.values = of("values.i8", np.int8).reshape(len(self.scales), -1)
        self.words = of("registerRows.u16", np.uint16).reshape(-1, WORD_COLUMNS)
        self.heads = of("heads.u32", np.uint32).astype(np.int64)  # the word itself where it has none
        # register, number of the line in its corpus, first word, end
        self.sentences = of("sentences.u32", np.uint32).reshape(-1, 4).astype(np.int64)
        self.sentences[:, 3] = np.minimum(self.sentences[:, 3], self.sentences[:, 2] + LONGEST)
        self.predicates = of("predicates.u32", np.uint32).astype(np.int64)
        self.truths = of("truths.f32", np.float32)
        self.rows, self.starts = of("rows.u16", np.uint16), of("rowStarts.u32", np.uint32).astype(np.int64)
        self.first = np.searchsorted(self.predicates, self.sentences[:, 2])
        self.last = np.searchsorted(self.predicates, self.sentences[:, 3])

    def aside(self):
        return (self.sentences[:, 1] // BLOCK % ASIDE == 3) & (self.sentences[:, 0] != PLAIN_NEWS)

    def vectors(self, words):
        return torch.from_numpy(self.values[words].astype(np.float32) * self.scales[words][:, None])

    def batches(self, chosen, shuffle):
        """Sentences of one register, of like length."""
        lengths = self.sentences[chosen, 3] - self.sentences[chosen, 2]
        jitter = np.random.rand(len(chosen)) * 6 if shuffle else 0
        result, current, widest = [], [], 0
        for index in chosen[np.argsort(lengths + jitter, kind="stable")]:
            width = max(widest, int(self.sentences[index, 3] - self.sentences[index, 2]))
            if current and width * (len(current) + 1) > BATCH:
                result.append(np.array(current))
                current, width = [], int(self.sentences[index, 3] - self.sentences[index, 2])
            current.append(index)
            widest = width
        if current:
            result.append(np.array(current))
        return result

    def batch(self, indices):
        """Words are numbered time * sentences + sentence."""
        start, end = self.sentences[indices, 2], self.sentences[indices, 3]
        times, count = int((end - start).max()), len(indices)
        at = start[None, :] + np.arange(times)[:, None]
        mask = at < end[None, :]
        at = np.where(mask, at, start[None, :])
        chosen = np.concatenate([np.arange(self.first[i], self.last[i]) for i in indices])
        column = np.repeat(np.arange(count), self.last[indices] - self.first[indices])
        word = self.predicates[chosen]
        head = self.heads[word]
        above = (head != word) & (head >= start[column]) & (head < end[column])
        sizes = self.starts[chosen + 1] - self.starts[chosen]
        offsets = np.concatenate([[0], np.cumsum(sizes)])
        where = np.repeat(self.starts[chosen], sizes) + np.arange(offsets[-1]) - np.repeat(offsets[:-1], sizes)
        return {
            "vectors": self.vectors(at.ravel()).view(times, count, -1),
            "mask": torch.from_numpy(mask)[..., None].float(),
            "word": torch.from_numpy((word - start[column]) * count + column),
            "head": torch.from_numpy(np.where(above, (head - start[column]) * count + column, times * count)),
            "rows": torch.from_numpy(self.rows[where].astype(np.int64)),
            "offsets": torch.from_numpy(offsets[:-1]),
            "truth": torch.from_numpy(self.truths[chosen]),
            "predicates": chosen,
        }


class Network(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.rows = nn.EmbeddingBag(ROWS, BAG, mode="sum")
        nn.init.normal_(self.rows.weight, 0, 0.05)
        self.context = Recurrence(width, False, HIDDEN)
        # What a word is as a predicate, and what it is as the governor of one.
        self.project = nn.Linear(width + 2 * HIDDEN, 2 * PROJECTED)
        self.no_head = nn.Parameter(torch.zeros(PROJECTED))
        self.bag = nn.Linear(BAG, PROJECTED, bias=False)
        self.answer = nn.Linear(PROJECTED, 2)
        with torch.no_grad():
            self.answer.bias.copy_(torch.tensor([1.5, 2.0]))
        self.drop = nn.Dropout(0.25)

    def forward(self, batch):
        """The answers of web text and of news, for each predicate."""
        x, mask = self.drop(batch["vectors"]) * batch["mask"], batch["mask"]
        around = self.drop(self.context(x, mask))
        own, head = self.project(torch.cat([x, around], -1)).flatten(0, 1).split(PROJECTED, -1)
        head = torch.cat([head, self.no_head[None]])
        keep = 0.5 if self.training else 1.0
        weights = (torch.rand(len(batch["rows"])) < keep).float() / keep if self.training else None
        bag = self.bag(self.rows(batch["rows"], batch["offsets"], weights))
        return self.answer(self.drop(F.relu(own[batch["word"]] + head[batch["head"]] + bag)))


class Register(nn.Module):
    """Log odds that words are news, added up over them."""

    def __init__(self, width):
        super().__init__()
        self.words = nn.Embedding(REGISTER_ROWS, 1)
        nn.init.zeros_(self.words.weight)
        self.hidden, self.answer = nn.Linear(width, REGISTER_HIDDEN), nn.Linear(REGISTER_HIDDEN, 1)
        self.drop = nn.Dropout(0.3)

    def forward(self, examples, indices):
        lengths = examples.sentences[indices, 3] - examples.sentences[indices, 2]
        words = np.concatenate([np.arange(*examples.sentences[i, 2:]) for i in indices])
        sentence = torch.from_numpy(np.repeat(np.arange(len(indices)), lengths))
        known = self.words(torch.from_numpy(examples.words[words].astype(np.int64))).squeeze(-1)
        if self.training:
            known = known * (torch.rand(known.shape) > 0.3) / 0.7
        seen = self.answer(self.drop(F.relu(self.hidden(self.drop(examples.vectors(words)))))).squeeze(-1)
        return torch.zeros(len(indices)).index_add(0, sentence, known.sum(-1) + seen)


def train_register(examples, chosen):
    register = Register(examples.values.shape[1])
    others = [*register.hidden.parameters(), *register.answer.parameters()]
    groups = [{"params": [register.words.weight], "lr": 0.01, "weight_decay": 0.0}, {"params": others, "lr": 2e-3, "weight_decay": 0.02}]
    optimizer = torch.optim.AdamW(groups)
    total = REGISTER_EPOCHS * -(-len(chosen) // REGISTER_BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: 1 - i / total)
    register.train()
    for _ in range(REGISTER_EPOCHS):
        order = np.random.permutation(chosen)
        for at in range(0, len(order), REGISTER_BATCH):
            indices = order[at : at + REGISTER_BATCH]
            truth = torch.from_numpy((examples.sentences[indices, 0] != WEB).astype(np.float32))
            loss = F.binary_cross_entropy_with_logits(register(examples, indices), truth)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return register.eval()


def train(examples, chosen):
    network = Network(examples.values.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    registers = [(kind, chosen[(examples.sentences[chosen, 0] == kind) & (examples.last > examples.first)[chosen]]) for kind in (WEB, NEWS)]
    total = EPOCHS * sum(len(examples.batches(indices, False)) for _, indices in registers)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / total)))
    means = MeanWeights(network, 0.995)
    start = time.time()
    network.train()
    for epoch in range(EPOCHS):
        work = [(kind, batch) for kind, indices in registers for batch in examples.batches(indices, True)]
        for at in np.random.permutation(len(work)):
            kind, indices = work[at]
            batch = examples.batch(indices)
            loss = (network(batch)[:, kind] - batch["truth"]).abs().mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            means.update()
        print(f"certainty: epoch {epoch + 1} of {EPOCHS}, {time.time() - start:.0f} s", flush=True)
    means.keep()
    return network.eval()


def figures(truth, values):
    values = np.clip(values, -3, 3)
    return f"MAE {np.abs(truth - values).mean():.3f} r {np.corrcoef(truth, values)[0, 1]:.3f}"


@torch.no_grad()
def measure(network, register, examples, chosen):
    for kind, name in ((NEWS, "news"), (WEB, "web")):
        truths, answers, odds = [], [], []
        for indices in examples.batches(chosen[examples.sentences[chosen, 0] == kind], False):
            batch = examples.batch(indices)
            if len(batch["truth"]) == 0:
                continue
            truths.append(batch["truth"])
            answers.append(network(batch))
            told = register(examples, indices).numpy()
            odds.append(np.repeat(told, examples.last[indices] - examples.first[indices]))
        truths, answers, odds = torch.cat(truths).numpy(), torch.cat(answers).numpy(), np.concatenate(odds)
        line = f"certainty aside, {name}, {len(truths)} predicates: {figures(truths, answers[:, kind])}"
        for prior in (0, 1, 1.5, 2.3):
            share = 1 / (1 + np.exp(-(odds + prior)))
            mixed = answers[:, NEWS] * share + answers[:, WEB] * (1 - share)
            line += f"; register told, prior {prior}: {figures(truths, mixed)}"
        print(line, flush=True)


def export(network, register, meta, path):
    arrays = {name: weight.detach().numpy() for name, weight in network.state_dict().items()}
    others = {name: weight.detach().numpy() for name, weight in register.state_dict().items()}
    tables = {
        "rows": arrays["rows.weight"],
        "context": arrays["context.linear.weight"],
        "project": arrays["project.weight"],
        "bag": arrays["bag.weight"],
        "answer": arrays["answer.weight"],
        # One step for many rows: they have one column.
        "registerWords": others["words.weight"].reshape(-1, REGISTER_COLUMNS),
        "registerHidden": others["hidden.weight"],
        "registerAnswer": others["answer.weight"],
    }
    floats = {
        "context.bias": arrays["context.linear.bias"],
        "context.before": arrays["context.before"],
        "context.after": arrays["context.after"],
        "project.bias": arrays["project.bias"],
        "answer.bias": arrays["answer.bias"],
        "noHead": arrays["no_head"],
        "registerHidden.bias": others["hidden.bias"],
        "registerAnswer.bias": others["answer.bias"],
    }
    size = write(path, meta, tables, floats)
    print(f"certainty: {size} bytes", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    seed()
    torch.set_num_threads(1)  # the matrices are too small to share
    examples = Examples(options.folder)
    every = np.arange(len(examples.sentences))
    aside = examples.aside() & options.held_out
    register = train_register(examples, every[~aside])
    network = train(examples, every[~aside])
    if options.held_out:
        measure(network, register, examples, every[aside])
    export(network, register, json.loads((Path(options.folder) / "meta.json").read_text()), Path(options.folder) / "certainty.bin")
