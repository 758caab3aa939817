"""
python3 name_folds.py FOLDER: what students that did not see a document make of its names. Three students, each taught two thirds of the
documents and the trees, label the rest; `guesses.u8` gets two bytes a word, the label and how sure it was (see `sureness`).
"""

import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from sentences import LONGEST, Sentences, read, seed
from student import BATCH, Student, told

FOLDS, EPOCHS, NAMES = 3, 4, 37


def sureness(logits):
    """How far the best label is ahead of the next, in steps: 0 up to 1, 1 up to 2, 2 up to 4, 3 up to 8, 4 beyond."""
    best = logits.topk(2, -1).values
    ahead = best[..., 0] - best[..., 1]
    return sum((ahead >= step).to(torch.uint8) for step in (1, 2, 4, 8))


def fold_student(folder, labels, names, trees):
    seed()
    vectors = torch.from_numpy(np.fromfile(folder / "vectors.f32", np.float32).reshape(-1, 100).copy())
    student = Student(vectors, len(labels["tags"]), len(labels["relations"]), NAMES)
    optimizer = torch.optim.AdamW(student.parameters(), lr=2.5e-3, weight_decay=0.01, betas=(0.9, 0.98), fused=True)

    def epoch():
        work = [(trees, batch) for batch in trees.batches(BATCH)] + [(names, batch) for batch in names.batches(BATCH)]
        random.shuffle(work)
        return work

    total = EPOCHS * len(epoch())
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min((i + 1) / 100, (total - i) / (total - 100)))
    for _ in range(EPOCHS):
        student.train()
        for sentences, indices in epoch():
            batch = sentences.batch(indices)
            weight = batch["mask"].float()
            x = student.encode(batch["f"], batch["mask"])
            if sentences is trees:
                scores, below, above = student.arcs(x, batch["mask"])
                loss = told(student.tag(x), batch["t"], weight) + told(scores, batch["h"], weight)
                loss = loss + told(student.relations(below, above, batch["h"]), batch["r"], weight)
            else:
                loss = told(student.names(x), batch["n"], weight)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 3.0)
            optimizer.step()
            schedule.step()
    student.eval()
    return student


def main(folder):
    folder = Path(folder)
    labels = json.loads((folder / "labels.json").read_text())
    rows = read(folder / "names-train.jsonl", 10**9)
    offsets = np.cumsum([0, *(len(row["w"]) for row in rows)])
    guesses = np.zeros((offsets[-1], 2), np.uint8)
    trees = Sentences.of(read(folder / "trees.jsonl"), "thr")
    short = [i for i, row in enumerate(rows) if len(row["w"]) <= LONGEST]
    start = time.time()
    for fold in range(FOLDS):
        others = [rows[i] for i in short if rows[i]["d"] % FOLDS != fold]
        student = fold_student(folder, labels, Sentences.of(others, "n"), trees)
        own = [i for i in short if rows[i]["d"] % FOLDS == fold]
        sentences = Sentences.of([rows[i] for i in own], "n")
        right = 0
        for indices in sentences.batches(2 * BATCH, False):
            batch = sentences.batch(indices)
            with torch.no_grad():
                logits = student.names(student.encode(batch["f"], batch["mask"]))
            best, sure = logits.argmax(-1).numpy(), sureness(logits).numpy()
            right += int((torch.from_numpy(best) == batch["n"])[batch["mask"]].sum())
            for row, i in enumerate(indices):
                at = slice(offsets[own[i]], offsets[own[i] + 1])
                guesses[at, 0], guesses[at, 1] = best[row, : sentences.lengths[i]], sure[row, : sentences.lengths[i]]
        share = 100 * right / sentences.offsets[-1]
        print(f"names: fold {fold + 1} of {FOLDS}, {share:.2f} % of labels, {time.time() - start:.0f} s", flush=True)
    guesses.tofile(folder / "guesses.u8")


if __name__ == "__main__":
    main(sys.argv[1])
