"""What is kept of a training: a mean of its last steps, which is steadier than the last one."""

import torch


class MeanWeights:
    def __init__(self, network, slowest):
        """`slowest`: the most that the mean keeps of itself at a step; it begins by keeping little."""
        self.network, self.slowest, self.step = network, slowest, 0
        self.means = [weight.detach().clone() for weight in network.parameters()]

    @torch.no_grad()
    def update(self):
        self.step += 1
        for mean, weight in zip(self.means, self.network.parameters()):
            mean.lerp_(weight, 1 - min(self.slowest, self.step / (self.step + 20)))

    @torch.no_grad()
    def keep(self):
        for mean, weight in zip(self.means, self.network.parameters()):
            weight.copy_(mean)
