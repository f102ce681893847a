"""Saves every picture of the gallery for Vega-Lite, and has vl-convert draw it: no error, no warning."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import vl_convert

from notebooks import cells

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
KEEP = pathlib.Path(sys.argv[4]) if sys.argv[3:4] == ["--keep"] and len(sys.argv) > 4 else None
VERSION = "5.20"


@contextlib.contextmanager
def standard_error():
    """What is written there, by code that is not Python's too."""
    kept = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        said = []
        try:
            yield said
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            said.append(file.read().decode(errors="replace").strip())


def saved(folder):
    """The specifications of the gallery's pictures, by the line that draws each."""
    lines, names = [], []
    for source in cells(ROOT / "lessons" / "gallery.md"):
        lines.append(source)
        if source.split()[0] in ("plot", "show", "compare", "search", "diagnose"):
            name = f"{len(lines):03}-{'-'.join(source.split()[1:3])}".replace("/", "_")
            names.append((source, f"{name}.vl.json"))
            lines.append(f"save picture \"{names[-1][1]}\" overwrite=yes")
    run = subprocess.run(
        [PROGRAM, "--threads", "1"], input="\n".join(lines) + "\n", capture_output=True, text=True,
        cwd=folder, env={**os.environ, "HOME": folder}, timeout=1200)
    if run.returncode != 0:
        print(f"formats: the gallery: {run.stdout[-400:]}{run.stderr[-200:]}")
    return [(source, pathlib.Path(folder, name)) for source, name in names]


def fault(file):
    """What is wrong with a specification; nothing where it is drawn."""
    if not file.exists():
        return "was not saved"
    text = file.read_text(encoding="utf-8")
    specification = json.loads(text)
    for name in ("$schema", "description", "config"):
        if not specification.get(name):
            return f"has no {name}"
    with standard_error() as said:
        try:
            picture = vl_convert.vegalite_to_png(
                text, vl_version=VERSION, scale=1.5, show_warnings=True, allowed_base_urls=[])
        except ValueError as error:
            return f"can't be drawn: {str(error)[:300]}"
    if KEEP:
        KEEP.mkdir(parents=True, exist_ok=True)
        (KEEP / file.name.replace(".vl.json", ".png")).write_bytes(picture)
        (KEEP / file.name).write_text(text, encoding="utf-8")
    return said[0][:300] or ("" if len(picture) > 2000 else "is an empty picture")


def main():
    with tempfile.TemporaryDirectory() as folder:
        pictures = saved(folder)
        faults = [f"{source}: {found}" for source, file in pictures if (found := fault(file))]
    for one in faults:
        print(f"formats: {one}")
    print(f"formats: {len(pictures)} pictures for Vega-Lite")
    return 1 if faults or len(pictures) < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
