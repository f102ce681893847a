"""Makes the files of other programs that the transcripts read: python3 make.py

Made with NumPy 2.4.6, Pillow 13.0.0 and safetensors 0.8.0.
"""

from pathlib import Path

import numpy as np
from PIL import Image
from safetensors.numpy import save_file

folder = Path(__file__).parent
draw = np.random.default_rng(3)

points = draw.normal(size=(24, 2)).round(3)
labels = (points.sum(axis=1) > 0).astype("<i8")
np.savez(folder / "points.npz", x=points, y=labels)
np.savez(folder / "pair.npz", left=points, right=labels)
np.save(folder / "points.npy", points.astype("<f4"))
np.save(folder / "labels.npy", labels)
np.save(folder / "few-labels.npy", labels[:5])
np.savez_compressed(
    folder / "tiny.npz", x_train=draw.integers(0, 256, (6, 5, 5), "u1"), y_train=np.arange(6) % 2,
    x_test=draw.integers(0, 256, (2, 5, 5), "u1"), y_test=np.arange(2))
(folder / "cut.npz").write_bytes((folder / "points.npz").read_bytes()[:300])
save_file({"1.kernel": np.ones((2, 3), "<f4"), "1.bias": np.zeros(3, "<f4")},
          folder / "plain.safetensors")
np.savez(folder / "other.npz", **{"1.kernel": np.ones((2, 5), "<f4"), "1.bias": np.zeros(5, "<f4")})


def image(name, shape, number, size):
    side = np.linspace(-1, 1, size)
    x, y = np.meshgrid(side + 0.1 * number - 0.2, side)
    ink = {"cross": np.minimum(abs(x - y), abs(x + y)) < 0.25,
           "ring": abs(np.hypot(x, y) - 0.7) < 0.2}[shape]
    pixels = np.where(ink, 230, 20).astype("u1")
    path = folder / name / shape
    path.mkdir(parents=True, exist_ok=True)
    kinds = [("png", pixels), ("jpg", pixels), ("png", np.dstack([pixels, pixels, pixels // 2]))]
    ending, pixels = kinds[number % 3]
    Image.fromarray(pixels).save(path / f"{number}.{ending}", quality=90)


for shape in ["cross", "ring"]:
    for number in range(4):
        image("shapes", shape, number, 16)
image("mixed", "cross", 0, 16)
image("mixed", "ring", 0, 20)
for name, content in [("mixed/ring/notes.txt", b"not an image"), ("broken/a/1.png", b"GIF89a"),
                      ("broken/b/2.png", b""), ("single/only/readme.txt", b"no image here")]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)

# Nine leaves in three groups: the groups lie apart, the leaves of a group near each other.
leaves = []
for group, centre in zip("abc", [(-2, -1.5), (2, -1.5), (0, 2)]):
    for number, shift in enumerate([(-0.6, -0.4), (0.6, -0.4), (0, 0.7)]):
        for x, y in (np.add(centre, shift) + draw.normal(scale=0.25, size=(5, 2))).round(2):
            leaves.append((group, f"{x},{y}", f"{group}{number + 1}"))
(folder / "tree.csv").write_text(
    "x1,x2,group,leaf\n" + "".join(f"{point},{group},{leaf}\n" for group, point, leaf in leaves))
for group in "abc":
    (folder / f"tree-{group}.csv").write_text(
        "x1,x2,leaf\n" + "".join(f"{point},{leaf}\n" for own, point, leaf in leaves if own == group))
