"""Bins and correlations as NumPy has them: writes statistics.json. Made with NumPy 2.4.6.

python3 make_statistics.py
"""

import json
import pathlib

import numpy

rng = numpy.random.default_rng(7)


def bins(name, values):
    values = numpy.round(numpy.asarray(values, dtype=float), 6)
    edges = numpy.histogram_bin_edges(values, bins="auto")
    counts, _ = numpy.histogram(values, bins="auto")
    return {
        "name": name, "values": values.tolist(), "edges": edges.tolist(), "counts": counts.tolist()}


samples = [
    bins("one", [3.5]),
    bins("two", [1.0, 2.5]),
    bins("all equal", [2.5] * 12),
    bins("no quartiles", [0.0] * 40 + [0.5, 7.25]),
    bins("8 uniform", rng.uniform(-2, 3, 8)),
    bins("64 normal", rng.normal(10, 2, 64)),
    bins("100 exponential", rng.exponential(50, 100)),
    bins("200 uniform", rng.uniform(0, 1, 200)),
    bins("500 normal", rng.normal(-3, 0.01, 500)),
    bins("200 with a long tail", numpy.exp(rng.normal(0, 1.5, 200))),
    bins("300 of two heaps", numpy.concatenate([rng.normal(0, 1, 150), rng.normal(9, 1, 150)])),
    bins("tenths on edges", numpy.arange(0, 10, 0.1)),
    bins("wholes far apart", rng.integers(0, 1000, 90)),
    bins("far from 0", 1e6 + rng.normal(0, 1, 120)),
]

wholes = rng.integers(-3, 9, 60)
whole_counts = numpy.bincount(wholes - wholes.min()).tolist()

table = rng.normal(0, 1, (60, 5))
table[:, 1] = 3 * table[:, 0] + 0.2 * table[:, 1] + 100
table[:, 2] = -table[:, 0] ** 2 + table[:, 2]
table[:, 3] = 1e9 + table[:, 3]
table[:, 4] = table[:, 4] * 1e-8
table = numpy.array([[float(f"{value:.9g}") for value in row] for row in table])
# A column that is rounded to few digits still has to vary.
table[:, 3] = 1e9 + numpy.arange(60) % 7

pathlib.Path(__file__).with_name("statistics.json").write_text(json.dumps({
    "bins": samples,
    "wholes": {"values": [float(value) for value in wholes], "counts": whole_counts},
    "columns": table.T.tolist(),
    "correlations": numpy.corrcoef(table, rowvar=False).tolist(),
}) + "\n")
