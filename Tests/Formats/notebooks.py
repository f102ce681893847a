"""Reads notebooks: the cells of a Markdown file."""

import pathlib


def cells(file):
    """The sources of the cells of a notebook, in order."""
    found = []
    is_inside = False
    for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            is_inside = not is_inside and line.split("`")[-1].split() [:1] == ["overfit"]
        elif is_inside and line.startswith("> "):
            found.append(line[2:])
        elif is_inside and line.startswith(". ") and found:
            found[-1] += "\n" + line[2:]
    return found
