"""Kernels for the tests: started by jupyter_client, as front ends start them."""

import contextlib
import os
import queue
import subprocess

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

PROGRAM = os.environ["OVERFIT"]


def install(prefix, *options):
    """Installs the kernel below a folder; how it is found there."""
    subprocess.run(
        [PROGRAM, "kernel", "install", "--prefix", prefix, *options],
        check=True, capture_output=True,
    )
    specs = KernelSpecManager()
    specs.kernel_dirs = [os.path.join(prefix, "share/jupyter/kernels")]
    return specs


class Talk:
    """A conversation with a kernel."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    def run(self, code, answers=(), while_busy=None, **options):
        """Runs a cell: its answer, and what was told of it as pairs of a kind and a content."""
        answers, told = list(answers), []
        options.setdefault("allow_stdin", bool(answers))
        asked = self.client.execute(code, **options)
        questions = []
        while True:
            try:
                news = self.client.get_iopub_msg(timeout=0.05)
            except queue.Empty:
                assert self.manager.is_alive(), "the kernel has ended"
                with contextlib.suppress(queue.Empty):
                    question = self.client.get_stdin_msg(timeout=0.01)
                    questions.append(question["content"]["prompt"])
                    self.client.input(answers.pop(0))
                continue
            if news["parent_header"].get("msg_id") != asked:
                continue
            told.append((news["msg_type"], news["content"]))
            if while_busy and news["msg_type"] != "status" and while_busy(news):
                while_busy = None
            if news["msg_type"] == "status" and news["content"]["execution_state"] == "idle":
                break
        reply = self.client.get_shell_msg(timeout=60)
        assert reply["parent_header"]["msg_id"] == asked
        return reply["content"], told, questions

    def ask(self, name, *values, **options):
        """The content of the answer to a request."""
        asked = getattr(self.client, name)(*values, **options)
        while True:
            reply = self.client.get_shell_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == asked:
                return reply["content"]


def text(told):
    """The texts of outputs, as they stand at the end."""
    shown, clears = [], False
    for kind, content in told:
        if kind == "clear_output":
            clears = content["wait"]
            if not clears:
                shown = []
        elif kind == "update_display_data":
            shown[-1] = content["data"]["text/plain"]
        elif kind in ("display_data", "error"):
            if clears:
                shown, clears = [], False
            lines = content.get("traceback")
            shown.append("\n".join(lines) if lines is not None else content["data"]["text/plain"])
    return shown


@contextlib.contextmanager
def started(specs, folder, transport="tcp", **environment):
    """A kernel that runs in a folder."""
    manager = KernelManager(
        kernel_name="overfit", kernel_spec_manager=specs, transport=transport)
    if transport == "ipc":
        manager.ip = os.path.join(folder, "socket")
    manager.start_kernel(cwd=folder, env={**os.environ, **environment})
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        yield Talk(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
