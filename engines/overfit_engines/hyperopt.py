"""Hyperopt tries settings: `fmin(Objective(notebook), points(space), algo=tpe.suggest, …)`."""

import math
from collections.abc import Mapping
from typing import Any

from hyperopt import STATUS_FAIL, STATUS_OK, hp, space_eval

from .space import Choice, Floats, Space
from .trial import Infeasible, Notebook, Setting


class Objective:
    """What `fmin` calls for each point; a trial that fails is told as failed, with its reason."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook

    def __call__(self, point: Mapping[str, Any]) -> dict[str, Any]:
        """Trains a network in the settings of a point."""
        with self.notebook.trial(point) as run:
            try:
                final = run.result()
            except Infeasible as error:
                return {"status": STATUS_FAIL, "reason": error.message}
        if final.objective is None:
            return {"status": STATUS_FAIL, "reason": "what judges it is not defined"}
        return {
            "status": STATUS_OK,
            "loss": final.loss,
            "objective": final.objective,
            "weights_sha256": final.weights_sha256,
        }


def points(space: Space) -> dict[str, Any]:
    """The space as Hyperopt has it; its bounds of ranges by factors are logarithms."""
    return {each.name: _points(each) for each in space}


def _points(each: Any) -> Any:
    if isinstance(each, Choice):
        return hp.choice(each.name, each.values)
    if isinstance(each, Floats):
        if each.log:
            return hp.loguniform(each.name, math.log(each.low), math.log(each.high))
        return hp.uniform(each.name, each.low, each.high)
    if each.log:
        # Rounded to whole numbers: so both ends are drawn as often as what lies between.
        low, high = math.log(each.low - 0.499), math.log(each.high + 0.499)
        return _whole(hp.qloguniform(each.name, low, high, 1))
    return _whole(hp.uniformint(each.name, each.low, each.high))


def _whole(point: Any) -> Any:
    from hyperopt.pyll import scope

    return scope.int(point)


def settings(space: Space, answer: Mapping[str, Any]) -> dict[str, Setting]:
    """What `fmin` answers, as settings: of a choice it says the place and not the value."""
    found = space_eval(points(space), answer)
    return {each.name: found[each.name] for each in space}
