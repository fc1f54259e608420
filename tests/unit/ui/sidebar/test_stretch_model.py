"""How rows come, move and go. Every test also passes Qt's own checker of models."""

import random

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.listing import ListedConversation
from app.ui.sidebar.conversation_model import ConversationModel
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, filled, listed, opened, texts

STEPS = 400


def checked(model: ConversationModel) -> ConversationModel:
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def test_after_any_changes_the_rows_are_as_if_read_anew(qapp: QApplication) -> None:
    """Rows come, go, are pinned and change, at random; persistent indexes follow them."""
    assert qapp
    dice = random.Random(5)  # noqa: S311 (the same changes in every run)
    names = [f"{letter}{number}" for letter in "abcde" for number in range(6)]
    model, standing = checked(filled()), dict[str, ListedConversation]()
    watched: dict[str, QPersistentModelIndex] = {}
    for _ in range(STEPS):
        name = dice.choice(names)
        row = listed(name, dice.choice((0, 1, 2, 3)) * DAY // 2, number=names.index(name) + 1)
        match dice.choice(("put", "put", "pin", "drop", "leave")):
            case "put":
                standing[name] = row
            case "pin":
                standing[name] = listed(name, dice.randrange(9 * DAY), number=row.number, is_pinned=True)
            case "leave":
                standing.pop(name, None)
                model.put(listed(name, number=row.number, is_archived=True), NOW)
            case "drop":
                standing.pop(name, None)
                model.drop(row.number)
        if name in standing:
            model.put(standing[name], NOW)
            watched.setdefault(name, QPersistentModelIndex(model.index_of(row.number)))
        else:
            watched.pop(name, None)
        assert texts(model) == texts(filled(*standing.values()))
    assert all(index.data() == name for name, index in watched.items())


def test_a_selection_tells_its_conversations_from_the_top_down(qapp: QApplication) -> None:
    assert qapp
    model = filled(listed("a"), listed("b", DAY), listed("c", 3 * DAY), listed("p", is_pinned=True))
    assert texts(model) == ["Pinned", "p", "Today", "a", "Yesterday", "b", "Last 7 days", "c"]
    chosen = QItemSelection(model.index(5), model.index(7))
    chosen.merge(QItemSelection(model.index(0), model.index(2)), QItemSelectionModel.SelectionFlag.Select)
    assert model.numbers_in(chosen) == [ord("p"), ord("b"), ord("c")]
    assert model.conversations == 4


def test_what_is_pinned_is_told_by_its_row(qapp: QApplication) -> None:
    assert qapp
    model = filled(listed("a"), listed("p", is_pinned=True))
    assert [model.is_pinned(model.index(row)) for row in (0, 1, 2, 3, -1)] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("known", [0, 1, 2, 3])
def test_more_rows_follow_below_the_first_ones(qapp: QApplication, known: int) -> None:
    assert qapp
    rows = [listed("a"), listed("b"), listed("c", DAY), listed("d", 40 * DAY)]
    rows.sort(key=lambda row: (-row.conversation.changed_at, -row.number))
    model = checked(filled(*rows[:known]))
    model.known.keep(rows)
    model.complete(opened(*rows), NOW)
    assert texts(model) == texts(filled(*rows))
