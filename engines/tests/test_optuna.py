"""Optuna itself, over trials of the program itself."""

import pytest

from overfit_engines import Notebook, space

optuna = pytest.importorskip("optuna", reason="Optuna is not installed")

from overfit_engines.optuna import Objective  # noqa: E402

optuna.logging.set_verbosity(optuna.logging.WARNING)
SPACE = {"rate": (0.001, 0.3), "units": (2, 16), "activation": ["tanh", "relu"]}


def test_trials_are_reported_completed_and_pruned(notebook: Notebook) -> None:
    pruner = optuna.pruners.MedianPruner(n_startup_trials=3, n_warmup_steps=1)
    sampler = optuna.samplers.RandomSampler(seed=1)
    study = optuna.create_study(sampler=sampler, pruner=pruner)
    study.optimize(Objective(notebook, space(SPACE, notebook.program)), n_trials=12)
    states = [trial.state.name for trial in study.trials]
    assert states.count("COMPLETE") + states.count("PRUNED") == 12
    assert "PRUNED" in states
    for trial in study.trials:
        reported = [trial.intermediate_values[each] for each in sorted(trial.intermediate_values)]
        assert reported
        if trial.state.name == "COMPLETE":
            assert trial.value == pytest.approx(reported[-1])
        with notebook.trial(trial.params) as run:
            figures = [epoch.val_error for epoch in run.epochs()]
        assert figures[: len(reported)] == reported


def test_a_trial_that_diverges_is_told_with_its_reason(notebook: Notebook) -> None:
    study = optuna.create_study()
    study.enqueue_trial({"rate": 1e300})
    wide = space({"rate": (1e-3, 1e301)}, notebook.program)
    study.optimize(Objective(notebook, wide, notebook.folder / "states"), n_trials=1)
    assert study.trials[0].state.name == "PRUNED"
    assert "diverged" in study.trials[0].user_attrs["reason"]


def test_a_setting_that_is_none_stops_the_study(notebook: Notebook) -> None:
    from overfit_engines import BadCall, Floats

    with pytest.raises(BadCall):
        optuna.create_study().optimize(
            Objective(notebook, (Floats("rte", 0.1, 1, True),)), n_trials=3
        )
