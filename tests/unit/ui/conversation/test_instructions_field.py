"""Instructions, and those of before."""

from pytestqt.qtbot import QtBot

from app.ui.conversation.instructions_field import InstructionsField
from app.ui.theme.theme import Theme


def test_what_was_set_before_comes_back_by_its_first_words(qtbot: QtBot, theme: Theme) -> None:
    field = InstructionsField(theme)
    qtbot.addWidget(field)
    field.fill("Be brief.", ("Be & long\nand wide.", "x" * 100))
    words = [action.text() for action in field.menu.actions()]
    assert words == ["Be && long and wide.", f"{'x' * 59}…"]
    field.menu.actions()[0].trigger()
    assert field.text == "Be & long\nand wide."


def test_without_any_nothing_is_offered_and_empty_is_none(qtbot: QtBot, theme: Theme) -> None:
    field = InstructionsField(theme)
    qtbot.addWidget(field)
    field.fill(None, ())
    assert field.earlier_button.isHidden()
    field.field.setPlainText("  ")
    assert field.text is None
