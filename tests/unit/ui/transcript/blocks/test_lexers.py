"""Lexers, loaded beside the window."""

from pytestqt.qtbot import QtBot

from app.ui.transcript.blocks.surroundings import Surroundings


def test_a_lexer_is_fetched_once_and_then_known(qtbot: QtBot, surroundings: Surroundings) -> None:
    lexers, told = surroundings.lexers, []
    assert not lexers.knows("Python")
    lexers.fetch("Python", lambda: told.append("one"))
    lexers.fetch("python", lambda: told.append("two"))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert lexers.of("PYTHON").name == "Python"


def test_a_language_that_nobody_knows_has_none(qtbot: QtBot, surroundings: Surroundings) -> None:
    lexers, told = surroundings.lexers, []
    assert lexers.knows("")
    lexers.fetch("no such language", lambda: told.append("one"))
    qtbot.waitUntil(lambda: bool(told))
    assert lexers.knows("no such language")
    assert lexers.of("no such language") is None
