"""Copying a secret."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.plain_keeper import PlainKeeper
from app.ui.secret_clipboard import SecretClipboard

SECRET = "4T7K-9QXM"


def test_clipboard_histories_are_told_that_it_is_one(qapp: QApplication) -> None:
    owner = QObject()
    SecretClipboard(PlainKeeper(), owner).copy(SECRET)
    offered = qapp.clipboard().mimeData()
    assert offered.text() == SECRET
    assert bytes(offered.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_it_is_taken_back_after_a_while(qtbot: QtBot, qapp: QApplication) -> None:
    owner, plain = QObject(), PlainKeeper()
    plain.change(clipboard_seconds=1)
    SecretClipboard(plain, owner).copy(SECRET)
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "")


def test_what_was_copied_since_stays(qapp: QApplication) -> None:
    owner = QObject()
    clipboard = SecretClipboard(PlainKeeper(), owner)
    clipboard.copy(SECRET)
    qapp.clipboard().setText("a recipe")
    clipboard.clear()
    assert qapp.clipboard().text() == "a recipe"


@pytest.mark.usefixtures("qapp")
def test_it_stays_where_that_is_wanted() -> None:
    owner, plain = QObject(), PlainKeeper()
    plain.change(clipboard_seconds=0)
    clipboard = SecretClipboard(plain, owner)
    clipboard.copy(SECRET)
    assert not clipboard._rest.isActive()
    clipboard.clear()
