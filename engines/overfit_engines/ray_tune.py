"""Ray Tune tries settings: `Tuner(trainable(notebook), param_space=domains(space), …)`.

A trial reports every epoch, so that a scheduler such as ASHA can end it early. (Searches that
Overfit decides, and Ray only runs, are another thing: they are `engine=ray` at its prompt.)
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ray import tune

from .space import Choice, Floats, Space
from .trial import Infeasible, Notebook, Setting


def trainable(
    notebook: Notebook, checkpoints: bool = False
) -> Callable[[Mapping[str, Setting]], None]:
    """The function that Tune runs for each trial.

    Tune is told `objective`, `epoch`, `loss`, `val_loss`, `val_accuracy` and `val_error` of each
    epoch. A trial that can't be built or diverges reports an infinite objective and ends; `reason`
    says why.

    - checkpoints: whether a report carries the state of the training, from which a trial that was
      interrupted goes on. A training that is faster than Tune has none until its end: it is begun
      anew.
    """

    def train(config: Mapping[str, Setting]) -> None:
        with tempfile.TemporaryDirectory(prefix="overfit-") as temporary:
            state = Path(temporary) / "state" if checkpoints else None
            earlier = tune.get_checkpoint() if checkpoints else None
            if earlier is not None:
                with earlier.as_directory() as folder:
                    shutil.copytree(folder, str(state))
            with notebook.trial(config, checkpoint_dir=state) as run:
                try:
                    for epoch in run.epochs():
                        report = {
                            "objective": epoch.score(notebook.by),
                            "epoch": epoch.epoch,
                            "loss": epoch.loss,
                            "val_loss": epoch.val_loss,
                            "val_accuracy": epoch.val_accuracy,
                            "val_error": epoch.val_error,
                        }
                        tune.report(report, checkpoint=_checkpoint(state, epoch.epoch))
                except Infeasible as error:
                    worst = float("-inf" if run.final and run.final.mode == "max" else "inf")
                    tune.report({"objective": worst, "epoch": 0, "reason": error.message})

    return train


def _checkpoint(state: Path | None, epoch: int) -> Any:
    """A copy of the state behind an epoch, for Tune to take away; None where it is a later one's.

    The training does not wait for Tune, and writes its state on and on.
    """
    if state is None:
        return None
    copy = tempfile.mkdtemp(dir=state.parent)
    for name in ("state.safetensors", "state.json"):
        shutil.copy(state / name, copy)
    if _epochs(Path(copy) / "state.safetensors") != epoch:
        shutil.rmtree(copy)
        return None
    return tune.Checkpoint.from_directory(copy)


def _epochs(file: Path) -> int:
    """How many epochs a state has behind it, as its own header says."""
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        header = json.loads(stream.read(length))
    count: int = json.loads(header["__metadata__"]["run"])["epochs"]
    return count


def domains(space: Space) -> dict[str, Any]:
    """The space as Tune has it."""
    return {each.name: _domain(each) for each in space}


def _domain(each: Any) -> Any:
    if isinstance(each, Choice):
        return tune.choice(list(each.values))
    if isinstance(each, Floats):
        draw = tune.loguniform if each.log else tune.uniform
        return draw(each.low, each.high)
    draw = tune.lograndint if each.log else tune.randint
    # Tune leaves the upper end out.
    return draw(each.low, each.high + 1)
