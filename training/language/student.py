"""The language model that the reader runs (see src/stages/encode): learns from the treebanks, the names, and the teacher's opinions on raw news."""

import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from sentences import Sentences, read, seed
from tensor_file import write

WORD, AFFIX, SHAPE = 80, 32, 16
HIDDEN, LAYERS, PAIR, NAME = 112, 3, 64, 96
EPOCHS, BATCH, WARM = 8, 4000, 300
RAW_WORDS = 600_000  # words of raw news in each epoch


class Scan(torch.autograd.Function):
    """c[t] = stay[t] * c[t - 1] + fresh[t], along the first axis."""

    @staticmethod
    def forward(context, stay, fresh):
        memory = torch.empty_like(fresh)
        before = torch.zeros_like(fresh[0])
        for t in range(fresh.size(0)):
            torch.addcmul(fresh[t], stay[t], before, out=memory[t])
            before = memory[t]
        context.save_for_backward(stay, memory)
        return memory

    @staticmethod
    def backward(context, gradient):
        stay, memory = context.saved_tensors
        to_fresh = gradient.clone(memory_format=torch.contiguous_format)
        for t in range(gradient.size(0) - 2, -1, -1):
            to_fresh[t].addcmul_(stay[t + 1], to_fresh[t + 1])
        to_stay = torch.zeros_like(to_fresh)
        torch.mul(to_fresh[1:], memory[:-1], out=to_stay[1:])
        return to_stay, to_fresh


def gate(x):
    return 0.5 + 0.5 * x * torch.rsqrt(1 + x * x)


class Recurrence(nn.Module):
    """One layer of gated recurrence, both ways; with a shortcut, what does not show of the memory shows of the input."""

    def __init__(self, width, shortcut, hidden=HIDDEN):
        super().__init__()
        self.hidden = hidden
        self.linear = nn.Linear(width, 6 * hidden)
        self.before, self.after = nn.Parameter(torch.zeros(width)), nn.Parameter(torch.zeros(width))
        self.shortcut = shortcut
        with torch.no_grad():
            self.linear.bias.zero_()
            bias = self.linear.bias.view(2, 3, hidden)
            bias[:, 1] = 0.7 * torch.linspace(-1.5, 2.5, hidden)  # memories of all lengths
            bias[:, 2] = -0.3 if shortcut else 0.0

    def forward(self, x, mask):  # time, batch, width
        nothing = torch.zeros_like(x[:1])
        mixed = x + self.before * torch.cat([nothing, x[:-1]]) + self.after * torch.cat([x[1:], nothing])
        gates = self.linear(mixed)
        times, batch, _ = gates.shape
        gates = gates.view(times, batch, 2, 3, self.hidden)
        fresh, stay, show = gates[:, :, :, 0], gate(gates[:, :, :, 1]) * mask.unsqueeze(-1), gate(gates[:, :, :, 2])
        fresh = (1 - stay) * fresh * mask.unsqueeze(-1)
        both = lambda part: torch.stack([part[:, :, 0], part[:, :, 1].flip(0)], 2)
        flat = (times, batch, 2 * self.hidden)
        memory = both(Scan.apply(both(stay).reshape(flat), both(fresh).reshape(flat)).view(times, batch, 2, self.hidden))
        if self.shortcut:
            passed = x.view(times, batch, 2, self.hidden)
            shown = passed + show * (memory - passed)
        else:
            shown = show * memory
        return shown.reshape(flat) * mask


