"""Writes ranking.json (scikit-learn's curves) and activity.json (NumPy's look at a network).

python3 measures.py, with NumPy 2 and scikit-learn 1.9, in this folder.
"""

import json

import numpy as np
from sklearn.metrics import (average_precision_score, precision_recall_curve, roc_auc_score,
                             roc_curve)


def ranking(name, positive, scores):
    """A case with its thresholds from the highest to the lowest, ours and scikit-learn's order."""
    alarms, found, thresholds = roc_curve(positive, scores, drop_intermediate=False)
    precision, recall, _ = precision_recall_curve(positive, scores, drop_intermediate=False)
    return {
        "name": name,
        "isPositive": [bool(value) for value in positive],
        "scores": [float(value) for value in scores],
        # The first threshold of the ROC curve is infinite.
        "thresholds": thresholds[1:].tolist(),
        "falseAlarms": alarms.tolist(),
        "found": found.tolist(),
        # The last point of the other curve has no threshold.
        "precision": precision[:-1][::-1].tolist(),
        "recall": recall[:-1][::-1].tolist(),
        "area": float(roc_auc_score(positive, scores)),
        "averagePrecision": float(average_precision_score(positive, scores)),
    }


def rankings():
    random = np.random.default_rng(5)
    rare = (random.random(60) < 0.2).astype(int)
    noisy = np.round(rare * 0.25 + random.random(60) * 0.75, 2)
    return [
        ranking("the manual's four", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]),
        ranking("ties across the classes", [0, 1, 0, 1, 1, 0, 1, 0, 1, 0],
                [0.5, 0.5, 0.25, 0.75, 0.25, 0.75, 0.5, 0.5, 1, 0]),
        ranking("one score for all", [1, 0, 0, 1, 0], [0.5] * 5),
        ranking("perfect", [0, 0, 0, 1, 1], [-3, -2.5, -1, 0.5, 7]),
        ranking("the wrong way round", [1, 1, 0, 0, 0], [0.1, 0.2, 0.3, 0.4, 0.5]),
        ranking("a rare class, scores of two decimals", rare.tolist(), noisy),
    ]


def activity():
    """Four layers: one with dead units, one saturated, one in the middle of its range."""
    random = np.random.default_rng(7)
    inputs = np.round(random.normal(size=(12, 3)), 2)
    layers = [("relu", 6, 1.0), ("tanh", 4, 2.0), ("sigmoid", 5, 4.0), ("linear", 2, 1.0)]
    functions = {
        "relu": lambda z: np.maximum(z, 0),
        "tanh": np.tanh,
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "linear": lambda z: z,
    }
    ends = {"tanh": (-0.98, 0.98), "sigmoid": (0.01, 0.99)}
    values = inputs
    made = []
    for activation, units, scale in layers:
        kernel = np.round(random.normal(size=(values.shape[1], units)) * scale, 2)
        bias = np.round(random.normal(size=units) * 0.5, 2)
        if activation == "relu":
            bias[[1, 4]] = -20
        values = functions[activation](values @ kernel + bias)
        low, high = ends.get(activation, (None, None))
        made.append({
            "activation": activation,
            "kernel": kernel.tolist(),
            "bias": bias.tolist(),
            "mean": float(values.mean()),
            "deviation": float(values.std()),
            "spread": float(np.sqrt(values.var(axis=0).mean())),
            "zeroShare": float((values == 0).mean()),
            "silentUnits": int((values == 0).all(axis=0).sum()),
            "saturatedShare": None if low is None else
                              float(((values < low) | (values > high)).mean()),
        })
    return {"inputs": inputs.tolist(), "layers": made}


for name, content in [("ranking.json", rankings()), ("activity.json", activity())]:
    with open(name, "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")
