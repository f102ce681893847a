"""One training of Overfit's, from the call of `overfit trial` to what it came to."""

import dataclasses
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeVar

from .child import Child

Setting = str | int | float | bool


class TrialError(Exception):
    """A trial that came to no figure; `status` is what the program ended with."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

    def __str__(self) -> str:
        return self.message


class Infeasible(TrialError):
    """The network can't be built, or its training came to no finite number: try no second time."""


class BadCall(TrialError):
    """The call or a setting was not understood: it would be so every time."""


class BadData(TrialError):
    """The notebook, its data or the checkpoint is not fit for a trial."""


class InternalFault(TrialError):
    """A mistake of Overfit's."""


class FileTrouble(TrialError):
    """A file can't be read or written."""


class Interrupted(TrialError):
    """The trial was stopped and its state is kept: the same call goes on."""


class Killed(TrialError):
    """The trial was ended by a signal, or stopped without a folder to keep its state in."""


_ERRORS: dict[int, type[TrialError]] = {
    3: Infeasible,
    64: BadCall,
    65: BadData,
    70: InternalFault,
    74: FileTrouble,
    75: Interrupted,
    130: Killed,
    143: Killed,
}


def error(status: int, message: str) -> TrialError:
    """What an exit status means."""
    kind = _ERRORS.get(status, Killed if status < 0 else TrialError)
    return kind(message or f"overfit trial ended with status {status}", status)


@dataclass(frozen=True)
class Start:
    """A trial has begun, behind the epochs that a checkpoint has."""

    trial: str
    seed: str
    params: Mapping[str, Setting]
    resumed_from: int


@dataclass(frozen=True)
class Epoch:
    """What an epoch came to; None where a figure is not finite, or is not for this data."""

    epoch: int
    step: int
    loss: float | None
    accuracy: float | None
    val_loss: float | None
    val_accuracy: float | None
    val_error: float | None
    lr: float | None
    secs: float

    def score(self, by: str | None = None) -> float | None:
        """The figure that a trial is judged by; None where epochs have no such figure."""
        if by is None:
            return self.val_loss if self.val_error is None else self.val_error
        value: float | None = getattr(self, f"val_{by}", None)
        return value


@dataclass(frozen=True)
class Final:
    """What a trial came to; `status` is complete, stopped, diverged or infeasible."""

    status: str
    objective: float | None
    metric: str | None = None
    mode: Literal["min", "max"] | None = None
    epochs: int = 0
    best_epoch: int | None = None
    weights_sha256: str | None = None

    @property
    def loss(self) -> float:
        """The objective as a tuner that only minimizes wants it."""
        if self.objective is None:
            return float("inf")
        return -self.objective if self.mode == "max" else self.objective


Event = Start | Epoch | Final


@dataclass(frozen=True)
class Notebook:
    """A notebook or script whose last training is the trial, and how each trial of it is run."""

    path: str | os.PathLike[str]
    seed: int | None = None
    epochs: int | None = None
    by: str | None = None
    time_limit: int | None = None
    program: str | None = None
    folder: Path = field(default_factory=Path.cwd)

    def __post_init__(self) -> None:
        # Tuners run trials in folders of their own, where a relative path leads elsewhere.
        program = program_named(self.program)
        if os.sep in program:
            program = os.path.abspath(program)
        object.__setattr__(self, "program", program)
        object.__setattr__(self, "folder", Path(self.folder).absolute())

    def trial(
        self,
        settings: Mapping[str, Setting],
        *,
        epochs: int | None = None,
        checkpoint_dir: str | os.PathLike[str] | None = None,
        resume: Literal["auto", "never", "must"] = "auto",
        options: tuple[str, ...] = (),
    ) -> "Trial":
        """Starts a trial with some settings."""
        call = [program_named(self.program), "trial", str(self.folder / self.path)]
        call += ["--threads", "1"]
        for name, value in settings.items():
            call += ["--set", f"{name}={typed(value)}"]
        words: dict[str, Setting | None] = {
            "--seed": self.seed,
            "--epochs": self.epochs if epochs is None else epochs,
            "--by": self.by,
            "--time-limit": self.time_limit,
        }
        if checkpoint_dir is not None:
            words["--checkpoint-dir"] = str(Path(checkpoint_dir).absolute())
            words["--resume"] = resume
        for word, given in words.items():
            if given is not None:
                call += [word, str(given)]
        return Trial(Child([*call, *options], self.folder))


class Trial:
    """A trial under way, which ends when its `with` block is left.

    with notebook.trial({"rate": 0.05}) as trial:
        for epoch in trial.epochs():
            print(epoch.epoch, epoch.val_loss)
    print(trial.result().objective)
    """

    def __init__(self, child: Child) -> None:
        self._child = child
        self._events = child.events()
        self._final: Final | None = None
        self._error: TrialError | None = None
        self._is_over = False
        self.start: Start | None = None

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._child.pid

    def __enter__(self) -> "Trial":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        self._child.__exit__(kind, error, trace)

    def events(self) -> Iterator[Event]:
        """All that it says, to its end; raises the error that its exit status stands for."""
        for entry in self._events:
            event = _event(entry)
            if isinstance(event, Start):
                self.start = event
            if isinstance(event, Final):
                self._final = event
            if event is not None:
                yield event
        if not self._is_over:
            self._is_over = True
            status = self._child.wait()
            if status != 0:
                self._error = error(status, self._child.complaint())
        if self._error is not None:
            raise self._error

    def epochs(self) -> Iterator[Epoch]:
        """Its epochs, as they come to an end."""
        for event in self.events():
            if isinstance(event, Epoch):
                yield event

    def result(self) -> Final:
        """What it came to, when it has ended; raises where it came to nothing."""
        for _ in self.events():
            pass
        if self._final is None:
            raise TrialError("overfit trial ended without its last line", 0)
        return self._final

    @property
    def final(self) -> Final | None:
        """Its last line as far as it was read, also of a trial that failed."""
        return self._final

    def stop(self) -> None:
        """Ends it where it still runs; with a checkpoint folder the same call goes on later."""
        if not self._is_over:
            self._is_over = True
            status = self._child.end()
            self._events.close()
            if status != 0:
                self._error = error(status, self._child.complaint())


def program_named(program: str | None = None) -> str:
    """The program of a name; without one what OVERFIT names, else `overfit` from the path."""
    return program or os.environ.get("OVERFIT") or "overfit"


def version(program: str | None = None) -> str:
    """The version of the program."""
    answer = subprocess.run(
        [program_named(program), "--version"], capture_output=True, text=True, check=True
    )
    return answer.stdout.split()[-1]


def typed(value: Any) -> str:
    """A value as it is typed in a call; numpy's scalars are taken as what they hold."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


_Record = TypeVar("_Record", Start, Epoch, Final)


def _event(entry: Mapping[str, Any]) -> Event | None:
    kind = entry.get("event")
    if kind == "start":
        return _record(Start, entry)
    if kind == "epoch":
        return _record(Epoch, entry)
    if kind in ("final", "stopped"):
        return _record(Final, entry)
    return None


def _record(kind: type[_Record], entry: Mapping[str, Any]) -> _Record:
    """The members of a line that we know; what a later version adds is left out."""
    names = {each.name for each in dataclasses.fields(kind)}
    return kind(**{name: value for name, value in entry.items() if name in names})
