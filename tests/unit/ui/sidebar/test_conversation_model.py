"""The conversations as rows. Every test also passes Qt's own checker of models."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.domain.listing import ARCHIVED, TRASH, Opened
from app.ui.sidebar.conversation_model import ConversationModel, Part
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import DAY, filled, keys, listed, opened, texts

KILN = Folder(FolderId("kiln"), "Kiln", 3)


@pytest.fixture
def model(qapp: QApplication) -> ConversationModel:
    made = filled(listed("a"), listed("b", DAY), listed("c", DAY), listed("d", 3 * DAY))
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, qapp)
    return made


def test_conversations_stand_under_their_days(model: ConversationModel) -> None:
    assert texts(model) == ["Today", "a", "Yesterday", "c", "b", "Last 7 days", "d"]


def test_a_heading_can_neither_be_chosen_nor_opened(model: ConversationModel) -> None:
    heading, row = model.index(0), model.index(1)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert (model.conversation(heading), heading.data(Part.HEADING)) == (None, True)
    assert row.flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.listed(row) == listed("a")


def test_what_is_said_in_a_conversation_moves_it_to_the_top(model: ConversationModel) -> None:
    kept = QPersistentModelIndex(model.find(ConversationId("d")))
    model.put(listed("d", -1), NOW)
    assert texts(model) == ["Today", "d", "a", "Yesterday", "c", "b"]
    assert kept.row() == 1
    assert model.index(1).data(Part.MOMENT) == "10:41"


def test_the_first_of_all_brings_its_heading(qapp: QApplication) -> None:
    assert qapp
    model = filled()
    model.put(listed("new"), NOW)
    assert texts(model) == ["Today", "new"]


def test_what_is_pinned_stands_above_all(model: ConversationModel) -> None:
    model.put(listed("c", DAY, is_pinned=True), NOW)
    assert texts(model) == ["Pinned", "c", "Today", "a", "Yesterday", "b", "Last 7 days", "d"]
    model.put(listed("c", DAY), NOW)
    assert texts(model) == ["Today", "a", "Yesterday", "c", "b", "Last 7 days", "d"]


@pytest.mark.parametrize("marks", [{"is_archived": True}, {"trashed_at": NOW}, {"folder": KILN.id}])
def test_what_lies_elsewhere_leaves_and_takes_its_empty_heading_along(
    model: ConversationModel, marks: dict
) -> None:
    model.put(listed("a", **marks), NOW)
    assert texts(model) == ["Yesterday", "c", "b", "Last 7 days", "d"]


def test_marks_are_shown_where_they_are_borne(model: ConversationModel) -> None:
    model.put(listed("a", is_unread=True, branches=3), NOW)
    index = model.find(ConversationId("a"))
    assert (index.data(Part.UNREAD), index.data(Part.BRANCHES)) == (True, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a, 10:41, unread, 3 branches"
    model.known.streaming.add(ConversationId("a"))
    assert index.data(Part.STREAMING)


def test_folders_stand_between_the_pinned_ones_and_the_others(model: ConversationModel) -> None:
    model.put(listed("b", DAY, is_pinned=True), NOW)
    model.set_folders([KILN])
    assert texts(model)[:5] == ["Pinned", "b", "Folders", "Kiln", "Today"]
    row = model.index(3)
    assert (row.data(Part.FOLDER), row.data(Part.MOMENT), model.at(row)) == (True, "3", KILN)
    assert not row.flags() & Qt.ItemFlag.ItemIsDragEnabled
    model.set_folders([])
    assert "Folders" not in texts(model)


def test_many_folders_are_listed_when_all_are_wanted(model: ConversationModel) -> None:
    many = [Folder(FolderId(str(number)), str(number)) for number in range(20)]
    model.set_folders(many)
    assert texts(model)[:8] == ["Folders", *"012345", "14 more folders"]
    model.set_folders(many, is_open=True)
    assert texts(model)[20:22] == ["19", "Today"]
    model.set_folders(many[:-1])
    assert texts(model)[19:21] == ["18", "Today"]


def test_at_midnight_the_same_rows_get_other_headings(model: ConversationModel) -> None:
    kept = QPersistentModelIndex(model.find(ConversationId("a")))
    model.look_at_clock(NOW + DAY)
    assert texts(model) == ["Yesterday", "a", "Last 7 days", "c", "b", "d"]
    assert kept.data() == "a"


def test_a_row_that_is_not_known_is_asked_for_with_those_around_it(qapp: QApplication) -> None:
    rows = [listed(f"{number:04}", number, number=1000 - number) for number in range(500)]
    model = ConversationModel()
    model.open(Opened(keys([]), keys(rows), ()), NOW)
    asked: list[int] = []
    model.missed.connect(lambda: asked.append(len(model.missing)))
    assert (model.index(251).data(), model.index(251).data(Part.MOMENT)) == ("", None)
    qapp.processEvents()
    assert asked == [64]
    assert {1000 - 250, 1000 - 219, 1000 - 281} < model.missing
    model.known.keep(rows)
    assert model.index(251).data() == "0250"


def test_the_neighbour_is_the_one_below_and_below_the_last_the_one_above(model: ConversationModel) -> None:
    titles = [model.neighbour(ConversationId(name)).title for name in "acbd"]
    assert titles == ["c", "b", "d", "b"]
    assert filled(listed("a")).neighbour(ConversationId("a")) is None


def test_what_is_about_to_go_is_no_neighbour(model: ConversationModel) -> None:
    model.known.leaving.update((ord("c"), ord("b")))
    assert model.neighbour(ConversationId("a")).title == "d"


def test_the_newest_may_be_a_pinned_one(model: ConversationModel) -> None:
    assert model.newest().title == "a"
    model.put(listed("p", -5, is_pinned=True), NOW)
    assert model.newest().title == "p"
    assert filled().newest() is None


def test_in_the_trash_there_are_no_headings(qapp: QApplication) -> None:
    assert qapp
    rows = [listed("a", 9 * DAY, trashed_at=NOW), listed("b", trashed_at=NOW - 3 * DAY)]
    model = filled(*rows, place=TRASH)
    assert texts(model) == ["a", "b"]
    model.put(listed("c", trashed_at=NOW - DAY), NOW)
    assert texts(model) == ["a", "c", "b"]
    for each in ("a", "b", "c"):
        model.put(listed(each), NOW)
    assert texts(model) == []
    model.put(rows[1], NOW)
    assert texts(model) == ["b"]


def test_a_place_that_is_closed_lists_nothing_until_it_is_opened(qapp: QApplication) -> None:
    assert qapp
    model = filled(listed("a", is_archived=True), place=ARCHIVED)
    model.close(ARCHIVED)
    model.put(listed("b", is_archived=True), NOW)
    assert (texts(model), model.is_open) == ([], False)
    model.open(opened(listed("b", is_archived=True), place=ARCHIVED), NOW)
    assert texts(model) == ["Today", "b"]


def test_an_editor_begins_with_the_title_that_was_given(qapp: QApplication) -> None:
    assert qapp
    model = filled(listed(" "))
    index = model.index(1)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("New conversation", "")
