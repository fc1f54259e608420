from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.panels.told_page import ToldPage
from app.ui.theme.theme import Theme
from app.ui.wording import Words


def test_it_tells_the_eye_and_assistive_tools_the_same(qtbot: QtBot, theme: Theme) -> None:
    page = ToldPage(theme, "Go on", "Leave")
    qtbot.addWidget(page)
    page.say_words(Words("It broke", "A part is gone.", "Try again."))
    told = [text.text() for text in (page.title, page.explanation, page.next_step)]
    assert told == ["It broke", "A part is gone.", "Try again."]
    seen = QAccessible.queryAccessibleInterface(page)
    assert seen.text(QAccessible.Text.Description) == "A part is gone. Try again."
    assert [page.first_button.text(), page.second_button.text()] == ["Go on", "Leave"]
