"""Overfit: a notebook at a terminal prompt that shows how neural networks are tuned.

The program itself is the command `overfit`; `python -m overfit` starts it, too.
"""

from __future__ import annotations

import os
import sys
import sysconfig

__all__ = ["find_program"]


def find_program() -> str:
    """The path of the program that was installed with this package."""
    schemes = ["", sysconfig.get_preferred_scheme("user")]
    folders = [
        sysconfig.get_path("scripts", scheme) if scheme else sysconfig.get_path("scripts")
        for scheme in schemes
    ]
    # With `pip install --target` it lies beside the package.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(__file__)), "bin"))
    for folder in folders:
        path = os.path.join(folder, "overfit")
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(f"no program overfit in {', '.join(folders)}, of Python {sys.version}")
