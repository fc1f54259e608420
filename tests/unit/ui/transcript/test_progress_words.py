from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.transcript.progress_words import ProgressWords


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def words(qtbot: QtBot, told: list[str]) -> Iterator[ProgressWords]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgressWords(lambda: told.append(made.text), parent)
    yield made
    parent.close()


def test_waiting_counts_down_to_the_next_try(qtbot: QtBot, words: ProgressWords, told: list[str]) -> None:
    words.wait(1.4)
    qtbot.waitUntil(lambda: words.text == "Asked again", timeout=4_000)
    assert told == ["Busy: asked again in 2 s", "Busy: asked again in 1 s", "Asked again"]


def test_thinking_is_said_once_and_ends_with_the_first_word(words: ProgressWords, told: list[str]) -> None:
    words.think()
    words.think()
    words.clear()
    assert told == ["Thinking", ""]
