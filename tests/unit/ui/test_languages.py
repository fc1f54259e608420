"""The person's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.plain_settings import Language
from app.system.resources import resource
from app.ui.actions import Command
from app.ui.languages import language_for, speak
from app.ui.translation import tr, translated
from app.ui.wording import LOCKED, in_own_language


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("wanted", "of_system", "code"),
    [
        (Language.SYSTEM, ["de-AT", "en-GB"], "de"),
        (Language.SYSTEM, ["fr_FR", "de_DE"], "de"),
        (Language.SYSTEM, ["fr-FR"], "en"),
        (Language.SYSTEM, [], "en"),
        (Language.ENGLISH, ["de-DE"], "en"),
        (Language.GERMAN, ["en-US"], "de"),
    ],
)
def test_the_systems_first_language_that_we_speak_is_spoken(
    wanted: Language, of_system: list[str], code: str
) -> None:
    assert language_for(wanted, of_system) == code


def test_in_german_everything_is_german_also_what_is_qts_own(app: QApplication) -> None:
    speak(app, Language.GERMAN)
    assert tr("Empty the trash?") == "Papierkorb leeren?"
    assert translated(Command.LOCK) == "Sperren"
    assert in_own_language(LOCKED).title == "Der Verlauf ist gesperrt"
    field = QLineEdit("x")
    menu = field.createStandardContextMenu()
    assert any("Ausschneiden" in action.text() for action in menu.actions())
    menu.deleteLater()
    field.deleteLater()


def test_english_needs_no_translation(app: QApplication) -> None:
    speak(app, Language.ENGLISH)
    assert tr("Empty the trash?") == "Empty the trash?"


def test_what_nobody_has_translated_stays_english(app: QApplication) -> None:
    speak(app, Language.GERMAN)
    assert translated("A sentence that nobody says") == "A sentence that nobody says"


def test_the_packed_translation_comes_along() -> None:
    assert resource("translations/de.qm").stat().st_size > 10_000
