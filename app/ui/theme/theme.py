"""The theme in force. It follows the system's colour scheme unless told otherwise, and changes at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.domain.plain_settings import Scheme
from app.ui.theme.fonts import font
from app.ui.theme.icons import Icons
from app.ui.theme.resizing import resize_all
from app.ui.theme.scale import percent, set_percent
from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.tokens import DARK, INTERFACE, LIGHT, MOTION_MS, Colours, Tone


class Theme(QObject):
    """Colours, fonts and icons for every widget; handed to each by its maker.

    Widgets ask for colours when they paint. A change repaints them all, because it changes the
    application's palette and style sheet.

    Signals:
        changed: other colours are in force.
        resized: text and all around it has another size. Widgets with fonts and fixed lengths have been
            given theirs; who keeps a layout of its own makes it anew.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._system = app.styleHints().colorScheme()
        self._moves = True
        set_percent(app, text_percent)
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

    @property
    def motion_ms(self) -> int:
        """How long what moves may move: not at all for those who do not want it."""
        return MOTION_MS if self._moves else 0

    def let_move(self, *, wanted: bool) -> None:
        """Let things move from now on, or stand where they will be."""
        self._moves = wanted

    def resize_text(self, wanted: int) -> None:
        """Let text, and all that it stands in, be `wanted` percent of the look's size."""
        before = percent()
        set_percent(self._app, wanted)
        after = percent()
        if after != before:
            self._app.setFont(font(INTERFACE))
            resize_all(QApplication.allWidgets(), before, after)
            self._app.setStyleSheet(stylesheet(self.colours))
            self.resized.emit()

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
