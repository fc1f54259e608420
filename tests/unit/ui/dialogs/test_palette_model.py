"""What the palette offers, for its list to show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.actions import Command
from app.ui.dialogs.palette_model import ASIDE, ROW, PaletteModel
from app.ui.dialogs.palette_rows import CommandRow, ConversationRow, SearchRow
from app.ui.plain_keeper import PlainKeeper
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import conversation
from tests.unit.ui.test_shortcuts import made_for

ROWS = (
    CommandRow(Command.LOCK, "Lock"),
    ConversationRow(conversation("a").id, "Celadon\u202e", NOW),
    ConversationRow(conversation("b").id, "", NOW),
    SearchRow("kiln"),
)


@pytest.fixture
def model(window: QWidget) -> PaletteModel:
    made = PaletteModel(made_for(window, PlainKeeper(parent=window)), window)
    made.now = NOW
    made.show(ROWS)
    return made


def read(model: PaletteModel, role: int) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_every_row_has_words_and_says_what_it_is(model: PaletteModel) -> None:
    words = ["Lock", "Celadon", "New conversation", "Search messages for “kiln”"]
    assert read(model, Qt.ItemDataRole.DisplayRole) == words
    assert read(model, Qt.ItemDataRole.AccessibleDescriptionRole) == [
        "Command Ctrl+L",
        "Conversation 10:41",
        "Conversation 10:41",
        "",
    ]


def test_keys_and_moments_stand_at_the_end(model: PaletteModel) -> None:
    assert read(model, ASIDE) == ["Ctrl+L", "10:41", "10:41", ""]
    assert read(model, ROW) == list(ROWS)
