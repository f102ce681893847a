"""Writes positive.json: what scikit-learn says of 200 random data sets of two classes.

python3 positive.py; scikit-learn 1.9.1. Each set follows from its number: SplitMix64 draws N, the share
of class 1, the classes, and logits in steps of 1/8 that are never 0 (PositiveClassReferenceTests
draws them too). A row is: number, positive class, precision, recall, F1, AUC (null where a class
is missing), log loss.
"""
import json
import math
import os

from sklearn.metrics import f1_score, log_loss, precision_score, recall_score, roc_auc_score

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        word = self.state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & MASK
        return word ^ (word >> 31)

    def below(self, count):
        return self.next() % count


def row(number):
    random = SplitMix(number)
    count = 4 + random.below(57)
    share = 5 + random.below(91)
    truths = [1 if random.below(100) < share else 0 for _ in range(count)]
    logits = [(2 * random.below(64) - 63) / 16 + (truth * 2 - 1) * 0.5 for truth in truths]
    logits = [logit if logit != 0 else 0.0625 for logit in logits]
    ones = sum(truths)
    if 45 * count <= 100 * ones <= 55 * count:
        positive = 1
    else:
        positive = 1 if ones < count - ones else 0
    if ones in (0, count):
        positive = 1
    ps = [1 / (1 + math.exp(-logit)) for logit in logits]
    guesses = [1 if logit > 0 else 0 for logit in logits]
    options = dict(pos_label=positive, zero_division=0)
    area = None
    if 0 < ones < count:
        is_positive = [truth == positive for truth in truths]
        area = roc_auc_score(is_positive, [p if positive == 1 else 1 - p for p in ps])
    figures = [
        precision_score(truths, guesses, **options), recall_score(truths, guesses, **options),
        f1_score(truths, guesses, **options), area, log_loss(truths, ps, labels=[0, 1]),
    ]
    return [number, positive] + [None if f is None else round(float(f), 12) for f in figures]


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "positive.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(row(n)) for n in range(1, 201)) + "\n]\n")
