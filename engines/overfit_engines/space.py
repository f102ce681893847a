"""What can be set in a trial, and which values a search draws from."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .trial import Setting, program_named


@dataclass(frozen=True)
class Parameter:
    """A setting that Overfit knows, as `overfit describe` tells of it."""

    name: str
    kind: str
    low: float | None
    high: float | None
    is_logarithmic: bool
    choices: tuple[str, ...]
    default: str | None
    meaning: str


@dataclass(frozen=True)
class Floats:
    """Numbers from low to high."""

    name: str
    low: float
    high: float
    log: bool


@dataclass(frozen=True)
class Whole:
    """Whole numbers from low to high, both among them."""

    name: str
    low: int
    high: int
    log: bool


@dataclass(frozen=True)
class Choice:
    """One of some values."""

    name: str
    values: tuple[Setting, ...]


Dimension = Floats | Whole | Choice
# A pair of numbers is a range, with "log" or "linear" behind it where its scale is not the usual
# one; a list is a choice.
Domain = tuple[float, float] | tuple[float, float, str] | Sequence[Setting]
Space = tuple[Dimension, ...]


def describe(program: str | None = None) -> dict[str, Parameter]:
    """All that a trial may set."""
    answer = subprocess.run(
        [program_named(program), "describe"], capture_output=True, text=True, check=True
    )
    entries = json.loads(answer.stdout)["parameters"]
    return {
        entry["name"]: Parameter(
            name=entry["name"],
            kind=entry["type"],
            low=entry.get("low"),
            high=entry.get("high"),
            is_logarithmic=entry.get("scale") == "log",
            choices=tuple(entry.get("choices", ())),
            default=entry["default"],
            meaning=entry["meaning"],
        )
        for entry in entries
    }


def space(domains: Mapping[str, Domain], program: str | None = None) -> Space:
    """The space of some settings: `space({"rate": (0.001, 1), "units": (2, 32)})`.

    Whether a range is of whole numbers, and whether it is searched by factors, is what Overfit says
    of the setting. A setting of one layer is called as at the prompt, `units(1)`.
    """
    known = describe(program)
    return tuple(_dimension(name, domain, known) for name, domain in domains.items())


def _dimension(name: str, domain: Domain, known: Mapping[str, Parameter]) -> Dimension:
    word = re.split(r"[(.]", name)[0]
    if word not in known:
        raise ValueError(f'no setting is called "{word}"; there are: {", ".join(known)}')
    parameter = known[word]
    if not isinstance(domain, tuple):
        return _choice(name, domain, parameter)
    low, high, *scale = domain
    if not (isinstance(low, int | float) and isinstance(high, int | float) and low < high):
        raise ValueError(f"{name}: a range is two numbers, the lower one first; not {domain}")
    if scale and scale[0] not in ("log", "linear"):
        raise ValueError(f"{name}: a range is log or linear, not {scale[0]}")
    log = scale[0] == "log" if scale else parameter.is_logarithmic and low > 0
    if log and low <= 0:
        raise ValueError(f"{name}: a range that is searched by factors begins above 0")
    if parameter.kind == "int":
        return Whole(name, int(low), int(high), log)
    if parameter.kind == "float":
        return Floats(name, float(low), float(high), log)
    raise ValueError(f"{name} takes no range; write its values as a list")


def _choice(name: str, domain: Sequence[Setting], parameter: Parameter) -> Choice:
    values = tuple(domain)
    if isinstance(domain, str) or not values:
        raise ValueError(f"{name}: the values are a list, such as {list(parameter.choices)[:2]}")
    unknown = [value for value in values if str(value) not in parameter.choices]
    if parameter.choices and unknown and not set(parameter.choices) == {"yes", "no"}:
        raise ValueError(
            f"{name}: {unknown[0]} is none of its values: {', '.join(parameter.choices)}"
        )
    return Choice(name, values)
