"""What is done about replies of which nothing has come yet."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.transcript.progress import Progress


def test_each_reply_has_words_of_its_own_until_it_is_forgotten(qtbot: QtBot) -> None:
    assert qtbot
    owner, changed = QObject(), []
    progress = Progress(changed.append, owner)
    progress.think("one")
    progress.wait("two", 3.0)
    assert "Thinking" in progress.words("one")
    assert "3 s" in progress.words("two")
    assert changed == ["one", "two"]
    progress.forget("two")
    progress.clear()
    assert (progress.words("one"), progress.words("two")) == ("", "")
