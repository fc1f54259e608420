from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.settings.page import Page
from app.ui.theme.theme import Theme


def test_a_page_has_its_heading_and_never_grows_too_wide_to_read(qtbot: QtBot, theme: Theme) -> None:
    page = Page(theme, "Celadon")
    qtbot.addWidget(page)
    first, second = QLabel("one"), QLabel("two")
    page.put(first)
    page.put_row((second,))
    page.resize(2000, 400)
    page.show()
    assert (page.heading.text(), page.accessibleName()) == ("Celadon", "Celadon")
    assert page.maximumWidth() == 520
    assert first.y() > page.heading.y()
    assert page.explanation("Why so.").text() == "Why so."
