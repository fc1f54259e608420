"""The one style sheet."""

import re

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK, LIGHT, Colours


def named(colours: Colours) -> set[str]:
    return {str(getattr(colours, name)) for name in Colours.__slots__}


def test_it_uses_the_tokens_colours_alone() -> None:
    for colours in (LIGHT, DARK):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(colours)))
        assert used
        assert used <= named(colours)


def test_light_and_dark_differ_in_nothing_but_colours() -> None:
    light, dark = (re.sub(r"#[0-9A-F]{6}", "#", stylesheet(colours)) for colours in (LIGHT, DARK))
    assert light == dark


def test_qt_understands_every_rule(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(Scheme.DARK)  # a rule that Qt does not understand is a warning, and a warning is red
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert field.height() == 36
