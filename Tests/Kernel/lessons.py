"""Runs every lesson as a notebook of Jupyter: the outputs are those of the export, and of the terminal.

`lessons.py FOLDER`: where the notebooks lie that `overfit export` wrote.
"""

import os
import pathlib
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
from kernels import install
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

# What is saved lies on the disk here, and in memory where a lesson is run alone.
KEPT = ("kept in memory, as a lesson's files are",)


def outputs(cell):
    """The outputs as they are compared."""
    shown = []
    for output in cell.outputs:
        output = dict(output)
        output.pop("transient", None)
        text = output.get("data", {}).get("text/plain")
        if text is not None and any(line in text for line in KEPT):
            lines = [line.replace(f" · {KEPT[0]}", "") for line in text.splitlines()]
            text = "\n".join(line for line in lines if line.strip() != KEPT[0])
            output["data"] = {**output["data"], "text/plain": text}
        shown.append(output)
    return shown


def differences(path, specs):
    """Runs a notebook; what differs, in lines."""
    wanted = nbformat.read(path, as_version=4)
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook, timeout=600, startup_timeout=120, kernel_name="overfit", resources={"metadata": {"path": folder}})
        client.km = client.create_kernel_manager()
        client.km.kernel_spec_manager = specs
        try:
            client.execute()
        except CellExecutionError as error:
            if "is not on this machine" not in str(error):
                return [f"{path.name}: {error}"]
            print(f"kernel: {path.name} needs data that is not on this machine")
            return []
    found = []
    for number, (cell, known) in enumerate(zip(notebook.cells, wanted.cells)):
        if cell.cell_type == "code" and outputs(cell) != outputs(known):
            found.append(f"{path.name}: cell {number}: {cell.source[:60]!r}")
            for one in (outputs(known), outputs(cell)):
                found.append(f"   {str(one)[:400]}")
    return found


def main():
    begun = time.time()
    paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.ipynb"))
    assert paths, "no lesson is there"
    with tempfile.TemporaryDirectory() as folder:
        specs = install(folder, "--allow-write", ".", "--threads", "1", *sys.argv[2:])
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda path: differences(path, specs), paths))
    for line in sum(found, []):
        print(line)
    print(f"kernel: {len(paths)} lessons in {time.time() - begun:.0f} s")
    sys.exit(any(found))


if __name__ == "__main__":
    main()
