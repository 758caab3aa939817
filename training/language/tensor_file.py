"""Writes the arrays of a neural model as `src/learned/neural/TensorFile.ts` reads them."""

import json
import struct

import numpy as np

MAGIC, VERSION = 0x4E435341, 1


def stepped(table):
    """Weights in steps of 8 bits, each row with its own step."""
    table = np.asarray(table, np.float32)
    steps = np.abs(table).max(axis=1) / 127
    steps[steps == 0] = 1
    return np.clip(np.rint(table / steps[:, None]), -127, 127).astype(np.int8), steps.astype(np.float32)


def checksum(data):
    """FNV-1a over 32-bit words and then the bytes left over, as `checksum` in src/learned/binary.ts."""
    value = 0x811C9DC5
    words = len(data) // 4
    for word in np.frombuffer(data[: words * 4], "<u4").tolist():
        value = ((value ^ word) * 0x01000193) & 0xFFFFFFFF
    for byte in data[words * 4 :]:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def write(path, meta, tables=None, floats=None, integers=None):
    """`tables` are kept in 8 bits with a step for each row, `floats` in 32 bits, `integers` as u32."""
    arrays = {}
    for name, table in (tables or {}).items():
        values, steps = stepped(table)
        arrays[name] = ("i8", values)
        arrays[f"{name}.steps"] = ("f32", steps)
    for name, array in (floats or {}).items():
        arrays[name] = ("f32", np.asarray(array, np.float32))
    for name, array in (integers or {}).items():
        arrays[name] = ("u32", np.asarray(array, np.uint32))
    entries, data = {}, b""
    for name, (kind, array) in arrays.items():
        entries[name] = {"type": kind, "shape": list(array.shape), "at": len(data)}
        data += array.tobytes()
        data += b"\0" * (-len(data) % 4)
    head = json.dumps({"meta": meta, "tensors": entries}, separators=(",", ":"), sort_keys=True).encode()
    body = struct.pack("<I", len(head)) + head
    body += b"\0" * (-len(body) % 4)
    body += data
    with open(path, "wb") as file:
        file.write(struct.pack("<III", MAGIC, VERSION, checksum(body)) + body)
    return len(body) + 12
