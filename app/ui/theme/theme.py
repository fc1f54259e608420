"""The theme in force. It follows the system's colour scheme unless told otherwise, and changes at once."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import font
from app.ui.theme.icons import Icons
from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.tokens import DARK, INTERFACE, LIGHT, Colours, Tone


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, fonts and icons for every widget; handed to each by its maker.

    Widgets ask for colours when they paint. A change repaints them all, because it changes the
    application's palette and style sheet.

    Signals:
        changed: other colours are in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._system = app.styleHints().colorScheme()
        self.icons = Icons()
        self.colours = self._colours_wanted()
        app.setStyle("Fusion")
        app.setFont(font(INTERFACE))
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def colour(self, tone: Tone) -> QColor:
        return QColor(self.colours.of(tone))

    @property
    def is_light(self) -> bool:
        return self.colours is LIGHT

    def choose(self, scheme: Scheme) -> None:
        """Put `scheme` in force."""
        self._scheme = scheme
        self._reconsider()

    def _follow(self, system: Qt.ColorScheme) -> None:
        self._system = system
        self._reconsider()

    def _reconsider(self) -> None:
        wanted = self._colours_wanted()
        if wanted is not self.colours:
            self.colours = wanted
            self._apply()
            self.changed.emit()

    def _colours_wanted(self) -> Colours:
        if self._scheme is Scheme.SYSTEM:
            dark = self._system is Qt.ColorScheme.Dark
        else:
            dark = self._scheme is Scheme.DARK
        return DARK if dark else LIGHT

    def _apply(self) -> None:
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    tones: dict[QPalette.ColorRole, Tone] = {
        role.Window: "ground",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "side",
        role.Text: "ink",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.ToolTipBase: "surface",
        role.ToolTipText: "ink",
        role.PlaceholderText: "quiet",
        role.Highlight: "selection",
        role.HighlightedText: "ink",
        role.Link: "accent",
        role.Accent: "accent",
    }
    palette = QPalette()
    for name, tone in tones.items():
        palette.setColor(name, QColor(colours.of(tone)))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(disabled, name, QColor(colours.quiet))
    return palette
