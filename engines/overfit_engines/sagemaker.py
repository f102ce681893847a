"""SageMaker runs a trial in a container: `python3 -m overfit_engines.sagemaker train`.

What it finds and what it leaves lie as SageMaker lays them: hyperparameters and channels below
`input/`, the network and its figures in `model/`, the state in `checkpoints/`, and the reason of a
failure in `output/failure`, all below `/opt/ml`, or where SAGEMAKER_BASE_DIR says.
"""

import dataclasses
import json
import os
import shutil
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from .trial import BadData, Final, Notebook, Trial, TrialError

# Hyperparameters that say how a trial is run; all others are settings of its training.
CALLS = ("notebook", "seed", "by", "time_limit")


class Job:
    """The folders of a training job, and what it was asked to train."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self.root = root.absolute()
        self.environment = environment
        self.model = Path(environment.get("SM_MODEL_DIR", self.root / "model"))
        self.failure = self.root / "output" / "failure"
        self.checkpoints = self.root / "checkpoints"

    def hyperparameters(self) -> dict[str, str]:
        """What is to be set, by SageMaker's toolkit or from its file; all of it is text there."""
        text = self.environment.get("SM_HPS")
        file = self.root / "input" / "config" / "hyperparameters.json"
        if text is None and file.exists():
            text = file.read_text(encoding="utf-8")
        values: dict[str, Any] = json.loads(text or "{}")
        return {
            name: _word(value)
            for name, value in values.items()
            if not name.startswith(("sagemaker_", "_tuning"))
        }

    def channels(self) -> list[Path]:
        """The folders in which there is data, as far as they are there."""
        names = [name for name in self.environment if name.startswith("SM_CHANNEL_")]
        folders = [Path(self.environment[name]) for name in sorted(names)]
        data = self.root / "input" / "data"
        if not folders and data.is_dir():
            folders = sorted(folder for folder in data.iterdir() if folder.is_dir())
        return folders

    def notebook(self, name: str | None) -> Path:
        """The notebook in one of the channels: of a name, or the only one."""
        found = [
            path
            for folder in self.channels()
            for path in sorted(folder.iterdir())
            if (path.name == name if name else path.suffix in (".md", ".overfit"))
        ]
        if len(found) != 1:
            where = ", ".join(str(folder) for folder in self.channels()) or "no channel"
            what = name or "notebooks (say which: the hyperparameter notebook)"
            raise BadData(f"{len(found)} {what} in {where}", 65)
        return found[0]

    def train(self) -> Final:
        """Trains, and leaves the network and its figures in the folder of the model."""
        values = self.hyperparameters()
        calls = {name: values.pop(name) for name in CALLS if name in values}
        path = self.notebook(calls.get("notebook"))
        notebook = Notebook(
            path,
            seed=int(calls["seed"]) if "seed" in calls else None,
            by=calls.get("by"),
            time_limit=int(calls["time_limit"]) if "time_limit" in calls else None,
            folder=path.parent,
        )
        self.checkpoints.mkdir(parents=True, exist_ok=True)
        options = ("--exit-zero-on-stop",)
        with notebook.trial(values, checkpoint_dir=self.checkpoints, options=options) as run:
            _pass_on(run)
            for epoch in run.epochs():
                print(_line(epoch=epoch.epoch, objective=epoch.score(notebook.by)), flush=True)
            final = run.result()
        self._leave(final, values)
        return final

    def _leave(self, final: Final, settings: Mapping[str, str]) -> None:
        self.model.mkdir(parents=True, exist_ok=True)
        state = self.checkpoints / "state.safetensors"
        if state.exists():
            shutil.copy(state, self.model / "network.safetensors")
        result = {**dataclasses.asdict(final), "settings": settings}
        text = json.dumps(result, indent=1) + "\n"
        (self.model / "result.json").write_text(text, encoding="utf-8")

    def fail(self, reason: str) -> None:
        """Says why there is no model, where SageMaker looks for it."""
        self.failure.parent.mkdir(parents=True, exist_ok=True)
        self.failure.write_text(reason[:1024], encoding="utf-8")


def _word(value: Any) -> str:
    """A value as it is typed; the toolkit reads numbers and text of JSON out of the text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value)


def _line(**figures: float | None) -> str:
    """Figures in fixed point, since the patterns of SageMaker's metrics know no exponent."""
    texts = [
        f"{name}={value}" if isinstance(value, int) else f"{name}={value:.6f}"
        for name, value in figures.items()
        if value is not None
    ]
    return "; ".join(texts)


def _pass_on(run: Trial) -> None:
    """Hands the signal that ends a job on to the training, which then keeps its state."""

    def end(_number: int, _frame: FrameType | None) -> None:
        os.kill(run.pid, signal.SIGTERM)

    signal.signal(signal.SIGTERM, end)


def main(arguments: Sequence[str]) -> int:
    """The entry of the container.

    The toolkit hands hyperparameters over as words, too; they are read from its environment.
    """
    if arguments and arguments[0] != "train" and not arguments[0].startswith("--"):
        print("usage: python3 -m overfit_engines.sagemaker train", file=sys.stderr)
        return 2
    job = Job(Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")), os.environ)
    try:
        final = job.train()
    except (TrialError, OSError, ValueError) as error:
        job.fail(str(error))
        print(error, file=sys.stderr)
        return 1
    print(_line(final_objective=final.objective), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
