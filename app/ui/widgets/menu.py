"""A menu of a few words, with an icon before and a key behind each, painted from the tokens."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_ROW, RADIUS_SMALL, SMALL, Tone

_PADDING, _GAP = 12, 8
_WIDTH, _LONGEST = 208, 240


class Menu(QMenu):
    """Qt's own menu in all but its looks. What the window does by key, too, shows the key of the moment."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, tuple[str, Tone]] = {}
        self._more: list[Menu] = []
        self.setMinimumWidth(scaled(_WIDTH))
        self.setAccessibleName(name)
        self.aboutToShow.connect(self._look_up_keys)

    def offer(
        self, words: str, icon: str, deed: Callable[[], object], *, key: str = "", tone: Tone = "quiet"
    ) -> QAction:
        """Add an entry; `icon` may be empty. `key` does nothing here: who has the focus answers to it."""
        action = QAction(_elided(words, scaled(_LONGEST)).replace("&", "&&"), self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: deed())
        self._icons[action] = (icon, tone)
        self.addAction(action)
        return action

    def offer_more(self, words: str, icon: str) -> "Menu":
        """Add an entry that opens a menu of its own, and return that."""
        more = Menu(self._theme, words, self)
        action = self.addMenu(more)
        action.setText(words)
        self._icons[action] = (icon, "quiet")
        self._more.append(more)
        return more

    def clear(self) -> None:
        """Take every entry out again, and what they open with them."""
        self._icons.clear()
        super().clear()
        for each in self._more:
            each.deleteLater()
        self._more.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off: not every screen can show a window through."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_ROW, RADIUS_ROW)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_ROW - 0.5, RADIUS_ROW - 0.5
        )
        for action in self.actions():
            area = self.actionGeometry(action)
            if action.isSeparator():
                painter.fillRect(0, area.center().y(), self.width(), 1, self._theme.colour("line"))
            else:
                self._paint_entry(painter, area, action)
        painter.end()

    def _look_up_keys(self) -> None:
        """Show the keys that the windows around it answer to by now: a person may have chosen others."""
        around = self.parentWidget()
        while around:
            keys = {action.text(): action.shortcut() for action in around.actions()}
            for entry in self.actions():
                if entry.text() in keys:
                    entry.setShortcut(keys[entry.text()])
            around = around.parentWidget()

    def _paint_entry(self, painter: QPainter, area: QRect, action: QAction) -> None:
        if action is self.activeAction():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_SMALL, RADIUS_SMALL)
        (icon, tone), size = self._icons[action], scaled(ICON)
        line = area.adjusted(_PADDING - _GAP, 0, -_GAP, 0)
        beside, mirrored = size + _GAP, self.isRightToLeft()
        if icon:
            sign = self._theme.icons.pixmap(
                icon, self._theme.colours.of(tone), size, self.devicePixelRatioF()
            )
            left = line.right() + 1 - size if mirrored else line.left()
            painter.drawPixmap(left, area.center().y() + 1 - size // 2, sign)
        painter.setFont(font(INTERFACE))
        painter.setPen(self._theme.colour("bad" if tone == "bad" else "ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = line.adjusted(0, 0, -beside, 0) if mirrored else line.adjusted(beside, 0, 0, 0)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, action.text().replace("&&", "&"))
        if action.menu():
            towards = "chevron-left" if mirrored else "chevron-right"
            onward = self._theme.icons.pixmap(
                towards, self._theme.colours.quiet, size, self.devicePixelRatioF()
            )
            end = line.left() if mirrored else line.right() + 1 - size
            painter.drawPixmap(end, area.center().y() + 1 - size // 2, onward)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, key)


def _elided(words: str, width: int) -> str:
    return QFontMetrics(font(INTERFACE)).elidedText(words, Qt.TextElideMode.ElideRight, width)
