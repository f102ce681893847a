"""The engine that Overfit starts, on clusters of this machine."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engine import PATIENCE, STAND_IN, Engine, alone, order, study, without_node
from gate import Gate
from processes import calls, is_running, short_folder, soon

from overfit_engines.ray import train

HAS_RAY = subprocess.run([sys.executable, "-c", "import ray"], capture_output=True).returncode == 0
needs_ray = pytest.mark.skipif(not HAS_RAY, reason="Ray is not installed")


def strange(folder: Path) -> Path:
    """A folder with modules that somebody may have put there; they leave their names in `run`."""
    strangers = folder / "strangers"
    strangers.mkdir()
    line = f"print(__name__, file=open({str(folder / 'run')!r}, 'a'))\n"
    for name in [*sys.stdlib_module_names, "ray", "overfit_engines", "sitecustomize"]:
        (strangers / f"{name}.py").write_text(line)
    return strangers


@needs_ray
def test_a_cluster_of_this_machine_trains_cancels_and_ends(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    pids.mkdir()
    # Too long for the sockets of Ray.
    place = tmp_path / "a folder for what is needed for a while"
    place.mkdir()
    with Engine({"TMPDIR": str(place)}, folder=strange(tmp_path)) as engine:
        start = study(tmp_path, workers=2, environment={"STAND_IN_PIDS": str(pids)})
        engine.say(start)
        ready = engine.answer()
        assert ready["event"] == "ready" and ready["engine"].startswith("ray ")
        assert (ready["nodes"], ready["cpus"]) == (1, 2)

        orders = [order(number) for number in range(5)] + [order(5, [1, 3, 9])]
        orders += [{"id": 6, "settings": [["rate", "1e300"]], "epochs": None}]
        for each in orders:
            engine.trial(each)
        answers = engine.answers(len(orders))
        assert without_node(answers) == alone(orders, start)
        assert [each["epoch"] for each in answers[5]["final"]["scores"]] == [1, 3, 9]
        assert (answers[6]["status"], answers[6]["final"]["status"]) == (3, "failed")

        # The same number again, further.
        engine.trial(order(5, [27]))
        assert engine.answer()["final"]["epochs"] == 27
        trained = set(pids.iterdir())
        engine.say({"op": "cancel"})
        assert engine.leave() == 0
    assert soon(lambda: not calls(STAND_IN))
    assert not any(is_running(int(each.name)) for each in trained)
    assert not (tmp_path / "run").exists()


@pytest.fixture(scope="module", autouse=True)
def address_folder() -> None:
    """Where Ray notes the address of a cluster, which it expects to be there."""
    place = os.environ.get("RAY_TMPDIR") or os.environ.get("TMPDIR") or "/tmp"
    Path(place, "ray").mkdir(exist_ok=True)


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    return Gate(tmp_path_factory.mktemp("gate"))


@pytest.fixture(scope="module")
def size(gate: Gate) -> dict[str, Any]:
    """What a node is started with."""
    if shutil.which("setpriv") is None:
        pytest.skip("there is no setpriv here, by which the trials of a node are held up")
    environment = gate.environment()
    return {"num_cpus": 1, "object_store_memory": 80_000_000, "env_vars": environment}


def marked(size: dict[str, Any], **variables: str) -> dict[str, Any]:
    """What the node is started with by which one trial at least comes."""
    return {**size, "env_vars": {**size["env_vars"], **variables}}


@pytest.fixture(scope="module")
def cluster(size: dict[str, Any]) -> Iterator[Any]:
    """Two nodes on this machine, one processor each; whoever needs another one adds it."""
    from ray.cluster_utils import Cluster

    with short_folder() as place:
        head = {**size, "include_dashboard": False, "temp_dir": place}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        try:
            cluster.add_node(**size)
            yield cluster
        finally:
            cluster.shutdown()


@needs_ray
@pytest.mark.parametrize("end", ["end of input", "SIGTERM"])
def test_what_is_called_off_leaves_no_process(cluster: Any, tmp_path: Path, end: str) -> None:
    pids = tmp_path / "pids"
    pids.mkdir()
    seconds = {"STAND_IN_PIDS": str(pids), "STAND_IN_SECONDS": "600"}

    def begin(engine: Engine) -> list[int]:
        """Four trials, of which two can run."""
        known = set(pids.iterdir())
        for number in range(4):
            engine.trial(order(number))
        assert soon(lambda: len(set(pids.iterdir()) - known) == 2, PATIENCE)
        return [int(each.name) for each in set(pids.iterdir()) - known]

    # On a cluster that was there before, and on one that begins with the engine.
    address = cluster.address if end == "SIGTERM" else None
    with Engine() as engine:
        engine.say(study(tmp_path, address=address, workers=2, environment=seconds))
        assert engine.answer()["event"] == "ready"
        running = begin(engine)
        # A Ctrl-C is not for the engine: it goes on.
        engine.process.send_signal(signal.SIGINT)
        engine.say({"op": "cancel"})
        assert soon(lambda: not any(is_running(each) for each in running), PATIENCE)
        engine.trial({"id": 9, "settings": [["rate", "1e300"]], "epochs": None})
        assert engine.answer()["id"] == 9
        running = begin(engine)
        if end == "SIGTERM":
            engine.process.terminate()
            assert engine.process.wait(PATIENCE) == 0
        else:
            assert engine.leave() == 0
        assert engine.is_silent()
    assert soon(lambda: not any(is_running(each) for each in running), PATIENCE)
    assert len(list(pids.iterdir())) == 4


@needs_ray
def test_a_node_that_is_killed_changes_no_result(
    cluster: Any, size: dict[str, Any], gate: Gate, tmp_path: Path
) -> None:
    dying = cluster.add_node(**marked(size, GATE_MARK="stay"))
    start = study(tmp_path, address=cluster.address)
    gate.shut(free=6)
    with Engine() as engine:
        engine.say(start)
        ready = engine.answer()
        assert (ready["nodes"], ready["cpus"]) == (3, 3)
        orders = [order(number) for number in range(12)]
        for each in orders:
            engine.trial(each)
        # It is killed with a trial on it, and with as many behind it as before.
        answers = [engine.answer() for _ in range(6)]
        assert soon(gate.has_seen, PATIENCE)
        cluster.remove_node(dying, allow_graceful=False)
        answers = sorted(answers + engine.answers(6), key=lambda each: int(each["id"]))
        assert without_node(answers) == alone(orders, start)
        assert engine.leave() == 0


LINES = """data spirals points=1000 noise=0.1
split train=60% validation=40%
network
add dense 16 tanh
add dense 1 sigmoid
train epochs=2 optimizer=adam rate=0.01
SEARCH
best
"""
SEARCH = "search random rate=0.001..1 log units=2..8 trials=12 epochs=4"


@needs_ray
def test_a_search_prints_the_bytes_of_one_thread_though_a_node_is_killed(
    cluster: Any, size: dict[str, Any], gate: Gate, tmp_path: Path, program: str
) -> None:
    manual = subprocess.run([program, "--man"], capture_output=True, text=True).stdout
    if "expect" not in manual:
        pytest.skip("this program knows no engine=ray")

    def prompt(search: str) -> subprocess.Popen[str]:
        lines = tmp_path / "lines"
        lines.write_text(LINES.replace("SEARCH", search))
        return subprocess.Popen(
            [program, "--threads", "1"],
            stdin=lines.open(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=tmp_path,
            env={**os.environ, "OVERFIT_PYTHON": sys.executable},
            text=True,
        )

    here = prompt(SEARCH).communicate()[0]
    assert "lowest error" in here
    dying = cluster.add_node(**marked(size, GATE_MARK="stay"))
    words = f' engine=ray address="{cluster.address}"'
    gate.shut(free=6)
    run = prompt(SEARCH + words)
    try:
        # Half-way it is killed, with a trial on it.
        soon(lambda: gate.has_seen() or run.poll() is not None, PATIENCE)
        cluster.remove_node(dying, allow_graceful=False)
        there = run.communicate(timeout=PATIENCE)[0]
    finally:
        run.kill()
    assert there.replace(words, "") == here
    assert gate.has_seen()


@needs_ray
def test_a_node_with_another_version_or_other_data_is_named(
    cluster: Any, size: dict[str, Any], gate: Gate, tmp_path: Path
) -> None:
    data = tmp_path / "points.csv"
    data.write_text("x,y\n1,2\n")
    digest = hashlib.sha256(data.read_bytes()).hexdigest()
    files = [{"path": "points.csv", "sha256": digest}]
    start = study(tmp_path, address=cluster.address, files=files)
    cluster.add_node(**marked(size, GATE_MARK="pass", STAND_IN_VERSION="0.9"))
    gate.shut(free=4)
    with Engine() as engine:
        engine.say(start)
        engine.answer()
        for number in range(9):
            engine.trial(order(number))
        answers = engine.answers(9)
        refused = [each for each in answers if each["status"] == 65]
        assert {each["final"]["reason"] for each in refused} == {
            "the program is version 0.9, the study's is 1.0"
        }
        guilty = {each["node"] for each in refused}
        assert len(guilty) == 1
        assert not guilty & {each["node"] for each in answers if each["status"] == 0}
        # A trial has two reasons on that node, and elsewhere one.
        data.write_text("x,y\n1,3\n")
        other = hashlib.sha256(data.read_bytes()).hexdigest()
        gate.shut(free=0)
        for number in range(9):
            engine.trial(order(number))
        answers = engine.answers(9)
        assert all(each["status"] == 65 and each["node"] for each in answers)
        reason = f"points.csv has other bytes here (sha256 {other})"
        assert reason in {each["final"]["reason"] for each in answers}
        assert engine.leave() == 0


@needs_ray
def test_a_cluster_that_is_gone(tmp_path: Path) -> None:
    from ray.cluster_utils import Cluster

    pids = tmp_path / "pids"
    pids.mkdir()
    slow = {"STAND_IN_PIDS": str(pids), "STAND_IN_SECONDS": "600"}
    with short_folder() as place:
        head = {"num_cpus": 1, "include_dashboard": False, "temp_dir": place}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        with Engine() as engine:
            engine.say(study(tmp_path, address=cluster.address, environment=slow))
            assert engine.answer()["event"] == "ready"
            engine.trial(order(1))
            assert soon(lambda: len(list(pids.iterdir())) == 1, PATIENCE)
            cluster.remove_node(cluster.head_node, allow_graceful=False)
            answer = engine.answer()
            assert answer["event"] == "failed" and "nobody answers at" in answer["message"]
            # As Overfit does with what takes long to end.
            engine.process.kill()
    pid = int(next(pids.iterdir()).name)
    assert soon(lambda: not is_running(pid), PATIENCE)


@needs_ray
def test_an_address_where_nobody_is(tmp_path: Path) -> None:
    with Engine() as engine:
        engine.say(study(tmp_path, address="127.0.0.1:1"))
        answer = engine.answer()
        assert answer["event"] == "failed"
        assert "nobody answers at 127.0.0.1:1" in answer["message"]
        assert answer["hint"].startswith("ray start")
        assert engine.process.wait(PATIENCE) == 1


def test_without_ray_the_engine_says_what_to_type(tmp_path: Path) -> None:
    (tmp_path / "ray.py").write_text("raise ImportError('no ray')\n")
    path = os.pathsep.join([str(tmp_path), os.environ["PYTHONPATH"]])
    with Engine({"PYTHONPATH": path}) as engine:
        engine.say(study(tmp_path))
        answer = engine.answer()
        assert answer["event"] == "failed" and "Ray is not installed" in answer["message"]
        assert answer["hint"] == f"{sys.executable} -m pip install ray"
        assert engine.process.wait(PATIENCE) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (None, "Ray can't begin a cluster on this machine: "),
        ("auto", "the cluster at auto can't be joined: "),
    ],
)
def test_why_there_is_no_cluster(tmp_path: Path, address: str | None, words: str) -> None:
    mismatch = "The cluster was started with:\n    Ray: 2.9\nThis process with:\n    Ray: 2.60\n"
    lines = f"def init(**_):\n    raise RuntimeError({mismatch!r})\n"
    (tmp_path / "ray.py").write_text(lines)
    path = os.pathsep.join([str(tmp_path), os.environ["PYTHONPATH"]])
    with Engine({"PYTHONPATH": path}) as engine:
        engine.say(study(tmp_path, address=address))
        answer = engine.answer()
        whole = "The cluster was started with: Ray: 2.9 This process with: Ray: 2.60"
        assert (answer["event"], answer["message"]) == ("failed", words + whole)
        assert answer["hint"]
        assert engine.process.wait(PATIENCE) == 1


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["no order"], "a line is no order: no order"),
        (['{"op": "trial", "id": 1}'], '"trial" came before "start"'),
        (['{"op": "start", "protocol": 2}'], "another version"),
    ],
)
def test_what_is_no_order_ends_the_engine(lines: list[str], words: str) -> None:
    with Engine() as engine:
        assert engine.process.stdin is not None
        engine.process.stdin.write("\n".join(lines) + "\n")
        engine.process.stdin.flush()
        answer = engine.answer()
        assert answer["event"] == "failed" and words in answer["message"]
        assert engine.process.wait(PATIENCE) == 1


def test_an_engine_that_is_asked_nothing_ends_well() -> None:
    with Engine() as engine:
        assert engine.leave() == 0


def test_a_node_without_the_program_or_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = study(tmp_path / "none", program="/none/overfit")
    (tmp_path / "overfit").symlink_to(STAND_IN)
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{path}")
    assert train(order(1), elsewhere)["final"] == train(order(1), study(tmp_path))["final"]
    monkeypatch.setenv("PATH", "/none")
    refused = train(order(1), elsewhere)
    assert refused["status"] == 65 and "not on this node" in refused["final"]["reason"]