class Student(nn.Module):
    def __init__(self, vectors, tags, relations, names):
        super().__init__()
        mean = vectors.mean(0)
        _, _, turn = torch.linalg.svd(vectors - mean, full_matrices=False)
        vectors = (vectors - mean) @ turn[:WORD].T
        vectors = vectors / vectors.std() * 0.6
        self.word = nn.Embedding(len(vectors) + 1, WORD)
        with torch.no_grad():
            self.word.weight[1:] = vectors
            self.word.weight[0].zero_()
        self.affix = nn.Embedding(16384, AFFIX)
        nn.init.normal_(self.affix.weight, 0, 0.15)
        self.shape = nn.Embedding(512, SHAPE)
        nn.init.normal_(self.shape.weight, 0, 0.4)
        width = 2 * HIDDEN
        self.layers = nn.ModuleList(
            [Recurrence(WORD + AFFIX + SHAPE, False)] + [Recurrence(width, True) for _ in range(LAYERS - 1)]
        )
        self.drop = nn.Dropout(0.12)
        self.tag = nn.Linear(width, tags)
        self.name_hidden, self.name = nn.Linear(width, NAME), nn.Linear(NAME, names)
        self.dependent, self.head = nn.Linear(width, PAIR), nn.Linear(width, PAIR)
        self.match, self.head_bias = nn.Parameter(torch.eye(PAIR) * 0.3), nn.Linear(PAIR, 1)
        self.below, self.above, self.relation = nn.Linear(width, PAIR), nn.Linear(width, PAIR), nn.Linear(PAIR, relations)
        self.root_head, self.root_above = nn.Parameter(torch.randn(PAIR) * 0.1), nn.Parameter(torch.zeros(PAIR))

    def encode(self, features, mask):
        features = features.transpose(0, 1)
        mask = mask.t().unsqueeze(-1).float()
        words, affixes = features[..., 0], self.affix(features[..., 1:9])
        if self.training:
            # Words are hidden now and then, so that the model learns to know them by their affixes and their neighbours.
            hidden = torch.rand(words.shape) < 0.08
            words = words.masked_fill(hidden, 0)
            forgotten = hidden | (torch.rand(words.shape) < 0.15)
            whole = affixes[..., 7:, :] * (~forgotten)[..., None, None].float()
            affixes = torch.cat([affixes[..., :7, :], whole], -2)
        x = torch.cat([self.word(words), affixes.sum(-2) * 0.5, self.shape(features[..., 9])], -1) * mask
        x = self.drop(x)
        for layer in self.layers:
            x = self.drop(layer(x, mask))
        return x.transpose(0, 1)

    def arcs(self, x, mask):
        batch = x.size(0)
        dependent, head = self.drop(F.relu(self.dependent(x))), self.drop(F.relu(self.head(x)))
        head = torch.cat([self.root_head.expand(batch, 1, PAIR), head], 1)
        scores = (dependent @ self.match) @ head.transpose(1, 2) + self.head_bias(head).transpose(1, 2)
        real = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        scores = scores.masked_fill(~real[:, None, :], -1e4)
        itself = torch.eye(x.size(1), dtype=torch.bool)
        scores[:, :, 1:] = scores[:, :, 1:].masked_fill(itself, -1e4)
        return scores, self.below(x), torch.cat([self.root_above.expand(batch, 1, PAIR), self.above(x)], 1)

    def relations(self, below, above, heads):
        chosen = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, PAIR))
        return self.relation(self.drop(F.relu(below + chosen)))

    def names(self, x):
        return self.name(self.drop(F.relu(self.name_hidden(x))))


def told(logits, truth, mask):
    loss = F.cross_entropy(logits.flatten(0, 1), truth.flatten(), reduction="none")
    return (loss * mask.flatten()).sum() / mask.sum()


def held(logits, choices, chances, mask):
    """Cross entropy with the teacher's best choices."""
    logs = F.log_softmax(logits, -1).gather(-1, choices.clamp(max=logits.size(-1) - 1))
    chances = chances / chances.sum(-1, keepdim=True).clamp(min=1e-6)
    return -((logs * chances).sum(-1) * mask).sum() / mask.sum()


def measure(student, folder, labels):
    """Tags (universal), heads, heads with relations, of the words of half of each dev part, in %."""
    student.eval()
    universal = [tag.split()[0] for tag in labels["tags"]]
    number = torch.tensor([sorted(set(universal)).index(tag) for tag in universal])
    for name in ("ewt-dev", "gum-dev"):
        sentences = Sentences.of(read(Path(folder) / f"{name}.jsonl"), "thr")
        counts = np.zeros(4)
        for indices in sentences.batches(6000, False):
            batch = sentences.batch(indices)
            mask = batch["mask"]
            with torch.no_grad():
                x = student.encode(batch["f"], mask)
                scores, below, above = student.arcs(x, mask)
                heads = scores.argmax(-1)
                relations, tags = student.relations(below, above, heads).argmax(-1), student.tag(x).argmax(-1)
            right = (heads == batch["h"]) & mask
            counts += [
                mask.sum().item(),
                (number[tags] == number[batch["t"]])[mask].sum().item(),
                right.sum().item(),
                (right & (relations == batch["r"])).sum().item(),
            ]
        print(f"student: {name} UPOS {100 * counts[1] / counts[0]:.2f} UAS {100 * counts[2] / counts[0]:.2f} LAS {100 * counts[3] / counts[0]:.2f}", flush=True)


