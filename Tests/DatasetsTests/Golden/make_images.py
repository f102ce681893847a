"""Makes kinds.npz of the folder images with NumPy and Pillow: python3 make_images.py

Made with NumPy 2.4.6 and Pillow 13.0.0. For each file it keeps the bytes under the file's name, and
under "NAME rgb" what Pillow makes of them: ImageOps.exif_transpose, then convert("RGB"). What Pillow
can't write (BMP of 4 and 16 bits and in runs, GIF whose picture leaves a margin, damaged Exif) is
put together here; what Pillow can't read either is given by hand and says so.
"""

import io
import struct
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

warnings.simplefilter("ignore")
folder = Path(__file__).parent / "images"
height, width = 12, 17
y, x = np.mgrid[0:height, 0:width]
rgb = np.stack([x * 15, y * 20, ((x // 4 + y // 4) % 2) * 200 + 20], axis=-1).astype("u1")
grey = (x * 14 + y).astype("u1")
picture = Image.fromarray(rgb)
made = {}


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def keep(name, data, pixels=None):
    assert name not in made
    if pixels is None:
        image = Image.open(io.BytesIO(data))
        try:
            image = ImageOps.exif_transpose(image)
        except (SyntaxError, OSError, struct.error) as error:
            print(f"{name}: Pillow's Exif: {error}")
        pixels = np.asarray(image.convert("RGB"))
    made[name] = np.frombuffer(data, "u1")
    made[f"{name} rgb"] = pixels


# Exif: 8 orientations in both byte orders, then blocks with something wrong.
def entry(order, tag, kind, count, value):
    return struct.pack(order + "HHL", tag, kind, count) + value.ljust(4, b"\0")


def block(order, *entries, start=8, mark=None, count=None):
    head = mark or (b"II*\0" if order == "<" else b"MM\0*")
    listed = struct.pack(order + "H", len(entries) if count is None else count)
    return (head + struct.pack(order + "L", start) + bytes(start - 8) + listed + b"".join(entries)
            + struct.pack(order + "L", 0))


def orientation(order, value, kind=3, count=1):
    return entry(order, 0x0112, kind, count, struct.pack(order + {3: "H", 8: "h"}.get(kind, "L"), value))


def jpeg(exif):
    return saved(picture, "JPEG", quality=90, exif=b"Exif\0\0" + exif)


for value in range(1, 9):
    for order, word in [("<", "II"), (">", "MM")]:
        other = entry(order, 0x0100, 4, 1, struct.pack(order + "L", 17))
        keep(f"{word} {value}.jpg", jpeg(block(order, other, orientation(order, value))))
    keep(f"{value}.png", saved(picture, "PNG", exif=b"Exif\0\0" + block(">", orientation(">", value))))
    keep(f"{value}.webp",
         saved(picture, "WEBP", lossless=True, exif=b"Exif\0\0" + block("<", orientation("<", value))))

six = orientation("<", 6)
odd = {
    "long": block("<", orientation("<", 6, kind=4)),
    "signed": block(">", orientation(">", 6, kind=9)),
    "signed short": block(">", orientation(">", 6, kind=8)),
    "byte": block("<", entry("<", 0x0112, 1, 1, b"\6")),
    "text": block("<", entry("<", 0x0112, 2, 2, b"6\0")),
    "unknown type": block("<", entry("<", 0x0112, 99, 1, b"\6")),
    "two values": block("<", entry("<", 0x0112, 3, 2, struct.pack("<HH", 6, 3))),
    "no value": block("<", entry("<", 0x0112, 3, 0, b"\6")),
    "values elsewhere": block("<", entry("<", 0x0112, 3, 3, struct.pack("<L", 26)))
    + struct.pack("<HHH", 6, 1, 1),
    "values beyond the end": block("<", entry("<", 0x0112, 3, 3, struct.pack("<L", 9999)), six),
    "zero": block("<", orientation("<", 0)),
    "nine": block("<", orientation("<", 9)),
    "large": block(">", orientation(">", 0x0600)),
    "twice": block("<", six, orientation("<", 3)),
    "later list": block("<", six, start=14),
    "list beyond the end": b"II*\0" + struct.pack("<L", 9999),
    "list cut off": block("<", six, count=5)[:-4],
    "entry cut off": block("<", six)[:-8],
    "value cut off": block("<", six)[:-4],
    "wrong mark": block("<", six, mark=b"XX*\0"),
    "exchanged mark": block("<", six, mark=b"II\0*"),
    "other order": block("<", six, mark=b"MM\0*"),
    "mark alone": b"II*\0",
    "nothing": b"",
    "two heads": b"Exif\0\0" + block("<", six),
    "three heads": b"Exif\0\0Exif\0\0" + block("<", six),
}
for name, exif in odd.items():
    keep(f"{name}.jpg", jpeg(exif))


def segment(content):
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


plain = saved(picture, "JPEG", quality=90)
whole = block("<", six)
keep("in two parts.jpg", plain[:2] + segment(b"Exif\0\0" + whole[:15]) + segment(b"Exif\0\0" + whole[15:])
     + plain[2:])
keep("filled.jpg", plain[:2] + b"\xff\xff" + segment(b"Exif\0\0" + whole) + plain[2:])
keep("behind.jpg", plain[:-2] + segment(b"Exif\0\0" + whole) + plain[-2:])

# BMP. Pillow writes 1, 8, 24 and 32 bits; the rest has headers and rows from here.
keep("bits.bmp", saved(Image.fromarray(grey > 100), "BMP"))
keep("grey.bmp", saved(Image.fromarray(grey), "BMP"))
keep("palette.bmp", saved(picture.quantize(100), "BMP"))
keep("rgb.bmp", saved(picture, "BMP"))
keep("rgba.bmp", saved(picture.convert("RGBA"), "BMP"))


def bmp(rows, bits, packing=0, palette=b"", masks=b"", size=40, down=False, colors=0, counted=True):
    if size == 12:
        head = struct.pack("<LHHHH", 12, width, height, 1, bits)
    else:
        head = struct.pack("<LlllHHLLllLL", size, width, -height if down else height, 0, 0, 0, 0, 0,
                           0, 0, 0, 0)[:12]
        head += struct.pack("<HHLLllLL", 1, bits, packing, len(rows), 0, 0, colors, 0)
        head = (head + masks).ljust(size, b"\0") if size > 40 else head + masks
    start = 14 + len(head) + (len(palette) if counted else 0)
    return b"BM" + struct.pack("<LHHL", start + len(rows), 0, 0, start) + head + palette + rows


def padded(row):
    return row + bytes(-len(row) % 4)


numbers = ((x + 2 * y) % 16).astype("u1")
colours = np.random.default_rng(3).integers(0, 256, (16, 3)).astype("u1")
quads = b"".join(bytes([b, g, r, 0]) for r, g, b in colours.tolist())
triples = b"".join(bytes([b, g, r]) for r, g, b in colours.tolist())


def halves(row):
    row = np.append(row, [0] * (len(row) % 2)).astype("u1")
    return bytes(row[::2] << 4 | row[1::2])


four = b"".join(padded(halves(row)) for row in numbers[::-1])
keep("four.bmp", bmp(four, 4, palette=quads))
keep("four few.bmp", bmp(four, 4, palette=quads[:40], colors=10))
keep("four uncounted.bmp", bmp(four, 4, palette=quads, counted=False))
keep("four old.bmp", bmp(four, 4, palette=triples, size=12))
low = b"".join(padded(halves(row)) for row in numbers)
keep("four down.bmp", bmp(low, 4, palette=quads, down=True))
old = b"".join(padded(row[:, ::-1].tobytes()) for row in rgb[::-1])
keep("old.bmp", bmp(old, 24, size=12))
for size in [52, 56, 64, 108, 124]:
    keep(f"header {size}.bmp", bmp(old, 24, size=size))

r, g, b = (rgb[..., channel].astype("<u4") for channel in range(3))
for name, values, masks in [
    ("555", (r >> 3) << 10 | (g >> 3) << 5 | b >> 3, None),
    ("555 said", (r >> 3) << 10 | (g >> 3) << 5 | b >> 3, (0x7C00, 0x3E0, 0x1F)),
    ("565", (r >> 3) << 11 | (g >> 2) << 5 | b >> 3, (0xF800, 0x7E0, 0x1F)),
]:
    rows = b"".join(padded(row.astype("<u2").tobytes()) for row in values[::-1])
    keep(f"{name}.bmp", bmp(rows, 16, packing=3 if masks else 0,
                            masks=struct.pack("<LLL", *masks) if masks else b""))
for name, values, masks in [
    ("bgrx", r << 16 | g << 8 | b, (0xFF0000, 0xFF00, 0xFF, 0)),
    ("xbgr", r << 24 | g << 16 | b << 8, (0xFF000000, 0xFF0000, 0xFF00, 0)),
    ("rgba", r | g << 8 | b << 16 | 77 << 24, (0xFF, 0xFF00, 0xFF0000, 0xFF000000)),
    ("nothing", r << 16 | g << 8 | b | 99 << 24, (0, 0, 0, 0)),
]:
    rows = values[::-1].astype("<u4").tobytes()
    keep(f"masks {name}.bmp", bmp(rows, 32, packing=3, masks=struct.pack("<LLLL", *masks), size=56))
rows = (r << 16 | g << 8 | b)[::-1].astype("<u4").tobytes()
keep("masks behind.bmp", bmp(rows, 32, packing=3, masks=struct.pack("<LLL", 0xFF0000, 0xFF00, 0xFF)))

# Runs: whole rows as they are, runs of one number, and rows that end early.
runs = b""
for number, row in enumerate(numbers[::-1].tolist()):
    if number % 3 == 0:
        runs += bytes([0, width]) + bytes(row) + bytes(width % 2)
    elif number % 3 == 1:
        runs += b"".join(bytes([1, value]) for value in row)
    else:
        runs += bytes([9, row[0], 3, row[1]])
    runs += b"\0\0"
grid = np.frombuffer(quads.ljust(1024, b"\7"), "u1")
keep("runs.bmp", bmp(runs + b"\0\1", 8, packing=1, palette=grid.tobytes()))
nibbles = b""
for number, row in enumerate(numbers[::-1].tolist()):
    if number % 2 == 0:
        half = halves(np.array(row))
        nibbles += bytes([0, width]) + half + bytes(len(half) % 2)
    else:
        nibbles += bytes([width, row[0] << 4 | row[1]])
    nibbles += b"\0\0"
keep("runs of halves.bmp", bmp(nibbles + b"\0\1", 4, packing=2, palette=quads))
keep("jump.bmp", bmp(bytes([4, 5, 0, 2, 3, 2, 2, 6, 0, 0]) + b"".join(
    bytes([width, row]) + b"\0\0" for row in range(9)) + b"\0\1", 8, packing=1, palette=grid.tobytes()))
# Pillow refuses an end before the last row; here what is left has the first colour.
early = np.full((height, width, 3), colours[0])
early[-1, :5] = colours[3]
keep("early end.bmp", bmp(bytes([5, 3, 0, 0, 0, 1]), 8, packing=1, palette=grid.tobytes()), early)

# GIF: Pillow writes them interlaced unless told otherwise.
few = picture.quantize(50)
keep("interlaced.gif", saved(few, "GIF"))
keep("plain.gif", saved(few, "GIF", interlace=0))
keep("grey.gif", saved(Image.fromarray(grey), "GIF"))
keep("bits.gif", saved(Image.fromarray(grey > 100), "GIF"))
keep("transparent.gif", saved(few, "GIF", transparency=7))
keep("moving.gif", saved(few, "GIF", save_all=True, append_images=[few.rotate(90), few.rotate(180)]))
keep("comment.gif", saved(few, "GIF", comment=b"a picture " * 60))


def patched(data, screen, left, top):
    data = bytearray(data)
    place = data.index(struct.pack("<HHHH", 0, 0, width, height)) - 1
    assert data[place] == 0x2C
    data[6:10] = struct.pack("<HH", *screen)
    data[place + 1:place + 5] = struct.pack("<HH", left, top)
    return bytes(data)


def without_palette(data):
    size = 3 << (data[10] & 7) + 1
    return data[:10] + bytes([data[10] & 0x7F]) + data[11:13] + data[13 + size:]


def with_local_palette(data):
    size = 3 << (data[10] & 7) + 1
    place = data.index(struct.pack("<HHHH", 0, 0, width, height)) - 1
    local = bytes(255 - value for value in data[13:13 + size])
    return (data[:place + 9] + bytes([data[place + 9] | 0x80 | data[10] & 7]) + local
            + data[place + 10:])


def with_four_colours(data):
    assert data[10] & 7 == 3
    return data[:10] + bytes([data[10] & 0xF8 | 1]) + data[11:13 + 12] + data[13 + 48:]


keep("few.gif", with_four_colours(saved(picture.quantize(16), "GIF")))
keep("margin.gif", patched(saved(few, "GIF"), (30, 20), 5, 3))
keep("clear margin.gif", patched(saved(few, "GIF", transparency=7), (30, 20), 5, 3))
keep("beyond.gif", patched(saved(few, "GIF"), (10, 5), 2, 1))
keep("no palette.gif", without_palette(saved(few, "GIF")))
keep("local palette.gif", with_local_palette(saved(few, "GIF")))

# WebP.
clear = Image.fromarray(np.dstack([rgb, (x * 15).astype("u1")]))
keep("lossy.webp", saved(picture, "WEBP", quality=80))
keep("lossless.webp", saved(picture, "WEBP", lossless=True))
keep("lossy alpha.webp", saved(clear, "WEBP", quality=80))
keep("lossless alpha.webp", saved(clear, "WEBP", lossless=True, exact=True))
keep("moving.webp", saved(picture, "WEBP", save_all=True, quality=70,
                          append_images=[picture.rotate(90), picture.rotate(180)], duration=100))
wide = Image.fromarray(np.random.default_rng(5).integers(0, 256, (33, 65, 3)).astype("u1"))
keep("noise.webp", saved(wide, "WEBP", quality=60))
keep("noise.gif", saved(wide.quantize(256), "GIF"))

# What a set makes of a file: upright, then grey, then resized.
for name in ["II 6.jpg", "four.bmp", "interlaced.gif", "lossy.webp"]:
    upright = Image.fromarray(made[f"{name} rgb"])
    small = upright.convert("L").resize((5, 7), Image.BILINEAR)
    made[f"{name} grey 7x5"] = np.asarray(small)
    made[f"{name} rgb 7x5"] = np.asarray(upright.resize((5, 7), Image.BILINEAR))

np.savez_compressed(folder / "kinds.npz", **made)
print(len(made), (folder / "kinds.npz").stat().st_size)
