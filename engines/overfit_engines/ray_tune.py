"""Ray Tune tries settings: `Tuner(trainable(notebook), param_space=domains(space), …)`.

A trial reports every epoch, so that a scheduler such as ASHA can end it early. (Searches that
Overfit decides, and Ray only runs, are another thing: they are `engine=ray` at its prompt.)
"""

import os
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

    - checkpoints: whether each report carries the state of the training, from which a trial that
      was interrupted goes on.
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
                        tune.report(report, checkpoint=_checkpoint(state))
                except Infeasible as error:
                    worst = float("-inf" if run.final and run.final.mode == "max" else "inf")
                    tune.report({"objective": worst, "epoch": 0, "reason": error.message})

    return train


def _checkpoint(state: Path | None) -> Any:
    """The state as it is now: Tune takes it away, and the training writes its own on and on."""
    if state is None:
        return None
    copy = tempfile.mkdtemp(dir=state.parent)
    for name in ("state.safetensors", "state.json"):
        if os.path.exists(state / name):
            shutil.copy(state / name, copy)
    return tune.Checkpoint.from_directory(copy)


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
