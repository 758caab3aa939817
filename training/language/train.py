"""python3 train.py FOLDER MODELS: from the examples in FOLDER to the models of the encoder and of what reads its vectors."""

import sys

import student
import teacher

NAMES = 37  # labels of names, see src/stages/names/labels.ts

if __name__ == "__main__":
    folder, models = sys.argv[1:]
    taught = teacher.train(folder, NAMES)
    opinions = {name: teacher.opinions(taught, folder, name) for name in ("names-train", "raw")}
    student.export(student.train(folder, NAMES, opinions), folder, models)
