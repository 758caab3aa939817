"""The teacher of the network of attributions: the same network, which also reads with a small pretrained encoder (see teacher.py)."""

import json
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

from attribution_examples import ROLES
from attribution_network import Network, everything
from teacher import END, START, pretrained

EPOCHS, BATCH, WARM = 3, 2500, 60
ENCODER_RATE, RATE = 2e-4, 3e-3
ENCODED, NARROW = 384, 128
PIECES = 300  # pieces of words that are read together at most
WORD_PIECES = 8  # and pieces of a word
UNKNOWN = 100
TRUST = 0.5  # the share of the teacher's opinion in what is to be learnt


class Cut:
    """The words of the examples, cut into the pieces that the encoder knows."""

    def __init__(self, folder):
        tokenizer = Tokenizer.from_file(str(pretrained(folder) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        with open(Path(folder) / "words.jsonl", encoding="utf8") as file:
            words = [[word] for line in file for word in json.loads(line)]
        encodings = tokenizer.encode_batch(words, is_pretokenized=True, add_special_tokens=False)
        pieces = [encoding.ids[:WORD_PIECES] or [UNKNOWN] for encoding in encodings]
        self.sizes = np.array([len(word) for word in pieces])
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)])
        self.pieces = np.concatenate([np.array(word) for word in pieces])

    def windows(self, start, end):
        """Rows of pieces of paragraphs, and where each word (time * paragraphs + paragraph) begins in them."""
        rows, at = [], np.zeros((int((end - start).max()), len(start), 2), np.int64)
        for column, (first, last) in enumerate(zip(start, end)):
            row = [START]
            for word in range(first, last):
                if len(row) + self.sizes[word] > PIECES:
                    rows.append([*row, END])
                    row = [START]
                at[word - first, column] = len(rows), len(row)
                row.extend(self.pieces[self.starts[word] : self.starts[word + 1]])
            rows.append([*row, END])
        width = max(len(row) for row in rows)
        pieces = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        return pieces, torch.from_numpy((at[..., 0] * width + at[..., 1]).ravel())


class Teacher(nn.Module):
    def __init__(self, folder, examples):
        super().__init__()
        self.examples, self.cut = examples, Cut(folder)
        self.encoder = BertModel.from_pretrained(
            str(pretrained(folder)), add_pooling_layer=False, attn_implementation="eager",
            hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        ).bfloat16()
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.mix = nn.Parameter(torch.zeros(4))
        self.narrow = nn.Linear(ENCODED, NARROW)
        self.drop = nn.Dropout(0.1)
        self.network = Network(examples.values.shape[1] + NARROW)

    def batch(self, indices):
        batch = self.examples.batch(indices)
        pieces, first = self.cut.windows(self.examples.paragraphs[indices, 1], self.examples.paragraphs[indices, 2])
        states = self.encoder(input_ids=pieces, attention_mask=(pieces != 0).long(), output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0).bfloat16()
        mixed = sum(weights[i] * states[3 + i] for i in range(4))
        read = self.narrow(self.drop(mixed.flatten(0, 1)[first].float()))
        return batch | {"vectors": torch.cat([batch["vectors"], read], -1)}

    def learn(self, chosen):
        inner = [weight for weight in self.encoder.parameters() if weight.requires_grad]
        outer = [self.mix, *self.narrow.parameters(), *self.network.parameters()]
        # Steps of the optimiser are too small for 16 bits: it works on copies in 32.
        masters = [weight.detach().float().clone().requires_grad_() for weight in inner]
        groups = [{"params": masters, "lr": ENCODER_RATE}, {"params": outer, "lr": RATE}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        total = EPOCHS * len(self.examples.batches(chosen, BATCH, False))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda i: min((i + 1) / WARM, max(0.0, (total - i) / (total - WARM)))
        )
        start = time.time()
        for epoch in range(EPOCHS):
            self.train()
            for indices in self.examples.batches(chosen, BATCH, True):
                loss = self.network.loss(self.batch(indices))
                self.zero_grad()
                loss.backward()
                for master, weight in zip(masters, inner):
                    master.grad = weight.grad.float()
                nn.utils.clip_grad_norm_(masters, 2.0)
                nn.utils.clip_grad_norm_(outer, 3.0)
                optimizer.step()
                schedule.step()
                with torch.no_grad():
                    torch._foreach_copy_(inner, masters)
            print(f"attributions: teacher, epoch {epoch + 1} of {EPOCHS}, {time.time() - start:.0f} s", flush=True)

    def tell(self, chosen):
        """Mixes what the teacher makes of paragraphs it has not seen into what is to be learnt of them."""
        self.eval()
        examples = self.examples

        def mix(known, opinion):
            known[:] = (1 - TRUST) * known + TRUST * opinion

        for indices in examples.batches(chosen, 2 * BATCH, False):
            with torch.no_grad():
                batch = self.batch(indices)
                odds, word, head = self.network.read(batch)
                chances = torch.sigmoid(odds).view(-1, len(indices)).numpy()
                for column, (_, start, end) in enumerate(examples.paragraphs[indices]):
                    mix(examples.chances[start:end], chances[: end - start, column])
                views = batch["views"]
                if views is None:
                    continue
                words, borders = self.network.scores(views, odds, word, head)
            # The chance of a role is the slope of the sum over all labellings in its score.
            scores = words.requires_grad_(), borders.requires_grad_()
            roles, turns = torch.autograd.grad(everything(*scores, views["mask"]).sum(), scores, materialize_grads=True)
            for column, cue in enumerate(examples.cues_of(indices)):
                view = slice(examples.views[cue], examples.views[cue + 1])
                length = view.stop - view.start
                mix(examples.roles[view], roles[:length, column].numpy())
                mix(examples.turns[view], turns[:length, column].reshape(length, ROLES * ROLES).numpy())
