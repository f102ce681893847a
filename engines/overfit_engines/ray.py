"""Runs the trials of a search on a Ray cluster.

Overfit starts this module, says on its standard input which trials to train, and reads on its
standard output what they came to, a JSON object a line. Overfit decides; this program only runs.
"""

import contextlib
import json
import os
import queue
import shutil
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import child
from .child import Child

PROTOCOL = 1
# A trial whose node died is run again elsewhere so many times.
RETRIES = 5
# How many bytes the name of a folder has in which Ray's sockets still have room.
LONGEST_PLACE = 20
# How often a cluster is looked for, in seconds, while it says nothing, and after how many times in
# vain it is given up: its head may begin anew.
GLANCE = 5
SILENCES = 3
GONE = "ray start --head, on the machine of that address; or search without address="
UPDATING = "python3 -m pip install './engines[ray]', in a checkout of this version of Overfit"

Message = dict[str, Any]


class Failure(Exception):
    """Why the engine can't go on, and what to type."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def call_of(order: Mapping[str, Any], study: Mapping[str, Any], cells: Path) -> list[str]:
    """The call that trains a trial on the node where it is made."""
    program = study["program"]
    call = [program if os.access(program, os.X_OK) else "overfit", "trial", str(cells)]
    call += ["--search", study["search"]]
    for name, value in order["settings"]:
        call += ["--set", f"{name}={value}"]
    if order.get("epochs"):
        call += ["--at", ",".join(str(epoch) for epoch in order["epochs"])]
    call += ["--expect-version", study["version"]]
    for file in study.get("files", ()):
        call += ["--expect", f"{file['path']}={file['sha256']}"]
    return [*call, "--threads", "1"]


def train(order: Message, study: Message) -> Message:
    """Trains a trial on this node: its exit status, its last line, and what people are told."""
    with tempfile.TemporaryDirectory(prefix="overfit-") as temporary:
        cells = Path(temporary) / "cells.overfit"
        cells.write_text(study["notebook"], encoding="utf-8")
        folder = study["folder"] if os.path.isdir(study["folder"]) else temporary
        call = call_of(order, study, cells)
        try:
            run = Child(call, folder, study.get("environment"), patience=5)
        except OSError as error:
            reason = f"the program is not on this node: {error}"
            return {
                "status": 65,
                "final": {"event": "final", "status": "refused", "reason": reason},
            }
        with run:
            lines = [event for event in run.events() if event.get("event") == "final"]
            result: Message = {"status": run.wait()}
            if lines:
                result["final"] = lines[-1]
            if result["status"] != 0:
                result["message"] = run.complaint()
            return result


def train_there(order: Message, study: Message) -> Message:
    """Trains a trial as a task of Ray's, and says on which node."""
    import ray

    # A cluster that was started in the background ignores what Ray cancels a task with.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return {**train(order, study), "node": ray.get_runtime_context().get_node_id()}


