"""The words of the map's rows, and what of it is seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.domain.branch_map import branch_map
from app.ui.panels.map_model import MapModel
from app.ui.panels.map_panel import MapPanel
from tests.fakes.scripted_branches import few
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW

Rows = Callable[[MapPanel], list[str]]


@pytest.fixture
def model(qapp: object) -> MapModel:  # noqa: ARG001  # a model's timer needs the application
    made = MapModel()
    made.load(branch_map(few()), NOW)
    return made


def names(model: MapModel) -> list[str]:
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def test_a_named_branch_bears_its_name_and_others_what_they_begin_with(model: MapModel) -> None:
    model.learn({(1, 1): "How  blue\nis it?", (3, 13): "", (4, 18): "unseen"})
    assert names(model) == [
        "How blue is it?",
        "With an electric kiln",
        "Without words",
        "…",
        "Shorter, for Anna",
        "Printed",
        "…",
    ]


def test_the_small_print_tells_what_a_picture_would(model: MapModel) -> None:
    facts = [model.facts(model.drawn.rows[number]) for number in (0, 4, 5, 6)]
    assert facts[0] == "12 messages · 2 other ways"
    assert facts[1].startswith("13 messages · shown now · 1 other way · ")
    assert facts[2].startswith("nothing of its own yet · ")
    assert facts[3].startswith("34 messages · main line · ")


def test_a_row_is_spoken_with_its_level_and_place(model: MapModel) -> None:
    spoken = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Shorter, for Anna, level 2, 13 messages, shown now, 1 other way")
    assert spoken.endswith("on the shown branch")


def test_folding_hides_what_leaves_at_a_row_and_is_kept_over_a_reading(model: MapModel) -> None:
    model.fold(model.index(2), folded=True)
    assert [row.first for row in map(model.stretch, map(model.index, range(6))) if row] == [
        1,
        13,
        13,
        18,
        31,
        13,
    ]
    model.load(branch_map(few()), NOW)
    assert (model.rowCount(), model.is_folded(model.index(2))) == (6, True)
    model.fold_all(folded=True)
    assert (model.rowCount(), model.has_folded) == (2, True)
    model.fold_all(folded=False)
    assert model.rowCount() == 7


def test_only_a_branch_has_a_name_to_be_edited(model: MapModel) -> None:
    editable = [bool(model.index(place).flags() & Qt.ItemFlag.ItemIsEditable) for place in range(7)]
    assert editable == [False, True, False, True, True, True, True]


def test_rows_know_what_they_go_on_from(model: MapModel) -> None:
    assert model.parent_row(model.index(6)).row() == 0
    assert not model.parent_row(model.index(0)).isValid()
    assert model.shown_tip().row() == 4
    assert model.find((4, 18)).row() == 4
    assert not model.find((9, 9)).isValid()


async def test_what_comes_into_sight_is_asked_for_once(model: MapModel) -> None:
    asked: list[tuple[object, ...]] = []
    model.openings_wanted.connect(asked.append)
    names(model)
    names(model)
    await until(lambda: asked, "the question")
    names(model)
    assert [(part.run, part.first) for part in asked[0]] == [(1, 1), (3, 13), (3, 18), (1, 13)]
    assert len(asked) == 1


async def test_it_is_filled_in_as_it_is_seen(map_panel: MapPanel, rows: Rows) -> None:
    await until(lambda: "…" not in " ".join(rows(map_panel)), "how everything begins")
    assert rows(map_panel)[1:3] == ["  With an electric kiln", "  Shorter"]
