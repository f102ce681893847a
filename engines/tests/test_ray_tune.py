"""Ray Tune itself, over trials of the program itself."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from processes import calls, short_folder, soon

from overfit_engines import Notebook, space

os.environ.setdefault("RAY_AIR_NEW_OUTPUT", "0")
ray = pytest.importorskip("ray", reason="Ray is not installed")
tune = pytest.importorskip("ray.tune", reason="Ray Tune is not installed", exc_type=ImportError)

from ray.tune.schedulers import ASHAScheduler  # noqa: E402

from overfit_engines.ray_tune import domains, trainable  # noqa: E402


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    with short_folder() as place:
        ray.init(
            address="local",
            num_cpus=2,
            include_dashboard=False,
            object_store_memory=80_000_000,
            log_to_driver=False,
            logging_level="ERROR",
            _temp_dir=place,
        )
        yield
        ray.shutdown()


def tuner(
    notebook: Notebook, function: object, known: object, failures: int = 0, **options: object
) -> object:
    return tune.Tuner(
        function,
        param_space=known,
        tune_config=tune.TuneConfig(metric="objective", mode="min", **options),
        run_config=tune.RunConfig(
            name="net",
            storage_path=str(notebook.folder / "tune"),
            verbose=0,
            failure_config=tune.FailureConfig(max_failures=failures),
        ),
    )


@pytest.mark.usefixtures("cluster")
def test_asha_ends_trials_early_and_leaves_no_process(notebook: Notebook) -> None:
    long = replace(notebook, epochs=2000)
    known = domains(space({"rate": (0.0001, 0.3), "units": (2, 16)}, notebook.program))
    scheduler = ASHAScheduler(time_attr="epoch", max_t=12, grace_period=2, reduction_factor=2)
    results = tuner(long, trainable(long), known, num_samples=4, scheduler=scheduler).fit()
    assert not results.errors
    assert len(results) == 4
    for result in results:
        assert result.metrics["epoch"] <= 12 + 1
        last = result.metrics
        with notebook.trial(result.config, epochs=last["epoch"]) as run:
            figures = [epoch.val_error for epoch in run.epochs()]
        assert figures[-1] == last["objective"] == last["val_error"]
    assert any(result.metrics["epoch"] < 12 for result in results)
    assert soon(lambda: not calls(str(notebook.folder / "net.overfit")))


@pytest.mark.usefixtures("cluster")
def test_a_trial_goes_on_from_its_checkpoint(notebook: Notebook) -> None:
    # Epochs that take longer than a report does.
    slow = {"rate": 0.05, "units": 256, "batch": 1, "layers": 3}
    path = notebook.folder / notebook.path
    path.write_text(path.read_text().replace("points=200", "points=1500"))
    broken = notebook.folder / "broken"

    def once(config: dict[str, float]) -> None:
        """Fails behind an epoch, the first time."""
        report = tune.report

        def count(metrics: dict[str, float], checkpoint: object = None) -> None:
            report(metrics, checkpoint=checkpoint)
            if metrics["epoch"] == 3 and not broken.exists():
                broken.touch()
                raise RuntimeError("broken for a test")

        tune.report = count
        try:
            trainable(notebook, checkpoints=True)(config)
        finally:
            tune.report = report

    result = tuner(notebook, once, slow, failures=1).fit()[0]
    assert broken.exists() and result.error is None
    assert list(result.metrics_dataframe["epoch"]) == [1, 2, 3, 4, 5, 6]
    with notebook.trial(slow) as run:
        assert result.metrics["val_loss"] == [epoch.val_loss for epoch in run.epochs()][-1]
    kept = Path(result.checkpoint.path)
    with notebook.trial(slow, checkpoint_dir=kept) as run:
        run.result()
    assert run.start is not None and run.start.resumed_from == 6


@pytest.mark.usefixtures("cluster")
def test_a_trial_that_diverges_says_why(notebook: Notebook) -> None:
    result = tuner(notebook, trainable(notebook), {"rate": 1e300}).fit()[0]
    assert result.metrics["objective"] == float("inf")
    assert "diverged" in result.metrics["reason"]
