import os
import shutil
import sys
from pathlib import Path

import pytest

from overfit_engines import Notebook
from overfit_engines.trial import program_named

LINES = """data spirals points=200 noise=0.1
split train=60% validation=40%
scale standard
network
add dense 8 tanh
add dense 1 sigmoid
train epochs=6 optimizer=adam rate=0.01
"""

# Tests that start this package anew, in a process of its own, find it as this one did.
PACKAGE = Path(__file__).resolve().parents[1]
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]
)
sys.path.insert(0, str(PACKAGE))
# Clusters of the tests work as fast as the tests do, end when they are to, and tell nobody.
os.environ["RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S"] = "0"
os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO"] = "0"
# A cluster that somebody has here is not theirs.
os.environ.pop("RAY_ADDRESS", None)


@pytest.fixture(scope="session")
def program() -> str:
    """The program that is tested: what OVERFIT names, else `overfit` from the path."""
    found = shutil.which(program_named())
    if found is None:
        pytest.skip(f"there is no program {program_named()}; OVERFIT names another")
    return os.path.abspath(found)


@pytest.fixture
def notebook(program: str, tmp_path: Path) -> Notebook:
    """A notebook whose trials take some milliseconds."""
    (tmp_path / "net.overfit").write_text(LINES)
    return Notebook("net.overfit", program=program, folder=tmp_path)
