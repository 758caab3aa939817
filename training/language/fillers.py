"""python3 fillers.py FOLDER [--held-out]: the network that says which nouns have which part in an incident.

Learns from what `training/fillerExamples.ts` writes to FOLDER; src/stages/incidents/FillerNetwork.ts runs it. An answer key names a
string, not a place in the text: of the places where it stands at least one has the part (a bag), and the loss is that of the bag.
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
from tensor_file import write

WORD_ROWS, PAIR_ROWS, INCIDENT_ROWS = 16384, 8192, 1024
BAG, SENTENCE, HIDDEN, ROLES = 40, 128, 64, 6
EPOCHS, RATE, BATCH, WARM = 6, 2e-3, 12, 50
KEEP, DROP = 0.85, 0.2
NONE_WEIGHT, BAG_WEIGHT, TOLD_WEIGHT = 0.1, 0.2, 0.3
FOLDS = 5
NAMES = ["none", "perpetrator", "perpetrator group", "thing", "person", "instrument"]


def read(folder):
    folder = Path(folder)
    scales = np.fromfile(folder / "scales.f32", np.float32)
    values = np.fromfile(folder / "values.i8", np.int8).reshape(len(scales), -1)
    lessons, at = [], 0
    with open(folder / "lessons.jsonl", encoding="utf8") as file:
        for line in file:
            lesson = json.loads(line)
            n = lesson["words"]
            lesson["vectors"] = torch.from_numpy(values[at : at + n].astype(np.float32) * scales[at : at + n, None])
            at += n
            if lesson["incidents"]:
                sizes = [len(rows) for rows in lesson["rows"]]
                lesson["flat"] = torch.tensor([row for rows in lesson["rows"] for row in rows])
                lesson["starts"] = torch.tensor(np.cumsum([0, *sizes])[:-1])
                lesson["sentences"] = torch.tensor(lesson["sentences"])
                lesson["pairs"] = torch.tensor(lesson["pairs"], dtype=torch.long).reshape(-1, 9)
                lesson["none"] = torch.tensor(lesson["none"], dtype=torch.long)
                told = [incident["told"] for incident in lesson["incidents"]]
                lesson["told"] = torch.tensor(told)
                sizes = [len(incident["rows"]) for incident in lesson["incidents"]]
                lesson["incidentRows"] = torch.tensor([row for incident in lesson["incidents"] for row in incident["rows"]])
                lesson["incidentStarts"] = torch.tensor(np.cumsum([0, *sizes])[:-1])
                words = [(k, token) for k, incident in enumerate(lesson["incidents"]) for token in incident["tokens"]]
                share = torch.zeros(len(told), len(words))
                for column, (k, _) in enumerate(words):
                    share[k, column] = 1 / len(lesson["incidents"][k]["tokens"])
                lesson["share"], lesson["speaking"] = share, torch.tensor([token for _, token in words])
            del lesson["rows"]
            lessons.append(lesson)
    return lessons


class Network(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.rows = nn.EmbeddingBag(WORD_ROWS, BAG, mode="sum")
        self.pair = nn.EmbeddingBag(PAIR_ROWS, HIDDEN, mode="sum")
        self.incident = nn.EmbeddingBag(INCIDENT_ROWS, HIDDEN, mode="sum")
        nn.init.normal_(self.rows.weight, 0, 0.1)
        nn.init.normal_(self.pair.weight, 0, 0.15)
        nn.init.normal_(self.incident.weight, 0, 0.1)
        self.sentence = nn.Linear(width + BAG, SENTENCE)
        # What a word is as a filler, as one that speaks of an incident, and as one of an incident that is news.
        self.project = nn.Linear(width + BAG + SENTENCE, 3 * HIDDEN)
        self.document = nn.Linear(SENTENCE, HIDDEN, bias=False)
        self.roles = nn.Linear(HIDDEN, ROLES)
        self.salience = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(DROP)

    def forward(self, lessons):
        """For each lesson the scores of the roles of its pairs, and the log odds that its incidents are news."""
        flat = torch.cat([lesson["flat"] for lesson in lessons])
        base = np.cumsum([0] + [len(lesson["flat"]) for lesson in lessons])
        starts = torch.cat([lesson["starts"] + int(at) for lesson, at in zip(lessons, base)])
        weights = (torch.rand(len(flat)) < KEEP).float() / KEEP if self.training else None
        words = torch.cat([torch.cat([lesson["vectors"] for lesson in lessons]), self.rows(flat, starts, weights)], -1)
        words = self.drop(words)
        numbers, count = [], 0
        for lesson in lessons:
            numbers.append(lesson["sentences"] + count)
            count += int(lesson["sentences"][-1]) + 1
        sentence = torch.cat(numbers)
        shown = F.relu(self.sentence(words))
        most = torch.zeros(count, SENTENCE).scatter_reduce(0, sentence[:, None].expand(-1, SENTENCE), shown, "amax")
        around = most[sentence]
        projected = self.project(torch.cat([words, self.drop(around)], -1))
        result, at = [], 0
        for lesson in lessons:
            own = projected[at : at + lesson["words"]]
            whole = around[at : at + lesson["words"]].max(0).values
            at += lesson["words"]
            speaking = lesson["share"] @ own[lesson["speaking"], HIDDEN:]
            news = speaking[:, HIDDEN:] + self.document(whole) + self.incident(lesson["incidentRows"], lesson["incidentStarts"])
            told = self.salience(self.drop(F.relu(news))).squeeze(-1)
            pairs = lesson["pairs"]
            z = own[pairs[:, 1], :HIDDEN] + speaking[pairs[:, 0], :HIDDEN] + self.pair(pairs[:, 2:])
            result.append((self.roles(self.drop(F.relu(z))), told))
        return result


def loss_of(lesson, roles, told):
    known = lesson["told"] >= 0
    loss = TOLD_WEIGHT * F.binary_cross_entropy_with_logits(told[known], lesson["told"][known].float(), reduction="sum")
    if len(roles):
        chances = roles.log_softmax(-1)
        loss = loss - NONE_WEIGHT * chances[lesson["none"], 0].sum()
        for role, bag in lesson["bags"]:
            loss = loss - BAG_WEIGHT * torch.logsumexp(chances[bag, role], 0).clamp(max=0)
    return loss


def train(lessons, name):
    network = Network(lessons[0]["vectors"].shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    lessons = [lesson for lesson in lessons if lesson["incidents"]]
    total = EPOCHS * -(-len(lessons) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / total)))
    means = MeanWeights(network, 0.99)
    start = time.time()
    network.train()
    for epoch in range(EPOCHS):
        order = np.random.permutation(len(lessons))
        for first in range(0, len(order), BATCH):
            chosen = [lessons[i] for i in order[first : first + BATCH]]
            loss = sum(loss_of(lesson, *scores) for lesson, scores in zip(chosen, network(chosen))) / BATCH
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 3.0)
            optimizer.step()
            schedule.step()
            means.update()
        print(f"{name}: epoch {epoch + 1} of {EPOCHS}, {time.time() - start:.0f} s", flush=True)
    means.keep()
    return network.eval()


@torch.no_grad()
def measure(network, lessons, name):
    """Fills found in the incidents of the key, at several thresholds; and how well news is told from what is not."""
    positive, negative = [], []
    found = {threshold: np.zeros((3, ROLES)) for threshold in (0.3, 0.4, 0.5)}
    for lesson in lessons:
        for role in lesson["wanted"]:
            for counts in found.values():
                counts[0, role] += 1
        if not lesson["incidents"]:
            continue
        (roles, told), = network([lesson])
        positive += told[lesson["told"] == 1].tolist()
        negative += told[lesson["told"] == 0].tolist()
        if not len(roles):
            continue
        chances = roles.softmax(-1).numpy()
        for threshold, counts in found.items():
            for role, bag in lesson["bags"]:
                counts[1, role] += chances[bag, role].max() >= threshold
            for pair in lesson["none"].tolist():
                role = int(chances[pair, 1:].argmax()) + 1
                counts[2, role] += chances[pair, role] >= threshold
    negative = np.array(negative)
    area = np.mean([(negative < score).mean() + 0.5 * (negative == score).mean() for score in positive])
    for threshold, (wanted, right, wrong) in found.items():
        f1 = lambda r: 200 * right[r].sum() / max(1, wanted[r].sum() + right[r].sum() + wrong[r].sum())
        parts = ", ".join(f"{NAMES[r]} {f1([r]):.1f}" for r in range(1, ROLES))
        print(f"{name} at {threshold}: F {f1(slice(1, None)):.1f} ({parts}); news {area:.3f}", flush=True)


def export(network, path):
    arrays = {name: weight.detach().numpy() for name, weight in network.state_dict().items()}
    names = ["rows", "pair", "incident", "sentence", "project", "document", "roles", "salience"]
    tables = {name: arrays[f"{name}.weight"] for name in names}
    floats = {f"{name}.bias": arrays[f"{name}.bias"] for name in ("sentence", "project", "roles", "salience")}
    print(f"{path.name}: {write(path, {'kind': 'fillers'}, tables, floats)} bytes")


def begin(number):
    seed(number)
    torch.set_num_threads(1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    lessons = read(options.folder)
    for fold in range(FOLDS) if options.held_out else []:
        begin(fold)
        aside = [lesson for lesson in lessons if lesson["set"] % FOLDS == fold]
        network = train([lesson for lesson in lessons if lesson["set"] % FOLDS != fold], f"fillers-{fold}")
        measure(network, aside, f"fillers-{fold}")
        export(network, options.folder / f"fillers-{fold}.bin")
    begin(FOLDS)
    export(train(lessons, "fillers"), options.folder / "fillers.bin")


if __name__ == "__main__":
    main()
