"""Which processes there are, asked of Linux, and where those of Ray have their sockets."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


def is_running(pid: int) -> bool:
    """Whether a process runs; one that ended and was not yet asked for its status does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X")


def calls(words: str) -> list[int]:
    """The processes in whose call some words stand."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal() or int(folder.name) == os.getpid():
            continue
        try:
            call = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if words in call and is_running(int(folder.name)):
            found.append(int(folder.name))
    return found


def soon(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether something comes true within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


def short_folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder for a cluster, which goes with it; it has room for the names of sockets."""
    return tempfile.TemporaryDirectory(prefix="ray-", dir="/tmp", ignore_cleanup_errors=True)
