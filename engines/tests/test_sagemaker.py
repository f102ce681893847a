"""SageMaker's folders below a root of the test's own, bare and through SageMaker's toolkit."""

import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import PACKAGE
from processes import calls, soon

from overfit_engines import Notebook


class Layout:
    """The folders of a job, as they are before it begins."""

    def __init__(self, root: Path, notebook: Notebook, values: dict[str, Any]) -> None:
        self.root = root
        channel = root / "input" / "data" / "training"
        channel.mkdir(parents=True)
        shutil.copy(notebook.folder / notebook.path, channel / "net.overfit")
        self.write("hyperparameters.json", values)
        self.write("inputdataconfig.json", {"training": {"TrainingInputMode": "File"}})
        self.write(
            "resourceconfig.json",
            {"current_host": "localhost", "hosts": ["localhost"], "network_interface_name": "lo"},
        )
        self.environment = {
            **os.environ,
            "SAGEMAKER_BASE_DIR": str(root),
            "OVERFIT": str(notebook.program),
        }

    def write(self, name: str, content: object) -> None:
        path = self.root / "input" / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))

    def train(self) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "overfit_engines.sagemaker", "train"]
        return subprocess.run(call, env=self.environment, capture_output=True, text=True)

    def result(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.root / "model" / "result.json").read_text())
        return found

    @property
    def failure(self) -> Path:
        return self.root / "output" / "failure"


def test_a_job_leaves_its_network_and_its_figures(notebook: Notebook, tmp_path: Path) -> None:
    job = Layout(tmp_path / "ml", notebook, {"rate": "0.05", "units": "4", "epochs": "5"})
    answer = job.train()
    assert answer.returncode == 0, answer.stderr
    with notebook.trial({"rate": 0.05, "units": 4}, epochs=5) as run:
        figures = [epoch.val_error for epoch in run.epochs()]
        final = run.result()
    result = job.result()
    assert result["weights_sha256"] == final.weights_sha256
    assert result["settings"] == {"rate": "0.05", "units": "4", "epochs": "5"}
    told = re.findall(r"^epoch=\d+; objective=([0-9.]+)$", answer.stdout, re.MULTILINE)
    assert [float(each) for each in told] == pytest.approx(figures, abs=1e-6)
    assert re.search(r"final_objective=([0-9.]+)", answer.stdout)
    assert (job.root / "model" / "network.safetensors").stat().st_size > 0
    assert not job.failure.exists()


def test_a_root_may_be_relative(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Layout(tmp_path / "ml", notebook, {})
    job.environment["SAGEMAKER_BASE_DIR"] = "ml"
    monkeypatch.chdir(tmp_path)
    assert job.train().returncode == 0
    assert job.result()["status"] == "complete"


def test_the_network_of_a_job_is_one_that_overfit_loads(notebook: Notebook, tmp_path: Path) -> None:
    job = Layout(tmp_path / "ml", notebook, {"units": "4"})
    assert job.train().returncode == 0
    lines = ["load network.safetensors", "show network"]
    answer = subprocess.run(
        [str(notebook.program)],
        input="\n".join(lines) + "\n",
        cwd=job.root / "model",
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "dense 4" in answer.stdout


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"rate": "1e300"}, "diverged"),
        ({"rte": "0.1"}, "did you mean: rate"),
        ({"notebook": "other.overfit"}, "0 other.overfit in"),
        ({"seed": "x"}, "invalid literal"),
    ],
)
def test_a_failure_says_its_reason(
    notebook: Notebook, tmp_path: Path, values: dict[str, str], words: str
) -> None:
    job = Layout(tmp_path / "ml", notebook, values)
    assert job.train().returncode == 1
    assert words in job.failure.read_text()
    assert not (job.root / "model" / "result.json").exists()


def test_a_job_that_is_ended_keeps_its_state_and_goes_on(
    notebook: Notebook, tmp_path: Path
) -> None:
    job = Layout(tmp_path / "ml", notebook, {"epochs": "1000000"})
    call = [sys.executable, "-m", "overfit_engines.sagemaker", "train"]
    with subprocess.Popen(call, env=job.environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline().startswith("epoch=1;")
        run.send_signal(signal.SIGTERM)
        run.stdout.read()
    assert run.returncode == 0
    result = job.result()
    assert result["status"] == "stopped" and result["epochs"] >= 1
    job.write("hyperparameters.json", {"epochs": str(result["epochs"] + 2)})
    assert job.train().returncode == 0
    assert job.result()["status"] == "complete"
    with notebook.trial({}, epochs=result["epochs"] + 2) as trial:
        assert job.result()["weights_sha256"] == trial.result().weights_sha256
    assert soon(lambda: not calls(str(job.root)))


@pytest.mark.skipif(
    importlib.util.find_spec("sagemaker_training") is None,
    reason="sagemaker-training is not installed",
)
@pytest.mark.parametrize("rate", ["0.05", "1e300"])
def test_the_toolkit_runs_a_job(notebook: Notebook, tmp_path: Path, rate: str) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "train.py").write_text(
        "import sys\nfrom overfit_engines.sagemaker import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    values = {
        "rate": rate,
        "optimizer": '"adam"',
        "amsgrad": "false",
        "sagemaker_program": '"train.py"',
        "sagemaker_submit_directory": json.dumps(str(code)),
        "sagemaker_job_name": '"net"',
        "sagemaker_region": '"nowhere"',
    }
    job = Layout(tmp_path / "ml", notebook, values)
    toolkit = (
        "from sagemaker_training import entry_point, environment\n"
        "found = environment.Environment()\n"
        "entry_point.run(found.module_dir, found.user_entry_point, found.to_cmd_args(),"
        " found.to_env_vars())\n"
    )
    job.environment["PYTHONPATH"] = str(PACKAGE)
    answer = subprocess.run(
        [sys.executable, "-c", toolkit], env=job.environment, capture_output=True, text=True
    )
    if rate == "1e300":
        assert answer.returncode != 0
        assert "diverged" in job.failure.read_text()
        return
    assert answer.returncode == 0, answer.stderr
    with notebook.trial({"rate": 0.05, "optimizer": "adam", "amsgrad": False}) as run:
        assert job.result()["weights_sha256"] == run.result().weights_sha256
