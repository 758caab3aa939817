"""What the network of attributions learns from, as `training/attributionExamples.ts` writes it, in batches of paragraphs."""

from pathlib import Path

import numpy as np
import torch

PAIR_COLUMNS = 6
ROLES = 4
NO_CUE, IS_CUE, UNTOLD = 0, 1, 2
HALVES = "even", "odd"
ASIDE = 10


class Examples:
    """Words are numbered through all documents, and so are the words of the views of all cues.

    What is to be learnt begins as the gold answers, and can be softened by the opinions of a teacher: `chances` that a word heads a
    cue, of `roles` of the words of a view, and of `turns`, the role of the word before with that of the word.
    """

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
        self.chances = (self.labels == IS_CUE).astype(np.float32)
        self.roles = np.eye(ROLES, dtype=np.float16)[self.truths]
        before = np.concatenate([[0], self.truths[:-1]])
        self.turns = np.eye(ROLES * ROLES, dtype=np.float16)[before * ROLES + self.truths]

    def lesson(self):
        """What is to be learnt."""
        return {"chances": self.chances, "roles": self.roles, "turns": self.turns}

    def soften(self, lessons):
        """Learns from lessons that each differ from the gold in documents of their own."""
        for name, gold in self.lesson().items():
            gold += sum(lesson[name] - gold for lesson in lessons)

    def half(self, name, aside=False):
        """Paragraphs of the documents of even or odd number, without those of every tenth document if they are kept aside."""
        documents = self.documents()
        kept = documents % 2 == HALVES.index(name)
        return np.flatnonzero(kept & (documents % ASIDE != 0) if aside else kept)

    def documents(self):
        """The document of each paragraph."""
        return self.paragraphs[:, 0]

    def cues_of(self, indices):
        """The cues of paragraphs, paragraph by paragraph."""
        return np.concatenate([np.arange(self.cue_starts[i], self.cue_starts[i + 1]) for i in indices])

    def batches(self, chosen, size, shuffle):
        """Paragraphs of like length, `size` words with the padding."""
        lengths = self.paragraphs[chosen, 2] - self.paragraphs[chosen, 1]
        jitter = np.random.rand(len(chosen)) * 6 if shuffle else 0
        result, current, widest = [], [], 0
        for index in chosen[np.argsort(lengths + jitter, kind="stable")]:
            width = max(widest, int(self.paragraphs[index, 2] - self.paragraphs[index, 1]))
            if current and width * (len(current) + 1) > size:
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
        cues = self.cues_of(indices)
        column = np.repeat(np.arange(count), self.cue_starts[indices + 1] - self.cue_starts[indices])
        result = {
            "vectors": torch.from_numpy(self.values[flat].astype(np.float32) * self.scales[flat][:, None]),
            "rows": torch.from_numpy(self.rows[where].astype(np.int64)),
            "offsets": torch.from_numpy(offsets[:-1]),
            "mask": torch.from_numpy(mask)[..., None].float(),
            "labels": torch.from_numpy(np.where(mask.ravel(), self.labels[flat], UNTOLD)),
            "chances": torch.from_numpy(self.chances[flat]),
            "views": None,
        }
        if len(cues) > 0:
            head, first, last = self.cues[cues, 1], self.cues[cues, 2], self.cues[cues, 3]
            widest = int((last - first).max())
            k = np.arange(widest)[:, None]
            inside = k < (last - first)[None, :]
            word = np.where(inside, (first - start[column])[None, :] + k, 0) * count + column[None, :]
            pair = np.where(inside, self.views[cues][None, :] + k, 0)
            weight = inside[..., None].astype(np.float32)
            result["views"] = {
                "mask": torch.from_numpy(inside),
                "word": torch.from_numpy(word),
                "cue": torch.from_numpy((head - start[column]) * count + column),
                "at": torch.from_numpy(head - first),
                "pairs": torch.from_numpy(self.pairs[pair].astype(np.int64)),
                "truth": torch.from_numpy(np.where(inside, self.truths[pair], 0).astype(np.int64)),
                "roles": torch.from_numpy(self.roles[pair] * weight),
                "turns": torch.from_numpy(self.turns[pair] * weight).unflatten(-1, (ROLES, ROLES)),
            }
        return result
