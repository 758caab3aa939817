"""The sentences that `languageExamples.ts` writes, as arrays, in batches."""

import json
import random

import numpy as np
import torch

# Numbers of a word: its row in the word list, rows of its affixes, row of its shape (see fillTokenFeatures.ts).
FEATURES = 10
LONGEST = 150


def read(path, longest=LONGEST):
    with open(path, encoding="utf8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    return [row for row in rows if len(row["w"]) <= longest]


class Sentences:
    """Sentences one after the other: `offsets` says where each begins in `features` and in the arrays of `known`."""

    def __init__(self, lengths, features, known):
        self.offsets = np.cumsum([0, *lengths])
        self.lengths = np.asarray(lengths)
        self.features = features
        self.known = known

    @classmethod
    def of(cls, rows, keys=()):
        features = np.concatenate([np.array(row["f"], np.int32).reshape(-1, FEATURES) for row in rows])
        known = {key: np.concatenate([np.array(row[key], np.int16) for row in rows]) for key in keys}
        if "h" in known:
            known["h"] = known["h"] + 1  # 0 is the root, word i is i + 1
        return cls([len(row["w"]) for row in rows], features, known)

    def batch(self, indices):
        width = int(self.lengths[indices].max())
        at = np.zeros((len(indices), width), np.int64)
        mask = np.zeros((len(indices), width), bool)
        for row, i in enumerate(indices):
            at[row, : self.lengths[i]] = np.arange(self.offsets[i], self.offsets[i + 1])
            mask[row, : self.lengths[i]] = True
        result = {"f": torch.from_numpy(self.features[at].astype(np.int64)), "mask": torch.from_numpy(mask)}
        for key, values in self.known.items():
            kind = np.float32 if values.dtype == np.float16 else np.int64
            result[key] = torch.from_numpy(values[at].astype(kind))
        return result

    def batches(self, size, shuffle=True, limit=None):
        """Batches of sentences of like length, `size` words each with the padding; of `limit` words in all, if it is given."""
        order = np.arange(len(self.lengths))
        if shuffle:
            np.random.shuffle(order)
        if limit:
            order = order[: int(np.searchsorted(np.cumsum(self.lengths[order]), limit))]
        jitter = np.random.rand(len(order)) * 3 if shuffle else 0
        order = order[np.argsort(self.lengths[order] + jitter, kind="stable")]
        result, current, widest = [], [], 0
        for i in order:
            width = max(widest, self.lengths[i])
            if current and width * (len(current) + 1) > size:
                result.append(np.array(current))
                current, width = [], self.lengths[i]
            current.append(i)
            widest = width
        if current:
            result.append(np.array(current))
        return result


def seed(number=1):
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)
    torch.set_num_threads(2)