def train(folder, names, opinions):
    """Trains the student on the trees in `folder` and on the teacher's `opinions`: of the sentences with names, and of raw news."""
    seed()
    labels = json.loads((Path(folder) / "labels.json").read_text())
    vectors = torch.from_numpy(np.fromfile(Path(folder) / "vectors.f32", np.float32).reshape(-1, 100).copy())
    sets = {"trees": Sentences.of(read(Path(folder) / "trees.jsonl"), "thr"), **opinions}
    student = Student(vectors, len(labels["tags"]), len(labels["relations"]), names)
    others = [weight for weight in student.parameters() if weight is not student.word.weight]
    optimizer = torch.optim.AdamW(
        [{"params": [student.word.weight], "lr": 1e-3, "weight_decay": 0.0}, {"params": others, "lr": 2.5e-3}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )

    def epoch():
        work = [("trees", batch) for _ in range(2) for batch in sets["trees"].batches(BATCH)]
        work += [("names-train", batch) for batch in sets["names-train"].batches(BATCH)]
        work += [("raw", batch) for batch in sets["raw"].batches(BATCH, limit=RAW_WORDS)]
        random.shuffle(work)
        return work

    total = EPOCHS * len(epoch())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / (total - WARM)))
    )
    start = time.time()
    for number in range(EPOCHS):
        student.train()
        for name, indices in epoch():
            batch = sets[name].batch(indices)
            mask = batch["mask"]
            weight = mask.float()
            x = student.encode(batch["f"], mask)
            scores, below, above = student.arcs(x, mask)
            if name == "trees":
                loss = told(student.tag(x), batch["t"], weight) + told(scores, batch["h"], weight)
                loss = loss + told(student.relations(below, above, batch["h"]), batch["r"], weight)
            else:
                heads = batch["hi"][..., 0].clamp(max=above.size(1) - 1)
                loss = held(student.tag(x), batch["ti"], batch["tp"], weight)
                loss = loss + held(scores, batch["hi"], batch["hp"], weight)
                loss = loss + held(student.relations(below, above, heads), batch["ri"], batch["rp"], weight)
            if "n" in batch:
                loss = loss + told(student.names(x), batch["n"], weight)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 3.0)
            optimizer.step()
            schedule.step()
        print(f"student: epoch {number + 1} of {EPOCHS}, {time.time() - start:.0f} s", flush=True)
        measure(student, folder, labels)
    return student


def export(student, folder, models):
    """Writes the student's parts as the models that the stages read."""
    labels = json.loads((Path(folder) / "labels.json").read_text())
    arrays = {name: weight.detach().numpy() for name, weight in student.state_dict().items()}
    models = Path(models)

    def linear(names):
        tables = {name: arrays[f"{source}.weight"] for name, source in names.items()}
        floats = {f"{name}.bias": arrays[f"{source}.bias"] for name, source in names.items()}
        return tables, floats

    layers = [f"layer{i}" for i in range(LAYERS)]
    tables, floats = linear({name: f"layers.{i}.linear" for i, name in enumerate(layers)})
    tables |= {"word": arrays["word.weight"], "affix": arrays["affix.weight"] * 0.5, "shape": arrays["shape.weight"]}
    for i, name in enumerate(layers):
        floats |= {f"{name}.before": arrays[f"layers.{i}.before"], f"{name}.after": arrays[f"layers.{i}.after"]}
    words = np.fromfile(Path(folder) / "words.u32", np.uint32)
    write(models / "encoder.bin", {"layers": layers}, tables, floats, {"words": words})

    write(models / "tagger.bin", {"classes": labels["tags"]}, *linear({"tag": "tag"}))
    write(models / "names-head.bin", {}, *linear({"hidden": "name_hidden", "label": "name"}))
    pairs = {"dependent": "dependent", "head": "head", "below": "below", "above": "above", "relation": "relation"}
    tables, floats = linear(pairs)
    floats |= {
        "match": arrays["match"].T.copy(),
        "headBias": arrays["head_bias.weight"][0],
        "rootHead": arrays["root_head"],
        "rootAbove": arrays["root_above"],
    }
    write(models / "parser.bin", {"relations": labels["relations"]}, tables, floats)
