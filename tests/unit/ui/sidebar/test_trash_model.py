"""The trash as rows. Every test also passes Qt's own checker of models."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.ids import ConversationId
from app.ui.sidebar.conversation_model import Part
from app.ui.sidebar.trash_model import TrashModel
from tests.unit.ui.sidebar.test_conversation_model import conversation, rows


@pytest.fixture
def model(qapp: QApplication) -> TrashModel:
    made = TrashModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, qapp)
    made.load([conversation("b"), conversation("a")])
    return made


def test_what_is_thrown_away_comes_to_the_top(model: TrashModel) -> None:
    model.put(conversation("c"))
    assert rows(model) == ["c", "b", "a"]


def test_what_is_taken_out_leaves_the_list(model: TrashModel) -> None:
    model.take(ConversationId("b"))
    model.take(ConversationId("nowhere"))
    assert rows(model) == ["a"]


def test_what_an_event_told_before_the_trash_was_read_is_there_once(qapp: QApplication) -> None:
    assert qapp
    model = TrashModel()
    model.put(conversation("early"))
    model.load([conversation("early"), conversation("old")])
    assert rows(model) == ["early", "old"]


def test_a_row_is_a_conversation(model: TrashModel) -> None:
    index = model.find(ConversationId("a"))
    assert model.conversation(index) == conversation("a")
    assert model.conversation(model.find(ConversationId("nowhere"))) is None
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "in the trash"
    assert (index.data(Part.MOMENT), index.data(Part.HEADING), index.data(Part.STREAMING)) == (
        "",
        False,
        False,
    )
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