class Engine:
    """The trials under way on a cluster, and the two pipes to Overfit."""

    def __init__(self, answers: int) -> None:
        self._answers = os.fdopen(answers, "w", encoding="utf-8")
        # Of the queues only this kind takes something from the handler of a signal.
        self._inbox: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._waiting: list[Message] = []
        self._running: dict[Any, Message] = {}
        self._known: dict[str, str] = {}
        self._most: int | None = None
        self._temporary: str | None = None
        self._address = ""
        self._silences = 0
        self._ray: Any = None

    def run(self) -> int:
        """Answers until standard input ends."""
        self._heed_signals()
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self._converse()
        except Failure as failure:
            self._say({"event": "failed", "message": str(failure), "hint": failure.hint})
            return 1
        finally:
            self._leave()
        return 0

    def _heed_signals(self) -> None:
        """A Ctrl-C at the prompt is Overfit's to see; SIGTERM is what the end of input is.

        The handlers are Python's, so that the programs that are started have the usual ones.
        """
        signal.signal(signal.SIGINT, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._inbox.put(("end", None)))

    def _listen(self) -> None:
        for line in sys.stdin:
            if line.strip():
                self._inbox.put(("line", line))
        self._inbox.put(("end", None))

    def _say(self, message: Message) -> None:
        with contextlib.suppress(BrokenPipeError):
            print(json.dumps(message), file=self._answers, flush=True)

    def _converse(self) -> None:
        while True:
            try:
                kind, what = self._inbox.get(timeout=GLANCE)
            except queue.Empty:
                self._look_for_nodes()
                continue
            if kind == "end":
                return
            if kind == "line":
                self._obey(what)
            elif kind == "done":
                self._finish(what)
            self._fill()

    def _obey(self, line: str) -> None:
        try:
            order = json.loads(line)
            operation = order["op"]
        except (ValueError, TypeError, KeyError):
            raise Failure(f"a line is no order: {line.strip()[:80]}", UPDATING) from None
        if operation == "start":
            self._start(order)
        elif self._ray is None:
            raise Failure(f'"{operation}" came before "start"', UPDATING)
        elif operation == "trial":
            self._waiting.append(order)
        elif operation == "cancel":
            self._cancel()
        else:
            raise Failure(f'"{operation}" is no order that this engine knows', UPDATING)

    def _start(self, order: Message) -> None:
        if order.get("protocol") != PROTOCOL:
            raise Failure("this engine is of another version than Overfit", UPDATING)
        ray = _imported()
        self._most = order.get("workers")
        self._address = _join(ray, order.get("address"), self._most, self._folder)
        # Ray has set its own meanwhile.
        self._heed_signals()
        # The nodes need Overfit and Ray; what is run there of this package goes along.
        ray.cloudpickle.register_pickle_by_value(child)
        ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
        self._ray = ray
        self._task = ray.remote(train_there).options(num_cpus=1, max_retries=RETRIES)
        self._study = ray.put(order)
        cpus = ray.cluster_resources().get("CPU", 0)
        nodes = len(self._nodes())
        engine = f"ray {ray.__version__}"
        self._say({"event": "ready", "engine": engine, "nodes": nodes, "cpus": int(cpus)})

    def _folder(self) -> str:
        """A folder for a cluster of our own, which goes with it."""
        # Names of sockets lie in it, and the system allows these 107 bytes.
        usual = tempfile.gettempdir()
        place = usual if len(os.fsencode(usual)) <= LONGEST_PLACE else "/tmp"
        self._temporary = tempfile.mkdtemp(prefix="overfit-ray-", dir=place)
        return self._temporary

    def _nodes(self) -> dict[str, str]:
        """The nodes that are alive: their addresses, with more where two have the same."""
        alive = [node for node in self._ray.nodes() if node["Alive"]]
        addresses = [node["NodeManagerAddress"] for node in alive]
        return {
            node["NodeID"]: address
            if addresses.count(address) == 1
            else f"{address} ({node['NodeID'][:8]})"
            for node, address in zip(alive, addresses, strict=True)
        }

    def _name(self, node: str) -> str:
        """What a node is called; it keeps its name when it is gone."""
        if node not in self._known:
            self._known.update(self._nodes())
        return self._known.get(node, node)

    def _fill(self) -> None:
        while self._waiting and (self._most is None or len(self._running) < self._most):
            order = self._waiting.pop(0)
            task = self._task.remote(order, self._study)
            self._running[task] = order
            task.future().add_done_callback(lambda _, task=task: self._inbox.put(("done", task)))

    def _finish(self, task: Any) -> None:
        order = self._running.pop(task, None)
        if order is None:
            return
        try:
            result = self._ray.get(task)
            result["node"] = self._name(result["node"])
        except self._ray.exceptions.RayError as error:
            lines = str(error).strip().splitlines() or [type(error).__name__]
            result = {"status": 70, "message": lines[-1]}
        self._say({"event": "result", "id": order["id"], **result})

    def _cancel(self) -> None:
        self._waiting.clear()
        tasks, self._running = list(self._running), {}
        for task in tasks:
            with contextlib.suppress(Exception):
                self._ray.cancel(task)

    def _look_for_nodes(self) -> None:
        if self._ray is None or not self._running:
            return
        # Asked for its nodes, Ray would wait for a minute, and then end this program.
        try:
            _knock(self._address, GONE)
        except Failure:
            self._silences += 1
            if self._silences == SILENCES:
                raise
            return
        self._silences = 0
        if not self._nodes():
            raise Failure("no node of the cluster is left", GONE)

    def _leave(self) -> None:
        if self._ray is not None:
            self._cancel()
            self._ray.shutdown()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)


def _imported() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError:
        hint = f"{sys.executable} -m pip install ray"
        raise Failure(f"Ray is not installed for {sys.executable}", hint) from None
    return ray


def _join(ray: Any, address: str | None, workers: int | None, folder: Callable[[], str]) -> str:
    """Joins the cluster of an address, or begins one of this machine; says where it answers."""
    address = address or os.environ.get("RAY_ADDRESS")
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    if address in (None, "", "local"):
        # Here trials are what somebody waits for; Ray would give way to all other programs.
        os.environ.setdefault("RAY_worker_niceness", "0")
        try:
            ray.init(
                address="local",
                num_cpus=workers or len(os.sched_getaffinity(0)),
                include_dashboard=False,
                object_store_memory=80_000_000,
                _temp_dir=folder(),
                **quiet,
            )
        except Exception as error:
            hint = f"{sys.executable} -c 'import ray; ray.init()' says more"
            reason = f"Ray can't begin a cluster on this machine: {_reason(error)}"
            raise Failure(reason, hint) from None
    else:
        assert address is not None
        _knock(address, GONE)
        try:
            ray.init(address=address, **quiet)
        except Exception as error:
            reason = f"the cluster at {address} can't be joined: {_reason(error)}"
            raise Failure(reason, GONE) from None
        if address.startswith("ray://"):
            return address
    return str(ray.get_runtime_context().gcs_address)


def _reason(error: Exception) -> str:
    """What Ray says: all of it where that is a sentence or two, such as which versions differ."""
    whole = " ".join(str(error).split()) or type(error).__name__
    return whole if len(whole) <= 300 else str(error).strip().splitlines()[0]


def _knock(address: str, hint: str) -> None:
    """Asks whether anybody listens there, since Ray itself would ask for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not port.isdecimal():
        return
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(f"nobody answers at {address}: {reason}", hint) from None


def main(arguments: Sequence[str]) -> int:
    """Speaks with Overfit over the two pipes."""
    if arguments:
        print("usage: overfit_engines.ray, as Overfit starts it", file=sys.stderr)
        return 2
    # Ray has its workers look for modules where its driver is, and what lies where the person is
    # may be a stranger's.
    os.chdir("/")
    # In a process group of its own it is not ended by the Ctrl-C that ends a training.
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)
    # What Ray prints goes to standard error: standard output is for answers alone.
    answers = os.dup(1)
    os.dup2(2, 1)
    return Engine(answers).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
