import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.exchange.sheet_dialog import SheetDialog
from app.ui.theme.theme import Theme
from tests.fixtures.waiting import until


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
async def dialog(theme: Theme, place: QWidget) -> SheetDialog:
    made = SheetDialog(theme, "A title", place)
    made.put_buttons()
    made.open()
    return made


async def test_nothing_but_the_title_is_said_at_first(dialog: SheetDialog) -> None:
    assert dialog.heading.text() == dialog.windowTitle() == "A title"
    assert [dialog.told.isVisible(), dialog.trouble.isVisible(), dialog.bar.isVisible()] == [False] * 3


async def test_while_it_works_the_bar_moves_and_the_form_rests(dialog: SheetDialog) -> None:
    tell = dialog.begin_work()
    assert dialog.bar.maximum() == 0
    assert not dialog.form.isEnabled()
    assert dialog.cancel_button.hasFocus()
    tell(3, 7)
    await until(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (3, 7), "the bar")
    dialog.end_work()
    assert dialog.form.isEnabled()
    assert not dialog.bar.isVisible()
