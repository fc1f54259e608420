from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.ui.translation import tr


class Shouting(QTranslator):
    """A language of one word."""

    def translate(self, context: str, words: str, *_how: object) -> str:
        return f"{context}: {words.upper()}"

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    language = Shouting()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.mark.usefixtures("qapp")
def test_words_stay_english_without_a_translation() -> None:
    assert tr("Rename") == "Rename"


@pytest.mark.usefixtures("shouting")
def test_words_are_said_as_the_installed_language_says_them() -> None:
    assert tr("Rename") == "sotto: RENAME"
