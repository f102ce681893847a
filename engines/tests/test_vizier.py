"""Vizier itself, over trials of the program itself."""

import pytest

from overfit_engines import Notebook, space

pytest.importorskip("vizier.service.clients", reason="Vizier is not installed")

from vizier.service import clients, pyvizier  # noqa: E402

from overfit_engines.vizier import configuration, search  # noqa: E402

clients.environment_variables.servicer_use_sql_ram()
SPACE = {"rate": (0.001, 0.3), "units": (2, 16), "batchnorm": [True, False]}
RANDOM = "RANDOM_SEARCH"


def study(config: object, name: str) -> object:
    return clients.Study.from_study_config(config, owner="overfit", study_id=name)


def test_trials_are_suggested_and_completed(notebook: Notebook) -> None:
    known = space(SPACE, notebook.program)
    asked = study(configuration(known, algorithm=RANDOM), "random")
    search(asked, notebook, known, trials=6)
    trials = [trial.materialize() for trial in asked.trials()]
    assert [trial.status.name for trial in trials] == ["COMPLETED"] * 6
    for trial in trials:
        values = trial.parameters.as_dict()
        settings = {**values, "batchnorm": values["batchnorm"] == "True"}
        with notebook.trial(settings) as run:
            assert run.result().objective == trial.final_measurement.metrics["objective"].value


def test_a_trial_that_diverges_is_infeasible(notebook: Notebook) -> None:
    known = space({"rate": [1e300]}, notebook.program)
    asked = study(configuration(known, algorithm=RANDOM), "diverging")
    search(asked, notebook, known, trials=1)
    trial = next(iter(asked.trials())).materialize()
    assert trial.infeasible and "diverged" in trial.infeasibility_reason


def test_a_study_that_stops_early_is_asked_behind_each_epoch(notebook: Notebook) -> None:
    known = space(SPACE, notebook.program)
    config = configuration(known, algorithm=RANDOM)
    config.automated_stopping_config = pyvizier.AutomatedStoppingConfig.default_stopping_spec()
    asked = study(config, "stopping")
    search(asked, notebook, known, trials=4, stops_early=True)
    trials = [trial.materialize() for trial in asked.trials()]
    assert [trial.status.name for trial in trials] == ["COMPLETED"] * 4
    assert all(trial.measurements for trial in trials)
