"""Vizier tries settings: `search(study, notebook, space, trials=20)`.

It asks a study of Vizier's for settings, trains them, and completes its trials; a study in a
server of Vizier's can have several such programs on several machines.
"""

from typing import Any

from vizier.service import pyvizier

from .space import Choice, Floats, Space
from .trial import Infeasible, Notebook, Setting


def configuration(space: Space, mode: str = "min", algorithm: str = "DEFAULT") -> Any:
    """A study's configuration: the space, and that `objective` is what counts."""
    study = pyvizier.StudyConfig(algorithm=algorithm)
    root = study.search_space.root
    for each in space:
        if isinstance(each, Choice):
            root.add_categorical_param(each.name, [str(value) for value in each.values])
            continue
        scale = pyvizier.ScaleType.LOG if each.log else pyvizier.ScaleType.LINEAR
        add = root.add_float_param if isinstance(each, Floats) else root.add_int_param
        add(each.name, each.low, each.high, scale_type=scale)
    goal = pyvizier.ObjectiveMetricGoal.MINIMIZE
    if mode == "max":
        goal = pyvizier.ObjectiveMetricGoal.MAXIMIZE
    study.metric_information.append(pyvizier.MetricInformation("objective", goal=goal))
    return study


def search(
    study: Any, notebook: Notebook, space: Space, trials: int, stops_early: bool = False
) -> None:
    """Trains so many settings that a study suggests, one after the other.

    - stops_early: whether the study is asked behind each epoch whether to go on.
    """
    for _ in range(trials):
        for suggestion in study.suggest(count=1):
            train(suggestion, notebook, space, stops_early)


def train(suggestion: Any, notebook: Notebook, space: Space, stops_early: bool = False) -> None:
    """Trains a setting that was suggested, and tells the study what came of it."""
    with notebook.trial(_settings(suggestion, space)) as run:
        try:
            for epoch in run.epochs():
                score = epoch.score(notebook.by)
                if not stops_early or score is None:
                    continue
                suggestion.add_measurement(_measurement(score, epoch.epoch))
                if suggestion.check_early_stopping():
                    suggestion.complete(_measurement(score, epoch.epoch))
                    return
            final = run.result()
        except Infeasible as error:
            suggestion.complete(infeasible_reason=error.message)
            return
    if final.objective is None:
        suggestion.complete(infeasible_reason="what judges it is not defined")
        return
    suggestion.complete(_measurement(final.objective, final.epochs))


def _measurement(objective: float, epoch: int) -> Any:
    return pyvizier.Measurement(metrics={"objective": objective}, steps=epoch)


def _settings(suggestion: Any, space: Space) -> dict[str, Setting]:
    """The values as they are typed: Vizier's categories are text."""
    values = suggestion.parameters
    return {
        each.name: next(value for value in each.values if str(value) == values[each.name])
        if isinstance(each, Choice)
        else values[each.name]
        for each in space
    }
