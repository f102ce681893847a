#!/usr/bin/env python3
"""What stands before `setpriv` on the nodes of the tests' clusters: it can hold trials up.

While it is shut, as many trials as its folder says go through, and the others wait until one has
come by on the node that is marked. There it stays until its node is gone, if it is to stay.
"""

import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path


class Gate:
    """The folder by which a test and the nodes of its cluster know of each other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def environment(self) -> Mapping[str, str]:
        """What nodes are started with, so that their trials come by here."""
        programs = self._folder / "programs"
        programs.mkdir()
        (programs / "setpriv").symlink_to(Path(__file__).resolve())
        behind = shutil.which("setpriv")
        assert behind is not None
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        return {"GATE": str(self._folder), "GATE_BEHIND": behind, "PATH": path}

    def shut(self, free: int) -> None:
        """From now on so many trials go through, before one has come by on the marked node."""
        shutil.rmtree(self._shut, ignore_errors=True)
        self._seen.unlink(missing_ok=True)
        for number in range(free):
            (self._shut / str(number)).mkdir(parents=True)
        self._shut.mkdir(exist_ok=True)

    def open(self) -> None:
        """From now on all go through."""
        shutil.rmtree(self._shut, ignore_errors=True)

    def has_seen(self) -> bool:
        """Whether a trial came by on the marked node since it was shut."""
        return self._seen.exists()

    def pass_by(self, mark: str | None) -> bool:
        """Returns when a trial may go on; false where it is to stay."""
        parent = os.getppid()
        while self._shut.exists() and not self._has_gone_free():
            if mark is not None:
                self._seen.touch()
                return mark != "stay"
            if self.has_seen() or os.getppid() != parent:
                break
            time.sleep(0.02)
        return True

    def _has_gone_free(self) -> bool:
        for ticket in self._shut.glob("*"):
            try:
                ticket.rmdir()
            except OSError:
                continue
            return True
        return False

    @property
    def _shut(self) -> Path:
        return self._folder / "shut"

    @property
    def _seen(self) -> Path:
        return self._folder / "seen"


def main(arguments: list[str]) -> None:
    """Becomes the real `setpriv`, when it is time."""
    program = os.environ["GATE_BEHIND"]
    options, call = arguments[1:3], arguments[3:]
    if not Gate(Path(os.environ["GATE"])).pass_by(os.environ.get("GATE_MARK")):
        call = ["sleep", "3600"]
    os.execv(program, [program, *options, *call])


if __name__ == "__main__":
    main(sys.argv)
