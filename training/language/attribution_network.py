"""The network that finds cues and the roles of the words around them, as src/stages/attributions/AttributionNetwork.ts runs it."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from attribution_examples import IS_CUE, ROLES, UNTOLD
from student import Recurrence, gate
from tensor_file import write

WORD_ROWS, PAIR_ROWS = 16384, 8192
BAG, HIDDEN, PROJECTED, PAIR_HIDDEN = 40, 64, 64, 48
CUE = 2
BATCH = 3000


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

    def loss(self, batch):
        odds, word, head = self.read(batch)
        known = batch["labels"] != UNTOLD
        loss = 3 * F.binary_cross_entropy_with_logits(odds[known], batch["chances"][known])
        views = batch["views"]
        if views is None:
            return loss
        words, borders = self.scores(views, odds, word, head)
        right = (words * views["roles"]).sum((0, 2)) + (borders * views["turns"])[1:].sum((0, 2, 3))
        return loss + 0.1 * (everything(words, borders, views["mask"]) - right).mean()


def everything(words, borders, mask):
    """Logarithm of the sum over all labellings, cue by cue: steps from role to role are put together two by two."""
    none = torch.full((ROLES, ROLES), -1e4).fill_diagonal_(0)
    steps = torch.where(mask[1:, :, None, None], borders[1:] + words[1:, :, None], none)
    while len(steps) > 1:
        if len(steps) % 2:
            steps = torch.cat([steps, none.expand_as(steps[:1])])
        steps = torch.logsumexp(steps[::2, ..., None] + steps[1::2, :, None], -2)
    last = torch.logsumexp(words[0][..., None] + steps[0], 1) if len(steps) else words[0]
    return torch.logsumexp(last, -1)


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


@torch.no_grad()
def measure(name, network, examples, chosen):
    """Prints how often the cues of paragraphs are found, and their roles."""
    network.eval()
    counts, right, gold, found = np.zeros(4), 0, 0, 0
    for indices in examples.batches(chosen, BATCH, False):
        batch = examples.batch(indices)
        odds, word, head = network.read(batch)
        labels = batch["labels"]
        said = (odds > -0.4) & (labels != UNTOLD)
        right += (said & (labels == IS_CUE)).sum().item()
        found += said.sum().item()
        gold += (labels == IS_CUE).sum().item()
        views = batch["views"]
        if views is None:
            continue
        mask = views["mask"]
        roles = best(*network.scores(views, odds, word, head), mask)
        same = [(((roles == role) == (views["truth"] == role)) | ~mask).all(0) for role in (1, 2, 3)]
        counts += [mask.size(1), *(part.sum().item() for part in same)]
    source, cue, content = 100 * counts[1:] / counts[0]
    found_right = f"cue words P {100 * right / found:.1f} R {100 * right / gold:.1f}"
    roles_right = f"source {source:.1f} cue {cue:.1f} content {content:.1f} % exact"
    print(f"attributions: {name}: {found_right}; of true cues {roles_right}", flush=True)


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
