"""Keras Tuner itself, over trials of the program itself."""

import pytest

from overfit_engines import Notebook, space

adapter = pytest.importorskip(
    "overfit_engines.keras_tuner", reason="Keras Tuner is not installed", exc_type=ImportError
)

import keras_tuner  # noqa: E402

from overfit_engines.keras_tuner import NotebookTuner, hyperparameters  # noqa: E402

SPACE = {"rate": (0.001, 0.3), "units": (2, 16), "activation": ["relu", "tanh"]}
OBJECTIVE = keras_tuner.Objective("objective", "min")


def tuner(notebook: Notebook, kind: type, domains: object, **options: object) -> NotebookTuner:
    oracle = kind(
        objective=OBJECTIVE,
        hyperparameters=hyperparameters(space(domains, notebook.program)),
        seed=1,
        **options,
    )
    return NotebookTuner(
        oracle, notebook, directory=str(notebook.folder), project_name="net", overwrite=True
    )


def test_a_bayesian_search_has_the_scores_of_its_trials(notebook: Notebook) -> None:
    kind = keras_tuner.oracles.BayesianOptimizationOracle
    search = tuner(notebook, kind, SPACE, max_trials=6)
    search.search()
    trials = search.oracle.trials.values()
    assert [trial.status for trial in trials] == ["COMPLETED"] * 6
    for trial in trials:
        with notebook.trial(trial.hyperparameters.values) as run:
            assert run.result().objective == trial.score


def test_promoted_trials_of_hyperband_go_on_to_the_weights_of_a_whole_training(
    notebook: Notebook,
) -> None:
    kind = keras_tuner.oracles.HyperbandOracle
    search = tuner(notebook, kind, {"rate": (0.001, 0.3)}, max_epochs=4, factor=2)
    search.search()
    promoted = [
        trial
        for trial in search.oracle.trials.values()
        if trial.hyperparameters.values.get("tuner/initial_epoch")
    ]
    assert promoted
    for trial in promoted:
        values = trial.hyperparameters.values
        with notebook.trial({"rate": values["rate"]}, epochs=values["tuner/epochs"]) as run:
            assert run.result().objective == trial.score


def test_a_trial_that_diverges_fails_and_the_search_goes_on(notebook: Notebook) -> None:
    kind = keras_tuner.oracles.GridSearchOracle
    search = tuner(notebook, kind, {"rate": [0.01, 1e300, 0.1]})
    search.search()
    statuses = {
        trial.hyperparameters.values["rate"]: trial.status
        for trial in search.oracle.trials.values()
    }
    assert statuses == {0.01: "COMPLETED", 1e300: "FAILED", 0.1: "COMPLETED"}
