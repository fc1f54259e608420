"""The conversations as rows. Every test also passes Qt's own checker of models."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.conversation import Conversation, TitleSource
from app.domain.events import (
    ConversationCreated,
    ConversationRenamed,
    ConversationRestored,
    ConversationTrashed,
    MessageStored,
    ReplyEnded,
    ReplyStarted,
)
from app.domain.ids import BranchId, ConversationId
from app.domain.item import Role
from app.domain.ledger import Ledger
from app.ui.sidebar.conversation_model import ConversationModel, Part
from tests.unit.ui.conftest import NOW, MakeItem

DAY = 86_400_000_000
LEDGER = Ledger("gpt-5", 1, (), (), 1, 1)


def conversation(title: str, age: int = 0) -> Conversation:
    moment = NOW - age
    return Conversation(ConversationId(title), BranchId("b"), title, TitleSource.QUESTION, moment, moment)


@pytest.fixture
def model(qapp: QApplication) -> ConversationModel:
    made = ConversationModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, qapp)
    made.load(
        [conversation("a"), conversation("b", DAY), conversation("c", DAY), conversation("d", 3 * DAY)],
        set(),
        NOW,
    )
    return made


def rows(model: ConversationModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_conversations_stand_under_their_days(model: ConversationModel) -> None:
    assert rows(model) == ["Today", "a", "Yesterday", "b", "c", "Last 7 days", "d"]


def test_a_heading_can_neither_be_chosen_nor_opened(model: ConversationModel) -> None:
    heading, row = model.index(0), model.index(1)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert model.conversation(heading) is None
    assert row.flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.conversation(row) == conversation("a")


def test_a_new_conversation_comes_to_the_top(model: ConversationModel) -> None:
    model.apply(ConversationCreated(conversation("new")), NOW)
    assert rows(model)[:3] == ["Today", "new", "a"]


def test_the_first_of_all_brings_its_heading(qapp: QApplication) -> None:
    assert qapp
    model = ConversationModel()
    model.load([], set(), NOW)
    model.apply(ConversationCreated(conversation("new")), NOW)
    assert rows(model) == ["Today", "new"]


def test_what_is_said_in_a_conversation_moves_it_to_the_top(
    model: ConversationModel, make_item: MakeItem
) -> None:
    kept = QPersistentModelIndex(model.find(ConversationId("d")))
    model.apply(MessageStored(ConversationId("d"), make_item(Role.PERSON, "more")), NOW)
    assert rows(model) == ["Today", "d", "a", "Yesterday", "b", "c"]
    assert kept.row() == 1
    assert model.index(1).data(Part.MOMENT) == "10:41"


def test_a_heading_stays_while_one_of_its_conversations_does(
    model: ConversationModel, make_item: MakeItem
) -> None:
    model.apply(MessageStored(ConversationId("c"), make_item(Role.PERSON, "more")), NOW)
    assert rows(model) == ["Today", "c", "a", "Yesterday", "b", "Last 7 days", "d"]


def test_a_conversation_that_is_answered_says_so(model: ConversationModel, make_item: MakeItem) -> None:
    item, index = make_item(Role.MODEL, ""), model.find(ConversationId("a"))
    model.apply(ReplyStarted(ConversationId("a"), item, LEDGER), NOW)
    assert index.data(Part.STREAMING)
    assert "being answered" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    model.apply(ReplyEnded(ConversationId("a"), item, None), NOW)
    assert not index.data(Part.STREAMING)


def test_at_midnight_the_same_rows_get_other_headings(model: ConversationModel) -> None:
    kept = QPersistentModelIndex(model.find(ConversationId("a")))
    model.look_at_clock(NOW + DAY)
    assert rows(model) == ["Yesterday", "a", "Last 7 days", "b", "c", "d"]
    assert kept.data() == "a"


def test_what_an_event_told_before_the_list_was_read_is_not_lost(qapp: QApplication) -> None:
    assert qapp
    model = ConversationModel()
    model.apply(ConversationCreated(conversation("early")), NOW)
    model.load([conversation("old", DAY)], set(), NOW)
    assert rows(model) == ["Today", "early", "Yesterday", "old"]


def test_a_title_is_shown_as_one_harmless_line(qapp: QApplication) -> None:
    assert qapp
    model = ConversationModel()
    model.load([conversation("a\u202eb\nc"), conversation(" ")], set(), NOW)
    assert rows(model)[1:] == ["ab c", "New conversation"]


def test_what_is_not_listed_is_not_found(model: ConversationModel) -> None:
    assert not model.find(ConversationId("nowhere")).isValid()
    assert model.newest() == conversation("a")


def test_a_new_title_stays_in_its_place(model: ConversationModel) -> None:
    model.apply(ConversationRenamed(ConversationId("b"), "other"), NOW)
    assert rows(model) == ["Today", "a", "Yesterday", "other", "c", "Last 7 days", "d"]


def test_what_goes_to_the_trash_takes_its_empty_heading_along(model: ConversationModel) -> None:
    model.apply(ConversationTrashed(ConversationId("b")), NOW)
    assert rows(model) == ["Today", "a", "Yesterday", "c", "Last 7 days", "d"]
    model.apply(ConversationTrashed(ConversationId("c")), NOW)
    model.apply(ConversationTrashed(ConversationId("d")), NOW)
    assert rows(model) == ["Today", "a"]
    model.apply(ConversationTrashed(ConversationId("a")), NOW)
    assert rows(model) == []


def test_news_of_what_is_not_listed_change_nothing(model: ConversationModel) -> None:
    before = rows(model)
    model.apply(ConversationTrashed(ConversationId("nowhere")), NOW)
    model.apply(ConversationRenamed(ConversationId("nowhere"), "new"), NOW)
    assert rows(model) == before


@pytest.mark.parametrize("title", ["a", "c", "d"])
def test_what_comes_back_stands_where_it_stood(model: ConversationModel, title: str) -> None:
    back = model.conversation(model.find(ConversationId(title)))
    before = rows(model)
    model.apply(ConversationTrashed(ConversationId(title)), NOW)
    assert title not in rows(model)
    model.apply(ConversationRestored(back), NOW)
    assert rows(model) == before


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (-1, ["Today", "x", "a", "Yesterday", "b", "c", "Last 7 days", "d"]),
        (2 * DAY, ["Today", "a", "Yesterday", "b", "c", "Last 7 days", "x", "d"]),
        (4 * DAY, ["Today", "a", "Yesterday", "b", "c", "Last 7 days", "d", "x"]),
        (40 * DAY, ["Today", "a", "Yesterday", "b", "c", "Last 7 days", "d", "October", "x"]),
    ],
)
def test_what_comes_back_finds_or_brings_its_heading(
    model: ConversationModel, age: int, expected: list[str]
) -> None:
    model.apply(ConversationRestored(conversation("x", age)), NOW)
    assert rows(model) == expected


def test_what_comes_back_to_an_empty_list_brings_its_heading(qapp: QApplication) -> None:
    assert qapp
    model = ConversationModel()
    model.load([], set(), NOW)
    model.apply(ConversationRestored(conversation("x", DAY)), NOW)
    assert rows(model) == ["Yesterday", "x"]


def test_the_neighbour_is_the_one_below_and_below_the_last_the_one_above(model: ConversationModel) -> None:
    titles = [model.neighbour(ConversationId(name)).title for name in "abcd"]
    assert titles == ["b", "c", "d", "c"]
    alone = ConversationModel()
    alone.load([conversation("a")], set(), NOW)
    assert alone.neighbour(ConversationId("a")) is None


def test_an_editor_begins_with_the_title_that_was_given(qapp: QApplication) -> None:
    assert qapp
    model = ConversationModel()
    model.load([conversation(" ")], set(), NOW)
    index = model.index(1)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("New conversation", "")


def test_what_is_temporary_says_so_in_place_of_its_moment(model: ConversationModel) -> None:
    model.apply(ConversationCreated(replace(conversation("t"), is_temporary=True)), NOW)
    row = model.find(ConversationId("t"))
    assert row.data(Part.MOMENT) == "Temporary"
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Temporary, 10:41"
