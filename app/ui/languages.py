"""Puts the person's language in force, before anything is made that speaks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.domain.plain_settings import Language
from app.system.resources import resource

_OURS = (Language.ENGLISH.value, Language.GERMAN.value)


def language_for(wanted: Language, of_system: Sequence[str]) -> str:
    """Return the code of the language to speak: the wanted one, or the system's first that we speak."""
    if wanted is not Language.SYSTEM:
        return wanted.value
    spoken = (name.replace("_", "-").partition("-")[0].lower() for name in of_system)
    return next((code for code in spoken if code in _OURS), Language.ENGLISH.value)


def speak(app: QApplication, wanted: Language) -> None:
    """Let Sotto's words, and Qt's own, be in the person's language, and read in its direction."""
    code = language_for(wanted, QLocale.system().uiLanguages())
    if code != Language.ENGLISH:
        _install(app, str(resource(f"translations/{code}.qm")))
        _install(app, f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{code}.qm")
    if wanted is not Language.SYSTEM:
        QLocale.setDefault(QLocale(code))
    app.setLayoutDirection(QLocale().textDirection())


def _install(app: QCoreApplication, file: str) -> None:
    translator = QTranslator(app)
    if translator.load(file):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
