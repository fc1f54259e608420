"""What a search has found, for a list to show."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.title_match import sought
from app.ui.sidebar.result_model import ResultModel
from tests.fakes.scripted_searching import hit
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import conversation


@pytest.fixture
def model() -> ResultModel:
    made = ResultModel()
    made.now = NOW
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.set_titles([conversation("Glaze")], 1, sought("gla"))
    made.add([hit("Pots", f"glaze {n}", created_at=NOW) for n in range(5)], is_first=True)
    return made


def words(model: ResultModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_every_row_says_all_that_there_is_to_hear(model: ResultModel) -> None:
    heard = [f"Pots, You · 10:41: glaze {n}" for n in range(3)]
    assert words(model) == ["Titles", "Glaze", "Pots", *heard, "and 2 more"]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row).data(role) for row in range(model.rowCount())] == words(model)


def test_what_leads_nowhere_cannot_be_chosen(model: ResultModel) -> None:
    chosen = [bool(model.index(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(7)]
    assert chosen == [False, True, False, True, True, True, True]
    assert model.first().row() == 1


def test_rows_lead_to_a_conversation_or_to_a_message(model: ResultModel) -> None:
    targets = [model.target(model.index(row)) for row in range(7)]
    assert targets[:4] == [None, ("Glaze", None), None, ("Pots", "glaze 0")]
    assert targets[6] is None


def test_what_a_row_stands_for_is_listed_in_its_place(model: ResultModel) -> None:
    model.open(model.index(6))
    assert words(model)[6:] == ["Pots, You · 10:41: glaze 3", "Pots, You · 10:41: glaze 4"]
    model.open(model.index(0))
    assert model.rowCount() == 8


def test_who_is_chosen_stays_so_while_others_come(model: ResultModel) -> None:
    kept, gone = (QPersistentModelIndex(model.index(row)) for row in (3, 6))
    model.set_titles([conversation("Glaze"), conversation("Glazes")], 2, sought("gla"))
    model.add([hit("Pots", "more")], is_first=False)
    assert (kept.row(), kept.data()) == (4, "Pots, You · 10:41: glaze 0")
    assert not gone.isValid()


def test_the_first_page_takes_the_place_of_those_before(model: ResultModel) -> None:
    model.add([hit("Jars", "lid", created_at=NOW)], is_first=True)
    assert words(model) == ["Titles", "Glaze", "Jars", "Jars, You · 10:41: lid"]
    model.add([], is_first=True)
    assert words(model) == ["Titles", "Glaze"]
    model.clear()
    assert words(model) == []
    assert not model.first().isValid()


def test_a_conversation_without_a_title_has_a_name_all_the_same() -> None:
    model = ResultModel()
    model.add([hit("a", "b\u202ec", title="")], is_first=True)
    assert words(model)[0] == "New conversation"
    assert words(model)[1].startswith("New conversation, You")
    assert words(model)[1].endswith(": bc")
    assert model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""
