"""python3 attributions.py FOLDER [--held-out]: the network that finds cues and the roles of the words around them.

Learns from what `training/attributionExamples.ts` writes to FOLDER. A teacher, taught by the documents of even number, says what
it makes of those of odd number. Writes two networks: half.bin, taught by these, whose errors on the even ones teach the verdicts,
and all.bin, which went on from there with all documents.
"""

import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from attribution_examples import Examples
from attribution_network import BATCH, Network, export, measure
from attribution_teacher import Teacher
from sentences import seed

EPOCHS, RATE, WARM = 6, {"half": 3e-3, "all": 2.5e-3}, 100
STEADY = 0.99  # what is kept at each step of the average of the weights
ASIDE = 10


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    seed()
    folder = Path(options.folder)
    examples = Examples(folder)
    documents = examples.documents()
    every = np.arange(len(documents))
    aside = options.held_out & (documents % ASIDE == 0)
    even, odd = every[(documents % 2 == 0) & ~aside], every[(documents % 2 == 1) & ~aside]

    def check(name, network, batch_of):
        if aside.any():
            measure(name, network, examples, every[aside], batch_of)

    teacher = Teacher(folder, examples)
    teacher.learn(even)
    check("teacher", teacher.network, torch.no_grad()(teacher.batch))
    teacher.tell(odd)
    network = Network(examples.values.shape[1])
    for part, chosen in (("half", odd), ("all", every[~aside])):
        steady = train(network, part, examples, chosen)
        check(part, steady, examples.batch)
        export(steady, folder / f"{part}.bin")
