"""Keras Tuner tries settings: `NotebookTuner(oracle, notebook, directory=…).search()`."""

import importlib.util
import math
import os
import shutil
from pathlib import Path
from typing import Any

# Keras looks for TensorFlow where nothing else is said; its networks are not used here.
if importlib.util.find_spec("tensorflow") is None:
    os.environ.setdefault("KERAS_BACKEND", "jax")

import keras_tuner

from .space import Choice, Floats, Space
from .trial import Infeasible, Notebook


class NotebookTuner(keras_tuner.engine.base_tuner.BaseTuner):
    """A tuner whose trials are trainings of a notebook; any oracle of Keras Tuner's leads it.

    The oracle needs `hyperparameters=hyperparameters(space)` and
    `objective=keras_tuner.Objective("objective", "min")`. Where it is Hyperband's, a trial goes on
    from the trial that it was promoted from.
    """

    def __init__(self, oracle: Any, notebook: Notebook, **options: Any) -> None:
        super().__init__(oracle=oracle, hypermodel=None, **options)
        self.notebook = notebook

    def run_trial(self, trial: Any, *_: Any, **__: Any) -> dict[str, float]:
        """Trains a network in the settings of a trial."""
        values = dict(trial.hyperparameters.values)
        settings = {name: value for name, value in values.items() if not name.startswith("tuner/")}
        epochs = values.get("tuner/epochs")
        state = None
        if epochs is not None:
            state = self._state(trial.trial_id)
            earlier = values.get("tuner/trial_id")
            if earlier and not state.exists():
                shutil.copytree(self._state(earlier), state)
        with self.notebook.trial(settings, epochs=epochs, checkpoint_dir=state) as run:
            try:
                final = run.result()
            except Infeasible as error:
                raise keras_tuner.errors.FailedTrialError(error.message) from None
        if final.objective is None or not math.isfinite(final.objective):
            raise keras_tuner.errors.FailedTrialError("what judges it is not defined")
        return {"objective": final.objective}

    def _state(self, number: str) -> Path:
        return Path(self.get_trial_dir(number)).absolute() / "overfit"

    def load_model(self, trial: Any) -> Any:
        """There are no models of Keras's here."""
        raise NotImplementedError("train the best settings in Overfit: train again rate=…")


def hyperparameters(space: Space) -> Any:
    """The space as Keras Tuner has it."""
    known = keras_tuner.HyperParameters()
    for each in space:
        if isinstance(each, Choice):
            known.Choice(each.name, list(each.values))
            continue
        sampling = "log" if each.log else "linear"
        if isinstance(each, Floats):
            known.Float(each.name, each.low, each.high, sampling=sampling)
        else:
            known.Int(each.name, each.low, each.high, sampling=sampling)
    return known
