"""What the rows say, and that only what is looked at is read."""

import pytest
from PySide6.QtCore import Qt

from app.domain.ids import ItemId
from app.ui.panels.context_model import ContextModel
from app.ui.panels.context_rows import ContextRows
from tests.fakes.scripted_inspecting import an_item, told
from tests.fixtures.waiting import until


@pytest.fixture
def model(qapp: object) -> ContextModel:  # noqa: ARG001  # a model's timer needs the application
    made = ContextModel()
    made.load(ContextRows(told(5, 3), 5, has_question=True), frozenset({ItemId("item-5")}), 18)
    return made


def spoken(model: ContextModel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(place).data(role)) for place in range(model.rowCount())]


def test_each_row_is_spoken_with_what_is_sent_why_and_how_much(model: ContextModel) -> None:
    rows = spoken(model)
    assert rows[0].startswith("Instructions · Be brief")
    assert rows[0].endswith("Sent, about 16 tokens")
    assert rows[1] == "…, Not sent: too far back, there is no room, "
    assert rows[3].endswith(", Sent, 697 tokens")
    assert rows[5].startswith("You · ")
    assert ", Sent · pinned, about " in rows[5]
    assert rows[6] == "Your next question, Comes on top of that, about 18 tokens"


def test_a_summary_says_what_it_stands_for(model: ContextModel) -> None:
    model.load(ContextRows(told(5, 3, summary=2), 5, has_question=False), frozenset())
    assert spoken(model)[3].startswith("Summary · We spoke of glazes")
    assert "Sent in place of the first 2" in spoken(model)[3]


async def test_what_is_looked_at_is_asked_for_once_and_filled_in(model: ContextModel) -> None:
    asked: list[tuple[int, ...]] = []
    model.items_wanted.connect(asked.append)
    spoken(model)
    await until(lambda: asked, "the question")
    assert asked == [(1, 2, 3, 4, 5)]
    model.learn((1, 2), [an_item(1)])
    spoken(model)
    assert spoken(model)[1].startswith("You · The blue comes")
    assert spoken(model)[2].startswith("Deleted, Not sent")
    assert len(asked) == 1


def test_without_a_conversation_there_is_nothing(model: ContextModel) -> None:
    model.load(None, frozenset())
    assert model.rowCount() == 0
