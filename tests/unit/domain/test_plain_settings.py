"""What may be known before the history is unlocked."""

import json

import pytest

from app.domain.plain_settings import Language, PlainSettings, Scheme, WindowPlace

OTHER = PlainSettings(
    scheme=Scheme.DARK,
    text_percent=125,
    reduces_motion=True,
    language=Language.GERMAN,
    lock_minutes=10,
    clipboard_seconds=0,
    notifies=False,
    notifies_titles=True,
    first_run_done=True,
    sidebar_width=300,
    window=WindowPlace(-20, 40, 900, 700, is_maximised=True),
    shortcuts=(("BRANCH", "Ctrl+J"), ("LOCK", "")),
)


def test_what_is_kept_comes_back_through_a_file() -> None:
    assert PlainSettings.from_mapping(json.loads(json.dumps(OTHER.to_mapping()))) == OTHER


@pytest.mark.parametrize("name", PlainSettings.__slots__)
@pytest.mark.parametrize("nonsense", [None, "x" * 10, -1, 10**9, 1.5, [], {}, [1, 2], {"width": "wide"}])
def test_what_is_no_such_value_counts_as_not_set(name: str, nonsense: object) -> None:
    made = PlainSettings.from_mapping({name: nonsense})
    assert getattr(made, name) == getattr(PlainSettings(), name)


@pytest.mark.parametrize(
    ("kept", "understood"),
    [
        ([["A", "1"], ["B"], "C", ["D", 4], ["E", "x" * 101], ["A", "2"]], (("A", "2"),)),
        ([[f"{n}", ""] for n in range(1000)], tuple((f"{n}", "") for n in range(500))),
        ({"A": "1"}, ()),
    ],
)
def test_of_shortcuts_only_what_can_be_one_is_taken(kept: object, understood: tuple) -> None:
    assert PlainSettings.from_mapping({"shortcuts": kept}).shortcuts == understood


def test_true_is_no_number() -> None:
    assert PlainSettings.from_mapping({"lock_minutes": True}).lock_minutes == 0


@pytest.mark.parametrize("size", [(0, 100), (100, 0), (-5, 100)])
def test_a_window_without_a_size_is_none(size: tuple[int, int]) -> None:
    place = {"left": 0, "top": 0, "width": size[0], "height": size[1]}
    assert PlainSettings.from_mapping({"window": place}).window is None


def test_what_a_newer_version_keeps_is_passed_over() -> None:
    assert PlainSettings.from_mapping({"from": "the future"}) == PlainSettings()
