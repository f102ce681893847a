"""Makes the files that are no texts, and what is wrong with each: python3 make.py"""

import json
import struct
import zipfile
from pathlib import Path

folder = Path(__file__).parent


def numbers(*values):
    return struct.pack(f"<{len(values)}f", *values)


def npy(kind, shape, data):
    text = "{'descr': %s, 'fortran_order': False, 'shape': %s, }" % (kind, shape)
    text += " " * ((64 - (len(text) + 11) % 64) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode() + data


def npz(name, **arrays):
    with zipfile.ZipFile(folder / f"{name}.npz", "w") as archive:
        for array, data in arrays.items():
            archive.writestr(zipfile.ZipInfo(f"{array}.npy", (1980, 1, 1, 0, 0, 0)), data)


def safetensors(name, tensors, data=b""):
    text = tensors if isinstance(tensors, bytes) else json.dumps(tensors).encode()
    content = struct.pack("<Q", len(text)) + text + data
    (folder / f"{name}.safetensors").write_bytes(content)


def texts(letters):
    return letters.encode("utf-32-le")


def tensor(**changes):
    return {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]} | changes


x = npy("'<f4'", "(4, 2)", numbers(*range(1, 9)))
y = npy("'<f4'", "(4,)", numbers(0, 1, 0, 1))
npz("good", x=x, y=y)
npz("values", x=x, y=npy("'<f4'", "(4, 2)", numbers(1, 2, 3, 4, 5, 6, 7, 8.5)))
npz("objects", x=npy("'|O'", "(4, 2)", b"0" * 64), y=y)
npz("version", x=x.replace(b"NUMPY\x01", b"NUMPY\x09"), y=y)
npz("header", x=x[:40], y=y)
npz("unreadable", x=x.replace(b"{'descr'", b"{'desXX("), y=y)
npz("records", x=npy("[('a', '<f4')]", "(4,)", numbers(1, 2, 3, 4)), y=y)
npz("short", x=npy("'<f4'", "(4, 2)", numbers(1, 2, 3)), y=y)
npz("complex", x=npy("'<c8'", "(4, 2)", numbers(*range(16))), y=y)
npz("text-inputs", x=npy("'<U1'", "(4, 2)", texts("abcdefgh")), y=y)
npz("flat", x=npy("'<f4'", "(4,)", numbers(1, 2, 3, 4)), y=y)
npz("none", x=npy("'<f4'", "(0, 2)", b""), y=npy("'<f4'", "(0,)", b""))
npz("nan", x=npy("'<f4'", "(4, 2)", numbers(1, 2, 3, float("nan"), 5, 6, 7, 8)), y=y)
npz("huge", x=npy("'<f8'", "(4, 2)", struct.pack("<8d", 1, 2, 3, 1e31, 5, 6, 7, 8)), y=y)
npz("cube-target", x=x, y=npy("'<f4'", "(4, 1, 2)", numbers(*range(8))))
npz("text-pairs", x=x, y=npy("'<U1'", "(4, 2)", texts("abcdefgh")))
npz("nan-target", x=x, y=npy("'<f4'", "(4,)", numbers(0, 1, float("inf"), 1)))
npz("text-target", x=x, y=npy("'<U1'", "(4,)", texts("abab")))
npz("few", x=x, y=npy("'<f4'", "(3,)", numbers(0, 1, 0)))
npz("one", x=x, y=npy("'<i4'", "(4,)", struct.pack("<4i", 1, 1, 1, 1)))
npz("pairs", x=x, y=npy("'<f4'", "(4, 2)", numbers(*range(1, 9))))
npz("test-shape", x_train=x, y_train=y, x_test=npy("'<f4'", "(2, 3)", numbers(*range(6))),
    y_test=npy("'<f4'", "(2,)", numbers(0, 1)))
npz("integer", x=npy("'<u8'", "(4, 2)", struct.pack("<8Q", 1, 2, 3, 2**63 + 1, 5, 6, 7, 8)), y=y)
npz("image-side", x=npy("'|u1'", "(1, 5000, 1)", b"0" * 5000), y=npy("'<f4'", "(1,)", numbers(0)))

one = {"1.kernel": tensor()}
bias = tensor(shape=[1], data_offsets=[8, 12])
safetensors("weights", one | {"1.bias": bias}, numbers(1, 2, 3))
safetensors("long", b"x")
(folder / "cut.safetensors").write_bytes(struct.pack("<Q", 999) + b"{}")
safetensors("no-header", b"[1, 2]")
safetensors("no-json", b'{"a": ')
safetensors("twice", b'{"a": 1, "a": 2}')
safetensors("zero-name", b'{"a\\u0000": 1}')
safetensors("large-number", b'{"a": 1e999}')
safetensors("tail", b'{"a": 1} x')
safetensors("tensor-text", {"1.kernel": "a"}, numbers(1, 2))
safetensors("meta", {"__metadata__": 3} | one, numbers(1, 2))
safetensors("meta-number", {"__metadata__": {"a": 3}} | one, numbers(1, 2))
safetensors("no-dtype", {"1.kernel": {"shape": [2, 1], "data_offsets": [0, 8]}}, numbers(1, 2))
safetensors("half", {"1.kernel": tensor(dtype="F16")}, numbers(1, 2))
safetensors("no-shape", {"1.kernel": {"dtype": "F32", "data_offsets": [0, 8]}}, numbers(1, 2))
safetensors("half-side", {"1.kernel": tensor(shape=[2, 0.5])}, numbers(1, 2))
safetensors("backward", {"1.kernel": tensor(data_offsets=[8, 0])}, numbers(1, 2))
safetensors("beyond", {"1.kernel": tensor(data_offsets=[0, 80], shape=[20, 1])}, numbers(1, 2))
safetensors("misfit", {"1.kernel": tensor(shape=[3, 1])}, numbers(1, 2))
safetensors("overlap", one | {"1.bias": tensor(shape=[1], data_offsets=[4, 8])}, numbers(1, 2))
safetensors("hole", one | {"1.bias": tensor(shape=[1], data_offsets=[12, 16])},
            numbers(1, 2, 3, 4))
safetensors("surplus", one, numbers(1, 2, 3, 4))
safetensors("nan-weight", one | {"1.bias": bias}, numbers(1, float("nan"), 3))
safetensors("other-name", one | {"1.bias": bias}
            | {"7.gamma": tensor(shape=[1], data_offsets=[12, 16])}, numbers(1, 2, 3, 4))
