"""python3 attributions.py FOLDER [--held-out]: the network that finds cues and the roles of the words around them.

Learns from what `training/attributionExamples.ts` writes to FOLDER; src/stages/attributions/AttributionNetwork.ts runs it. Writes
two: half.bin, taught by the documents of even number, whose errors on the others teach the verdicts, and all.bin, which went on
from there with all documents.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from sentences import seed
from student import Recurrence, gate
from tensor_file import write

WORD_ROWS, PAIR_ROWS, PAIR_COLUMNS = 16384, 8192, 6
BAG, HIDDEN, PROJECTED, PAIR_HIDDEN = 40, 64, 64, 48
ROLES, CUE = 4, 2
EPOCHS, RATE = {"half": 6, "all": 6}, {"half": 3e-3, "all": 2.5e-3}
BATCH, WARM = 3000, 100
ASIDE = 10


class Examples:
    def __init__(self, folder):
        folder = Path(folder)
        of = lambda name, kind: np.fromfile(folder / name, kind)
        self.scales = of("scales.f32", np.float32)
        self.values = of("values.i8", np.int8).reshape(len(self.scales), -1)
        self.rows, self.starts = of("rows.u16", np.uint16), of("rowStarts.u32", np.uint32).astype(np.int64)
        self.labels = of("labels.u8", np.uint8)
        self.paragraphs = of("paragraphs.u32", np.uint32).reshape(-1, 3).astype(np.int64)
        self.cues = of("cues.u32", np.uint32).reshape(-1, 4).astype(np.int64)
        self.pairs = of("pairs.u16", np.uint16).reshape(-1, PAIR_COLUMNS)
        self.truths = of("truths.u8", np.uint8)
        self.views = np.cumsum(np.concatenate([[0], self.cues[:, 3] - self.cues[:, 2]]))
        self.cue_starts = np.searchsorted(self.cues[:, 0], np.arange(len(self.paragraphs) + 1))

    def batches(self, chosen, shuffle):
        """Paragraphs of like length."""
        lengths = self.paragraphs[chosen, 2] - self.paragraphs[chosen, 1]
        jitter = np.random.rand(len(chosen)) * 6 if shuffle else 0
        result, current, widest = [], [], 0
        for index in chosen[np.argsort(lengths + jitter, kind="stable")]:
            width = max(widest, int(self.paragraphs[index, 2] - self.paragraphs[index, 1]))
            if current and width * (len(current) + 1) > BATCH:
                result.append(np.array(current))
                current, width = [], int(self.paragraphs[index, 2] - self.paragraphs[index, 1])
            current.append(index)
            widest = width
        if current:
            result.append(np.array(current))
        if shuffle:
            np.random.shuffle(result)
        return result

    def batch(self, indices):
        """Words are numbered time * paragraphs + paragraph."""
        start, end = self.paragraphs[indices, 1], self.paragraphs[indices, 2]
        times, count = int((end - start).max()), len(indices)
        at = start[None, :] + np.arange(times)[:, None]
        mask = at < end[None, :]
        at = np.where(mask, at, start[None, :])
        flat = at.ravel()
        sizes = np.where(mask.ravel(), self.starts[flat + 1] - self.starts[flat], 0)
        offsets = np.concatenate([[0], np.cumsum(sizes)])
        where = np.repeat(self.starts[flat], sizes) + np.arange(offsets[-1]) - np.repeat(offsets[:-1], sizes)
        labels = np.where(mask, self.labels[at], 2)
        cues = np.concatenate([np.arange(self.cue_starts[i], self.cue_starts[i + 1]) for i in indices])
        column = np.repeat(np.arange(count), self.cue_starts[indices + 1] - self.cue_starts[indices])
        result = {
            "vectors": torch.from_numpy(self.values[flat].astype(np.float32) * self.scales[flat][:, None]),
            "rows": torch.from_numpy(self.rows[where].astype(np.int64)),
            "offsets": torch.from_numpy(offsets[:-1]),
            "mask": torch.from_numpy(mask)[..., None].float(),
            "labels": torch.from_numpy(labels.ravel().astype(np.int64)),
            "views": None,
        }
        if len(cues) > 0:
            head, first, last = self.cues[cues, 1], self.cues[cues, 2], self.cues[cues, 3]
            widest = int((last - first).max())
            k = np.arange(widest)[:, None]
            inside = k < (last - first)[None, :]
            word = np.where(inside, (first - start[column])[None, :] + k, 0) * count + column[None, :]
            pair = np.where(inside, self.views[cues][None, :] + k, 0)
            result["views"] = {
                "mask": torch.from_numpy(inside),
                "word": torch.from_numpy(word),
                "cue": torch.from_numpy((head - start[column]) * count + column),
                "at": torch.from_numpy(head - first),
                "pairs": torch.from_numpy(self.pairs[pair].astype(np.int64)),
                "truth": torch.from_numpy(np.where(inside, self.truths[pair], 0).astype(np.int64)),
            }
        return result


class Network(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.rows = nn.EmbeddingBag(WORD_ROWS, BAG, mode="sum")
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.context = Recurrence(width + BAG, False, HIDDEN)
        # What tells a cue, what a word is to a cue, and what a cue is to a word.
        self.project = nn.Linear(width + BAG + 2 * HIDDEN, 3 * PROJECTED)
        self.cue = nn.Linear(PROJECTED, 1)
        nn.init.constant_(self.cue.bias, -2.5)
        self.pair = nn.Embedding(PAIR_ROWS, PROJECTED)
        nn.init.normal_(self.pair.weight, 0, 0.15)
        self.other_cue = nn.Parameter(torch.zeros(PROJECTED))
        self.around = Recurrence(PROJECTED, False, PAIR_HIDDEN)
        self.roles = nn.Linear(2 * PAIR_HIDDEN, ROLES + ROLES * ROLES)
        self.drop = nn.Dropout(0.15)

    def read(self, batch):
        """Odds of cues, and projections of words, word by word."""
        mask = batch["mask"]
        times, count, _ = mask.shape
        keep = 0.8 if self.training else 1.0
        weights = (torch.rand(len(batch["rows"])) < keep).float() / keep if self.training else None
        bag = self.rows(batch["rows"], batch["offsets"], weights)
        x = self.drop(torch.cat([batch["vectors"], bag], -1)).view(times, count, -1) * mask
        around = self.drop(self.context(x, mask))
        cue, word, head = self.project(torch.cat([x, around], -1)).flatten(0, 1).split(PROJECTED, -1)
        return self.cue(self.drop(F.relu(cue))).squeeze(-1), word, head

    def scores(self, views, odds, word, head):
        """Scores of the roles, and of pairs of roles at the border before each word."""
        mask = views["mask"][..., None].float()
        chance = gate(odds.detach())[views["word"]][..., None]
        x = word[views["word"]] + head[views["cue"]] + self.pair(views["pairs"]).sum(-2) + chance * self.other_cue
        x = self.drop(F.relu(x)) * mask
        scores = self.roles(self.drop(self.around(x, mask)))
        words, borders = scores.split([ROLES, ROLES * ROLES], -1)
        forced = torch.full((ROLES,), -1e4)
        forced[CUE] = 0
        here = torch.arange(len(mask))[:, None] == views["at"]
        return words + here[..., None] * forced, borders.unflatten(-1, (ROLES, ROLES))


def told(words, borders, mask, truth):
    """Negative logarithm of the chance of the true roles, cue by cue."""
    gold = words.gather(-1, truth[..., None]).squeeze(-1)
    turns = borders[1:].flatten(-2).gather(-1, (truth[:-1] * ROLES + truth[1:])[..., None]).squeeze(-1)
    gold = (gold * mask).sum(0) + (turns * mask[1:]).sum(0)
    alpha = words[0]
    for k in range(1, len(words)):
        following = torch.logsumexp(alpha[:, :, None] + borders[k], 1) + words[k]
        alpha = torch.where(mask[k][:, None], following, alpha)
    return torch.logsumexp(alpha, -1) - gold


def best(words, borders, mask):
    score, back = words[0], []
    for k in range(1, len(words)):
        value, before = (score[:, :, None] + borders[k]).max(1)
        here = mask[k][:, None]
        score = torch.where(here, value + words[k], score)
        back.append(torch.where(here, before, torch.arange(ROLES)))
    role = score.argmax(-1)
    roles = [role]
    for before in reversed(back):
        role = before.gather(-1, role[:, None]).squeeze(-1)
        roles.append(role)
    return torch.stack(roles[::-1])


def measure(network, examples, chosen):
    network.eval()
    counts, right, gold, found = np.zeros(4), 0, 0, 0
    with torch.no_grad():
        for indices in examples.batches(chosen, False):
            batch = examples.batch(indices)
            odds, word, head = network.read(batch)
            labels = batch["labels"]
            said = (odds > -0.4) & (labels != 2)
            right += (said & (labels == 1)).sum().item()
            found += said.sum().item()
            gold += (labels == 1).sum().item()
            views = batch["views"]
            if views is None:
                continue
            mask = views["mask"]
            roles = best(*network.scores(views, odds, word, head), mask)
            same = [(((roles == role) == (views["truth"] == role)) | ~mask).all(0) for role in (1, 2, 3)]
            counts += [mask.size(1), *(part.sum().item() for part in same)]
    source, cue, content = 100 * counts[1:] / counts[0]
    print(
        f"attributions: cue words P {100 * right / found:.1f} R {100 * right / gold:.1f}; of true cues source {source:.1f} cue {cue:.1f} content {content:.1f} % exact",
        flush=True,
    )


def export(network, path):
    arrays = {name: weight.detach().numpy() for name, weight in network.state_dict().items()}
    layers = {"context": "context.linear", "project": "project", "cue": "cue", "around": "around.linear", "roles": "roles"}
    tables = {name: arrays[f"{source}.weight"] for name, source in layers.items()}
    floats = {f"{name}.bias": arrays[f"{source}.bias"] for name, source in layers.items()}
    tables |= {"rows": arrays["rows.weight"], "pair": arrays["pair.weight"]}
    for name in ("context", "around"):
        floats |= {f"{name}.{side}": arrays[f"{name}.{side}"] for side in ("before", "after")}
    floats["otherCue"] = arrays["other_cue"]
    write(path, {}, tables, floats)


def train(network, part, examples, chosen, aside):
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE[part], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    total = EPOCHS[part] * len(examples.batches(chosen, False))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / (total - WARM)))
    )
    start = time.time()
    for epoch in range(EPOCHS[part]):
        network.train()
        for indices in examples.batches(chosen, True):
            batch = examples.batch(indices)
            odds, word, head = network.read(batch)
            known = batch["labels"] != 2
            loss = 3 * F.binary_cross_entropy_with_logits(odds[known], batch["labels"][known].float())
            if batch["views"] is not None:
                words, borders = network.scores(batch["views"], odds, word, head)
                loss = loss + 0.1 * told(words, borders, batch["views"]["mask"], batch["views"]["truth"]).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 3.0)
            optimizer.step()
            schedule.step()
        print(f"attributions: {part}, epoch {epoch + 1} of {EPOCHS[part]}, {time.time() - start:.0f} s", flush=True)
    if len(aside) > 0:
        measure(network, examples, aside)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    seed()
    examples = Examples(options.folder)
    documents = examples.paragraphs[:, 0]
    every = np.arange(len(documents))
    aside = options.held_out & (documents % ASIDE == 0)
    network = Network(examples.values.shape[1])
    # Of the half it has not seen, the network's errors teach the verdicts; then it goes on with all.
    train(network, "half", examples, every[(documents % 2 == 0) & ~aside], every[aside])
    export(network, Path(options.folder) / "half.bin")
    train(network, "all", examples, every[~aside], every[aside])
    export(network, Path(options.folder) / "all.bin")
