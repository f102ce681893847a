"""A program that another one starts, listens to, and ends for certain."""

import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from types import TracebackType
from typing import Any

# How long a wait lasts before Python sees what has happened meanwhile, such as a cancelled task.
GLANCE = 0.1


class Child:
    """A program under way whose standard output is lines of JSON.

    It is ended when the `with` block is left, whatever the reason. On Linux it is also asked to end
    when the thread that started it is gone, so that a killed parent leaves no orphan.
    """

    def __init__(
        self,
        call: Sequence[str],
        folder: str | os.PathLike[str] | None = None,
        environment: Mapping[str, str] | None = None,
        patience: float = 30,
    ) -> None:
        program = shutil.which(call[0])
        if program is None:
            raise FileNotFoundError(f"there is no program {call[0]} here")
        self._patience = patience
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed by __exit__)
        self._process = subprocess.Popen(
            [*_leash(), os.path.abspath(program), *call[1:]],
            bufsize=0,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=folder,
            env=None if environment is None else {**os.environ, **environment},
        )

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()
        self._errors.close()

    def events(self) -> Generator[dict[str, Any], None, None]:
        """The objects that it prints, as they come; lines that are none are left out."""
        for line in self._lines():
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                yield event

    def _lines(self) -> Generator[bytes, None, None]:
        assert self._process.stdout is not None
        descriptor, rest = self._process.stdout.fileno(), b""
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while True:
                if not selector.select(GLANCE):
                    continue
                piece = os.read(descriptor, 1 << 16)
                if not piece:
                    break
                *whole, rest = (rest + piece).split(b"\n")
                yield from whole
        if rest:
            yield rest

    def wait(self) -> int:
        """Its exit status, when it has ended by itself; negative for the signal that ended it."""
        while True:
            try:
                return self._process.wait(GLANCE)
            except subprocess.TimeoutExpired:
                continue

    def end(self) -> int:
        """Asks it to end, makes it end where it takes too long, and says with which status."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                # What it still says is read, so that a full pipe does not hold it up.
                self._process.communicate(timeout=self._patience)
            except BaseException as error:
                self._process.kill()
                self._process.wait()
                if not isinstance(error, subprocess.TimeoutExpired):
                    raise
        if self._process.stdout is not None:
            self._process.stdout.close()
        return self._process.returncode

    def complaint(self) -> str:
        """The last line that it wrote for people."""
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""


def _leash() -> tuple[str, ...]:
    """Words before a call with which the program ends when its parent does; none where none can."""
    program = shutil.which("setpriv") if sys.platform == "linux" else None
    return (program, "--pdeathsig", "TERM") if program else ()
