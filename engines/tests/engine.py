"""The engine that Overfit starts, as Overfit speaks with it."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from overfit_engines.ray import train

STAND_IN = str(Path(__file__).with_name("stand_in.py"))
# How Overfit starts the engine.
START = (
    "import sys; sys.path = [place for place in sys.path if place]; import runpy; "
    "runpy.run_module('overfit_engines.ray', run_name='__main__', alter_sys=True)"
)
# Longer than all that is waited for here takes on a busy machine.
PATIENCE = 240

Message = dict[str, Any]


class Engine:
    """The engine under way, as Overfit has it."""

    def __init__(
        self, environment: dict[str, str] | None = None, folder: Path | None = None
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
            env={**os.environ, **(environment or {})},
        )
        self._answers: queue.Queue[Message | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.leave()
        finally:
            self.process.kill()
            self.process.wait()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._answers.put(json.loads(line))
        self._answers.put(None)

    def say(self, message: Message) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def trial(self, order: Message) -> None:
        self.say({"op": "trial", **order})

    def answer(self) -> Message:
        answer = self._answers.get(timeout=PATIENCE)
        assert answer is not None, f"the engine ended with status {self.process.wait()}"
        return answer

    def answers(self, count: int) -> list[Message]:
        return sorted((self.answer() for _ in range(count)), key=lambda each: int(each["id"]))

    def is_silent(self) -> bool:
        """Whether it said nothing more until its end."""
        return self._answers.get(timeout=PATIENCE) is None

    def leave(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE)


def study(folder: Path, **changes: Any) -> Message:
    return {
        "op": "start",
        "protocol": 1,
        "version": "1.0",
        "program": STAND_IN,
        "address": None,
        "workers": None,
        "notebook": "data circles\n",
        "search": "search random rate=0.01..1 log trials=12",
        "folder": str(folder),
        "files": [],
        "environment": {},
        **changes,
    }


def order(number: int, epochs: list[int] | None = None) -> Message:
    return {"id": number, "settings": [["rate", f"0.{number + 1}"]], "epochs": epochs}


def alone(orders: list[Message], of: Message) -> list[Message]:
    """What the same trials come to in one process, one after the other."""
    return [{"event": "result", "id": each["id"], **train(each, of)} for each in orders]


def without_node(answers: list[Message]) -> list[Message]:
    assert all(answer["node"] for answer in answers)
    return [{name: answer[name] for name in answer if name != "node"} for answer in answers]
