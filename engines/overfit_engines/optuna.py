"""Optuna tries settings: `study.optimize(Objective(notebook, space), n_trials=20)`.

A trial reports every epoch, so that a pruner can end it early.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import optuna

from .space import Choice, Floats, Space
from .trial import Infeasible, Notebook, Setting


class Objective:
    """What `study.optimize` calls for each trial.

    A trial whose network can't be built, or whose training diverges, counts as pruned: the sampler
    learns to stay away from there. Its reason is the trial's attribute `reason`.
    """

    def __init__(
        self, notebook: Notebook, space: Space, checkpoints: str | Path | None = None
    ) -> None:
        self.notebook = notebook
        self.space = space
        self.checkpoints = checkpoints

    def __call__(self, trial: Any) -> float:
        """Trains a network in the settings that Optuna suggests."""
        folder = None if self.checkpoints is None else Path(self.checkpoints) / str(trial.number)
        if folder is not None:
            folder.parent.mkdir(parents=True, exist_ok=True)
        settings = suggest(trial, self.space)
        with self.notebook.trial(settings, checkpoint_dir=folder) as run:
            try:
                for epoch in run.epochs():
                    score = epoch.score(self.notebook.by)
                    if score is None:
                        continue
                    trial.report(score, epoch.epoch)
                    if trial.should_prune():
                        raise optuna.TrialPruned(f"pruned behind epoch {epoch.epoch}")
                final = run.result()
            except Infeasible as error:
                trial.set_user_attr("reason", error.message)
                raise optuna.TrialPruned(error.message) from None
        trial.set_user_attr("weights_sha256", final.weights_sha256)
        if final.objective is None:
            raise optuna.TrialPruned("what judges it is not defined")
        return final.objective


def suggest(trial: Any, space: Space) -> Mapping[str, Setting]:
    """The settings that Optuna suggests for a trial."""
    settings: dict[str, Setting] = {}
    for each in space:
        if isinstance(each, Choice):
            settings[each.name] = trial.suggest_categorical(each.name, each.values)
        elif isinstance(each, Floats):
            settings[each.name] = trial.suggest_float(each.name, each.low, each.high, log=each.log)
        else:
            settings[each.name] = trial.suggest_int(each.name, each.low, each.high, log=each.log)
    return settings
