"""Hyperopt itself, over trials of the program itself."""

import pytest

from overfit_engines import Notebook, space

hyperopt = pytest.importorskip("hyperopt", reason="Hyperopt is not installed")
numpy = pytest.importorskip("numpy")

from overfit_engines.hyperopt import Objective, points, settings  # noqa: E402

SPACE = {
    "rate": (0.001, 0.3),
    "units": (2, 16),
    "batch": (8, 64, "log"),
    "activation": ["relu", "tanh"],
}


def search(notebook: Notebook, domains: object, trials: int) -> tuple[object, object]:
    kept = hyperopt.Trials()
    answer = hyperopt.fmin(
        Objective(notebook),
        points(space(domains, notebook.program)),
        algo=hyperopt.tpe.suggest,
        max_evals=trials,
        trials=kept,
        rstate=numpy.random.default_rng(1),
        show_progressbar=False,
        verbose=False,
    )
    return kept, answer


def test_the_best_is_told_by_its_values(notebook: Notebook) -> None:
    kept, answer = search(notebook, SPACE, 24)
    assert kept.statuses() == ["ok"] * 24
    best = settings(space(SPACE, notebook.program), answer)
    assert best["activation"] in ("relu", "tanh")
    assert isinstance(best["units"], int) and 2 <= best["units"] <= 16
    assert isinstance(best["batch"], int) and 8 <= best["batch"] <= 64
    with notebook.trial(best) as trial:
        final = trial.result()
    assert final.objective == min(kept.losses())
    assert final.weights_sha256 == kept.best_trial["result"]["weights_sha256"]


def test_a_trial_that_diverges_is_a_failed_one(notebook: Notebook) -> None:
    kept, _ = search(notebook, {"rate": [0.01, 1e300]}, 8)
    statuses = set(kept.statuses())
    assert statuses == {"ok", "fail"}
    failed = next(each for each in kept.results if each["status"] == "fail")
    assert "diverged" in failed["reason"]
