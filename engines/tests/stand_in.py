#!/usr/bin/env python3
"""What stands in for `overfit trial --search` where only the cluster is tested.

Its scores follow from the call, so that a trial has the same wherever it runs.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

VERSION = os.environ.get("STAND_IN_VERSION", "1.0")


def main(arguments: list[str]) -> int:
    words = iter(arguments[1:])
    cells, settings, epochs, expected = Path(next(words)), [], [4], {}
    for word in words:
        value = next(words)
        if word == "--set":
            settings.append(value)
        elif word == "--at":
            epochs = [int(each) for each in value.split(",")]
        elif word == "--expect-version" and value != VERSION:
            return refuse(f"the program is version {VERSION}, the study's is {value}")
        elif word == "--expect":
            name, _, digest = value.partition("=")
            expected[name] = digest
    for name, digest in expected.items():
        found = hashlib.sha256(Path(name).read_bytes()).hexdigest()
        if found != digest:
            return refuse(f"{name} has other bytes here (sha256 {found})")
    if "rate=1e300" in settings:
        final = {"event": "final", "status": "failed", "reason": "the training diverged"}
        print(json.dumps(final))
        print("overfit: the training diverged", file=sys.stderr)
        return 3
    folder = os.environ.get("STAND_IN_PIDS")
    if folder:
        (Path(folder) / str(os.getpid())).touch()
    time.sleep(float(os.environ.get("STAND_IN_SECONDS", "0")))
    text = cells.read_text() + " ".join(arguments[2:])
    scores = [
        {"epoch": epoch, "judged": [score(text, epoch)], "learned": [score(text, -epoch)]}
        for epoch in epochs
    ]
    final = {"event": "final", "status": "complete", "scores": scores, "epochs": epochs[-1]}
    print(json.dumps({**final, "version": VERSION}))
    return 0


def score(text: str, epoch: int) -> float:
    digest = hashlib.sha256(f"{text} {epoch}".encode()).digest()
    return int.from_bytes(digest[:7], "big") / (1 << 56)


def refuse(reason: str) -> int:
    print(json.dumps({"event": "final", "status": "refused", "reason": reason}))
    print(f"overfit: {reason}", file=sys.stderr)
    return 65


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
