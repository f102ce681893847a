"""Makes the files of this folder with NumPy and Pillow: python3 make.py

Made with NumPy 2.4.6 and Pillow 13.0.0. The tests read the files that are kept here; nothing has
to be made anew. Pillow can't write interlaced PNG files: that one comes from the bytes below.
"""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.lib import format as npy
from PIL import Image

folder = Path(__file__).parent
ramp = np.arange(6).reshape(2, 3)


def arrays():
    made = {f"{kind}": (ramp - 2).astype(kind) for kind in
            ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8"]}
    made |= {kind: ramp.astype(kind) for kind in ["u1", "<u2", ">u4", "<u8", "?"]}
    made["fortran"] = np.asfortranarray(np.arange(24, dtype="<f4").reshape(2, 3, 4))
    made["scalar"] = np.float32(1.5)
    made["empty"] = np.zeros((0, 3), "<f4")
    made["unicode"] = np.array(["cät", "dog", ""])
    made["big unicode"] = np.array(["cät", "dog"], dtype=">U3")
    made["bytes"] = np.array([b"cat", b"do"])
    return {name.replace("<", "little ").replace(">", "big "): value for name, value in made.items()}


def write(name, array, version):
    with open(folder / name, "wb") as file:
        npy.write_array(file, array, version=version)


np.savez(folder / "stored.npz", **arrays())
np.savez_compressed(folder / "deflated.npz", **arrays())
np.save(folder / "one.npy", ramp.astype("<f4"))
write("two.npy", ramp.astype("<f4"), (2, 0))
write("three.npy", ramp.astype("<f4"), (3, 0))
np.save(folder / "objects.npy", np.array([{"a": 1}, None]), allow_pickle=True)
np.save(folder / "complex.npy", np.array([1 + 2j]))
np.save(folder / "records.npy", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))

points = np.random.default_rng(7).normal(size=(12, 2))
labels = (points[:, 0] > 0).astype("<i8")
np.save(folder / "points.npy", points)
np.save(folder / "labels.npy", labels)
np.savez(folder / "points.npz", x=points, y=labels)
images = np.arange(7 * 4 * 4, dtype="u1").reshape(7, 4, 4)
digits = np.array([0, 1, 2, 0, 1, 2, 2], dtype="u1")
np.savez_compressed(
    folder / "digits.npz", x_train=images[:5], y_train=digits[:5], x_test=images[5:],
    y_test=digits[5:])

# Images: a smooth part and an edge, so that a wrong transform or order shows.
height, width = 12, 16
y, x = np.mgrid[0:height, 0:width]
rgb = np.stack([x * 16, y * 20, ((x // 4 + y // 4) % 2) * 200 + 20], axis=-1).astype("u1")
grey = (x * 15 + y).astype("u1")
expected = {}


def keep(name, image, shown=None, **options):
    image.save(folder / "images" / name, **options)
    expected[name] = np.asarray((shown or Image.open(folder / "images" / name)).convert("RGB"))


picture = Image.fromarray(rgb)
keep("rgb.png", picture)
keep("grey.png", Image.fromarray(grey))
keep("palette.png", picture.quantize(16))
keep("bits.png", Image.fromarray(grey > 100))
clear = Image.fromarray(np.dstack([rgb, (x * 16).astype("u1")]))
keep("alpha.png", clear)
keep("grey-alpha.png", Image.fromarray(np.dstack([grey, grey])))
keep("transparent.png", picture.quantize(8), transparency=3)
deep = (x * 4000 + y * 100).astype("<u2")
keep("deep.png", Image.fromarray(deep), shown=Image.fromarray(np.round(deep / 257).astype("u1")))
keep("baseline.jpg", picture, quality=90)
keep("full.jpg", picture, quality=90, subsampling=0)
keep("progressive.jpg", picture, quality=80, progressive=True)
keep("grey.jpg", Image.fromarray(grey), quality=90)
turned = Image.Exif()
turned[0x0112] = 6
keep("turned.jpg", picture, quality=90, exif=turned)
picture.convert("CMYK").save(folder / "images" / "cmyk.jpg")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
rows = b"".join(b"\0" + rgb[row, x0::dx].tobytes() for x0, y0, dx, dy in passes
                for row in range(y0, height, dy))
header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
gamma = chunk(b"gAMA", struct.pack(">I", 100000))
(folder / "images" / "interlaced.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + gamma + chunk(b"IDAT", zlib.compress(rows))
    + chunk(b"IEND", b""))
expected["interlaced.png"] = np.asarray(Image.open(folder / "images" / "interlaced.png"))
assert (expected["interlaced.png"] == rgb).all()

expected["grey of rgb.png"] = np.asarray(picture.convert("L"))
for size in [(5, 7), (16, 5), (40, 30), (1, 1), (15, 12)]:
    expected[f"rgb.png {size[1]}x{size[0]}"] = np.asarray(picture.resize(size, Image.BILINEAR))
np.savez_compressed(folder / "images" / "expected.npz", **expected)
