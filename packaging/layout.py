"""Lays what is the same in every package below a prefix: `layout.py PROGRAM PREFIX`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPLETIONS = {
    "bash": "bash-completion/completions/overfit",
    "zsh": "zsh/site-functions/_overfit",
    "fish": "fish/vendor_completions.d/overfit.fish",
}


def run(*command: str | Path) -> str:
    """The output of a command that has to succeed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def write(path: Path, text: str) -> None:
    """Writes a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def lay_shared(program: Path, prefix: Path) -> None:
    """The lessons, the data sets, the manual page and what shells complete."""
    share = prefix / "share"
    shutil.copytree(ROOT / "lessons", share / "overfit/lessons")
    shutil.copytree(ROOT / "datasets", share / "overfit/datasets")
    write(share / "man/man1/overfit.1", run(program, "--man"))
    lay_kernel(program, share / "jupyter/kernels/overfit")
    for shell, place in COMPLETIONS.items():
        completions = run(program, "--completions", shell)
        # They are read by a shell and never started.
        write(share / place, completions.removeprefix("#!/bin/bash\n"))


def lay_kernel(program: Path, place: Path) -> None:
    """What Jupyter knows of the kernel, which is called by the name of the program."""
    with tempfile.TemporaryDirectory() as folder:
        run(program, "kernel", "install", "--prefix", folder)
        shutil.copytree(Path(folder) / "share/jupyter/kernels/overfit", place)
    spec = json.loads((place / "kernel.json").read_text())
    spec["argv"][0] = "overfit"
    write(place / "kernel.json", json.dumps(spec, indent=1) + "\n")


def lay_program(program: Path, place: Path) -> None:
    """The program without what a debugger reads."""
    place.parent.mkdir(parents=True, exist_ok=True)
    run("strip", "--strip-unneeded", "-o", place, program)
    place.chmod(0o755)


if __name__ == "__main__":
    lay_program(Path(sys.argv[1]), Path(sys.argv[2]) / "bin/overfit")
    lay_shared(Path(sys.argv[1]), Path(sys.argv[2]))
