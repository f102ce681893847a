"""The contract of `overfit trial`, asked of the program itself."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from processes import is_running, soon

from overfit_engines import (
    BadCall,
    BadData,
    FileTrouble,
    Infeasible,
    Interrupted,
    Killed,
    Notebook,
    TrialError,
    version,
)
from overfit_engines.trial import error, typed

LONG = 1_000_000


def test_a_trial_says_its_start_its_epochs_and_what_it_came_to(notebook: Notebook) -> None:
    with notebook.trial({"rate": 0.05, "units": 4}) as trial:
        epochs = list(trial.epochs())
        final = trial.result()
    assert trial.start is not None
    assert trial.start.params == {"rate": 0.05, "units": 4}
    assert [each.epoch for each in epochs] == [1, 2, 3, 4, 5, 6]
    assert (final.status, final.metric, final.mode, final.epochs) == (
        "complete",
        "val_error",
        "min",
        6,
    )
    assert final.objective == pytest.approx(epochs[-1].val_error)
    assert epochs[-1].score() == epochs[-1].val_error
    assert epochs[-1].score("loss") == epochs[-1].val_loss
    assert epochs[-1].score("f1") is None


def test_the_same_call_gives_the_same_weights_and_another_seed_others(notebook: Notebook) -> None:
    def weights(of: Notebook) -> str | None:
        with of.trial({"rate": 0.03}) as trial:
            return trial.result().weights_sha256

    assert weights(notebook) == weights(notebook) == weights(replace(notebook, seed=0))
    assert weights(notebook) != weights(replace(notebook, seed=1))


def test_what_judges_by_more_is_maximized(notebook: Notebook) -> None:
    with replace(notebook, by="accuracy").trial({}) as trial:
        final = trial.result()
    assert final.mode == "max"
    assert final.objective is not None and final.loss == -final.objective


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({"rate": 1e300}, Infeasible),
        ({"rte": 0.1}, BadCall),
        ({"rate": "fast"}, BadCall),
        ({"units": 0}, BadCall),
    ],
)
def test_each_status_is_an_error_of_its_own(
    notebook: Notebook, settings: dict[str, str], kind: type[TrialError]
) -> None:
    with notebook.trial(settings) as trial, pytest.raises(kind) as raised:
        trial.result()
    assert raised.value.message.startswith("overfit: ")
    with pytest.raises(kind):
        trial.result()


def test_a_trial_that_diverged_says_so_in_its_last_line_too(notebook: Notebook) -> None:
    with notebook.trial({"rate": 1e300}) as trial, pytest.raises(Infeasible, match="diverged"):
        trial.result()
    assert trial.final is not None
    assert (trial.final.status, trial.final.objective) == ("diverged", None)
    assert trial.final.loss == float("inf")


def test_a_notebook_without_training_and_one_that_is_not_there(notebook: Notebook) -> None:
    (notebook.folder / "data.overfit").write_text("data circles\n")
    for name, kind in (("data.overfit", BadData), ("none.overfit", FileTrouble)):
        with replace(notebook, path=name).trial({}) as trial, pytest.raises(kind):
            trial.result()


def test_statuses_that_no_table_lists_are_errors_all_the_same() -> None:
    assert isinstance(error(-9, ""), Killed)
    assert isinstance(error(143, ""), Killed)
    assert type(error(1, "")) is TrialError
    assert str(error(1, "")) == "overfit trial ended with status 1"


def test_a_program_that_is_not_there_is_named(notebook: Notebook) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-program"):
        replace(notebook, program="no-such-program").trial({})


def test_leaving_the_block_ends_the_training(notebook: Notebook) -> None:
    with notebook.trial({}, epochs=LONG) as trial:
        next(trial.epochs())
        assert is_running(trial.pid)
    assert not is_running(trial.pid)


def test_a_training_that_was_stopped_goes_on_to_the_same_weights(notebook: Notebook) -> None:
    kept, unbroken = notebook.folder / "kept", notebook.folder / "unbroken"
    with notebook.trial({}, epochs=LONG, checkpoint_dir=kept) as trial:
        epochs = trial.epochs()
        while next(epochs).epoch < 3:
            pass
        os.kill(trial.pid, signal.SIGTERM)
        with pytest.raises(Interrupted):
            list(epochs)
    assert trial.final is not None and trial.final.status == "stopped"
    reached = trial.final.epochs
    # A copy of the folder is a trial of its own.
    shutil.copytree(kept, notebook.folder / "copy")
    end = reached + 5
    with notebook.trial({}, epochs=end, checkpoint_dir=unbroken) as trial:
        expected = trial.result()
    for folder in (kept, notebook.folder / "copy"):
        with notebook.trial({}, epochs=end, checkpoint_dir=folder, resume="must") as trial:
            first = next(trial.epochs())
            final = trial.result()
        assert trial.start is not None and first.epoch == trial.start.resumed_from + 1
        assert final == expected


def test_one_that_must_go_on_needs_a_state(notebook: Notebook) -> None:
    with (
        notebook.trial({}, checkpoint_dir=notebook.folder / "none", resume="must") as trial,
        pytest.raises(BadData),
    ):
        trial.result()


def test_a_time_limit_stops_a_training(notebook: Notebook) -> None:
    limited = replace(notebook, time_limit=1)
    with limited.trial({}, epochs=LONG) as trial, pytest.raises(TrialError) as raised:
        trial.result()
    assert raised.value.status in (75, 130)


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv is not installed")
def test_a_training_ends_with_the_program_that_started_it(notebook: Notebook) -> None:
    code = (
        "import os, sys; from overfit_engines import Notebook\n"
        f"net = Notebook('net.overfit', program={notebook.program!r})\n"
        f"trial = net.trial({{}}, epochs={LONG})\n"
        "next(trial.epochs()); print(trial.pid, flush=True); os.kill(os.getpid(), 9)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=notebook.folder, capture_output=True, text=True
    )
    assert answer.returncode == -signal.SIGKILL
    assert soon(lambda: not is_running(int(answer.stdout)))


def test_values_are_typed_as_at_the_prompt() -> None:
    class Scalar:
        def item(self) -> float:
            return 0.5

    assert [typed(each) for each in (True, 8, 32.0, 0.1, 1e-05, "adam", Scalar())] == [
        "yes",
        "8",
        "32",
        "0.1",
        "1e-05",
        "adam",
        "0.5",
    ]


def test_paths_hold_where_a_tuner_changes_the_folder(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = os.path.relpath(str(notebook.program), tmp_path)
    monkeypatch.chdir(tmp_path)
    here = Notebook("net.overfit", program=program)
    monkeypatch.chdir("/")
    with here.trial({}, epochs=1) as trial:
        assert trial.result().epochs == 1


def test_the_program_has_a_version(program: str) -> None:
    assert version(program)
