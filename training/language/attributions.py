"""python3 attributions.py FOLDER [--held-out]: the network that finds cues and the roles of the words around them.

Learns from what `training/attributionExamples.ts` writes to FOLDER. Of the documents of even and of odd number, each half teaches
a teacher, which says what it makes of the other half. Writes three networks: even.bin and odd.bin, taught by a half each, whose
errors on the other half teach the verdicts, and all.bin, the mean of two that went on from there with all documents.
"""

import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from attribution_examples import ASIDE, HALVES, Examples
from attribution_network import BATCH, Network, export, measure
from sentences import seed

EPOCHS, RATE, WARM = 6, {"even": 3e-3, "odd": 3e-3, "all": 2.5e-3}, 100
BRANCHES = 2
STEADY = 0.99  # what is kept at each step of the average of the weights


def train(network, part, examples, chosen):
    """Goes on teaching the network; returns the moving average of its weights, which is steadier than the last step."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE[part], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    total = EPOCHS * len(examples.batches(chosen, BATCH, False))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / (total - WARM)))
    )
    steady = copy.deepcopy(network)
    start = time.time()
    for epoch in range(EPOCHS):
        network.train()
        for indices in examples.batches(chosen, BATCH, True):
            loss = network.loss(examples.batch(indices))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 3.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                torch._foreach_lerp_(list(steady.parameters()), list(network.parameters()), 1 - STEADY)
        print(f"attributions: {part}, epoch {epoch + 1} of {EPOCHS}, {time.time() - start:.0f} s", flush=True)
    return steady


@torch.no_grad()
def mean(networks):
    """The mean of the weights of networks that went on from the same one, which is better than each."""
    result = copy.deepcopy(networks[0])
    for weight, *others in zip(result.parameters(), *(network.parameters() for network in networks)):
        weight.copy_(torch.stack(others).mean(0))
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    seed()
    folder = Path(options.folder)
    examples = Examples(folder)
    examples.soften([np.load(folder / f"told-by-{half}.npz") for half in HALVES])
    aside = options.held_out

    def check(name, network):
        if aside:
            measure(name, network, examples, np.flatnonzero(examples.documents() % ASIDE == 0))

    for half in HALVES:
        seed()
        network = Network(examples.values.shape[1])
        steady = train(network, half, examples, examples.half(half, aside))
        check(half, steady)
        export(steady, folder / f"{half}.bin")
    every = np.concatenate([examples.half(half, aside) for half in HALVES])
    branches = []
    for number in range(1, BRANCHES + 1):
        seed(number)
        branches.append(train(copy.deepcopy(network), "all", examples, every))
    together = mean(branches)
    check("all", together)
    export(together, folder / "all.bin")
