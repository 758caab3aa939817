"""python3 attribution_opinions.py even|odd FOLDER [--held-out]: what a teacher taught by one half of the documents makes of the other.

Reads what `training/attributionExamples.ts` writes to FOLDER, and writes what is then to be learnt to told-by-even.npz or told-by-odd.npz.
"""

import argparse
from pathlib import Path

import numpy as np

from attribution_examples import HALVES, Examples
from attribution_teacher import Teacher
from sentences import seed

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("half", choices=HALVES)
    parser.add_argument("folder")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    seed()
    examples = Examples(options.folder)
    teacher = Teacher(options.folder, examples)
    teacher.learn(examples.half(options.half, options.held_out))
    (other,) = set(HALVES) - {options.half}
    teacher.tell(examples.half(other))
    np.savez(Path(options.folder) / f"told-by-{options.half}.npz", **examples.lesson())
