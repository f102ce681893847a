"""What can be set, as `overfit describe` tells of it."""

import pytest

from overfit_engines import Choice, Floats, Notebook, Whole, describe, space


def test_settings_have_kinds_bounds_and_scales(program: str) -> None:
    known = describe(program)
    assert (known["rate"].kind, known["rate"].is_logarithmic) == ("float", True)
    assert (known["units"].kind, known["units"].low) == ("int", 1)
    assert "adam" in known["optimizer"].choices
    assert all(each.meaning for each in known.values())


def test_a_space_has_the_kind_and_the_scale_of_its_settings(program: str) -> None:
    domains = {
        "rate": (0.001, 1),
        "units(1)": (2, 32),
        "dropout": (0, 0.5),
        "l2": (0.0001, 0.01, "linear"),
        "batch": (8, 64, "log"),
        "optimizer": ["sgd", "adam"],
        "nesterov": [True, False],
        "epochs": [1, 2],
    }
    assert space(domains, program) == (
        Floats("rate", 0.001, 1.0, True),
        Whole("units(1)", 2, 32, False),
        Floats("dropout", 0.0, 0.5, False),
        Floats("l2", 0.0001, 0.01, False),
        Whole("batch", 8, 64, True),
        Choice("optimizer", ("sgd", "adam")),
        Choice("nesterov", (True, False)),
        Choice("epochs", (1, 2)),
    )


@pytest.mark.parametrize(
    ("domains", "words"),
    [
        ({"rte": (0.1, 1)}, "no setting is called"),
        ({"rate": (1, 0.1)}, "the lower one first"),
        ({"l2": (0, 1, "log")}, "begins above 0"),
        ({"l2": (0, 1, "root")}, "log or linear"),
        ({"optimizer": (1, 2)}, "as a list"),
        ({"optimizer": ["sgd", "adma"]}, "adma is none of its values"),
        ({"optimizer": "sgd"}, "are a list"),
        ({"optimizer": []}, "are a list"),
    ],
)
def test_a_space_that_can_not_be_is_refused(
    program: str, domains: dict[str, tuple[float, float]], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        space(domains, program)


def test_each_end_of_a_space_can_be_trained(notebook: Notebook) -> None:
    for settings in ({"units(1)": 2, "nesterov": True}, {"batch": 8, "nesterov": False}):
        with notebook.trial({**settings, "optimizer": "sgd", "momentum": 0.9}) as trial:
            assert trial.result().status == "complete"
