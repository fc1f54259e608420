"""A menu of a few words with their icons, in the corners of the look."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, RADIUS_ROW, Tone


class Menu(QMenu):
    """Its icons take the colours that are in force when it opens."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: list[tuple[QAction, str, Tone]] = []
        self.setAccessibleName(name)
        self.aboutToShow.connect(self._draw_icons)

    def offer(
        self, words: str, icon: str, deed: Callable[[], object], *, key: str = "", tone: Tone = "quiet"
    ) -> QAction:
        """Add an entry. `key` is shown and does nothing here: who has the focus answers to it."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: deed())
        self._icons.append((action, icon, tone))
        self.addAction(action)
        return action

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off: not every screen can show a window through."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_ROW, RADIUS_ROW)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def _draw_icons(self) -> None:
        ratio = self.devicePixelRatioF()
        for action, icon, tone in self._icons:
            action.setIcon(QIcon(self._theme.icons.pixmap(icon, self._theme.colours.of(tone), ICON, ratio)))
