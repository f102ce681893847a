"""Makes folders of images as people have them: python3 make_album.py

Made with NumPy 2.4.6 and Pillow 13.0.0.
"""

import struct
from pathlib import Path

import numpy as np
from PIL import Image

folder = Path(__file__).parent
sideways = b"Exif\0\0II*\0\x08\0\0\0\1\0" + struct.pack("<HHLHHL", 0x0112, 3, 1, 6, 0, 0)


def drawn(shape, number, height=8, width=12):
    y, x = np.mgrid[0:height, 0:width]
    x, y = x - 3 - 2 * number, y - height // 2 + 0.5
    ink = {"cross": np.minimum(abs(x - y), abs(x + y)) < 1, "ring": abs(np.hypot(x, y) - 3) < 1}[shape]
    return Image.fromarray(np.where(ink, 230, 20).astype("u1"))


def save(image, name, **options):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)


for shape in ["cross", "ring"]:
    for number, ending in enumerate(["bmp", "gif", "webp"]):
        options = {"lossless": True} if ending == "webp" else {}
        save(drawn(shape, number), f"album/train/{shape}/{number}.{ending}", **options)
    # As a camera held upright keeps it: the sensor's rows are the picture's columns.
    turned = drawn(shape, 0).transpose(Image.Transpose.ROTATE_90)
    save(turned, f"album/train/{shape}/camera.jpg", quality=95, exif=sideways)
    save(drawn(shape, 1), f"album/val/{shape}/0.png")
save(drawn("cross", 2), "album/test/cross/0.png")
# The ending says PNG, the bytes say JPEG.
save(drawn("cross", 0), "album/test/cross/1.png", format="JPEG", quality=95)
save(drawn("cross", 0), "doubtful/train/cross/0.png")
save(drawn("ring", 0), "doubtful/train/ring/0.png")
save(drawn("ring", 1), "doubtful/square/0.png")
for name in ["album/Thumbs.db", "album/train/.DS_Store", "album/train/cross/notes.txt"]:
    (folder / name).write_bytes(b"not an image")
