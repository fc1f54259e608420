"""The buttons of the window: an icon, words or both, in one of a few faces, painted from the tokens."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import (
    ICON,
    INTERFACE,
    MEDIUM,
    RADIUS_ROW,
    RADIUS_SMALL,
    REGULAR,
    ROW_HEIGHT,
    TextStyle,
    Tone,
)

_GAP = 8
_RING = 2


@dataclass(frozen=True, slots=True)
class Face:
    """How a button looks at rest and under the pointer."""

    ink: Tone = "ink"
    fill: Tone | None = None
    border: Tone | None = None
    hover: Tone = "hover"
    style: TextStyle = INTERFACE
    weight: int = REGULAR
    height: int = ROW_HEIGHT
    padding: int = 12
    radius: int = RADIUS_ROW


PLAIN = Face(fill="surface", border="line", weight=MEDIUM)
SMALL_PLAIN = Face(fill="surface", border="line", height=28, padding=8, radius=RADIUS_SMALL)
LINK = Face(ink="accent", weight=MEDIUM, height=28, padding=8, radius=RADIUS_SMALL)
SMALL_TOOL = Face(ink="quiet", height=28, padding=6, radius=RADIUS_SMALL)
PRIMARY = Face(ink="on_accent", fill="accent", hover="accent", weight=MEDIUM, padding=16)
ROW = Face()
CHIP = Face(ink="quiet", height=32, padding=8)
TOOL = Face(ink="quiet", height=32, padding=8)
ROUND = Face(ink="on_accent", fill="accent", hover="accent", height=32, padding=8, radius=16)
FLOATING = Face(ink="quiet", fill="surface", border="line", height=32, padding=8, radius=16)


class Button(QPushButton):
    """Takes the focus by key only, so that its ring shows for those who need it.

    Who sees the ring may press Enter as well as the space bar, whatever a dialog would do by itself.
    One that can be checked is lit, like the chosen row, for as long as it is.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        face: Face,
        *,
        icon: str | None = None,
        icon_after: bool = False,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._face = face
        self._icon = icon
        self._icon_after = icon_after
        self._icon_only = icon_only
        self.setFont(font(face.style, face.weight))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        if icon_only:
            self.setToolTip(words)

    def set_icon(self, icon: str, words: str) -> None:
        """Become the button for something else."""
        if (icon, words) != (self._icon, self.accessibleName()):
            self._icon = icon
            self.set_words(words)

    def set_words(self, words: str) -> None:
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        if self._icon_only:
            self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        face = self._face
        return QSize(self._content_width() + 2 * scaled(face.padding), scaled(face.height))

    def minimumSizeHint(self) -> QSize:
        if self._icon_only:
            return self.sizeHint()
        return QSize(min(scaled(64), self.sizeHint().width()), scaled(self._face.height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key that is held does a deed but once
            self.click()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        painter.end()

    def _content_width(self) -> int:
        icon, gap = scaled(ICON) if self._icon else 0, scaled(_GAP)
        if self._icon_only:
            return icon
        words = ceil(QFontMetricsF(self.font()).horizontalAdvance(self.accessibleName())) + 1
        return words + (icon + gap if icon else 0)

    def _paint_ground(self, painter: QPainter) -> None:
        face = self._face
        fill = face.hover if self.isEnabled() and self.underMouse() else face.fill
        if not self.isEnabled() and face.fill == "accent":
            fill = "line"
        if self.isChecked():
            fill = "chosen"
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(self._theme.colour(face.border) if face.border else Qt.PenStyle.NoPen)
        radius = scaled(face.radius)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, QRectF(self.rect()), radius, on_accent=fill == "accent")

    def _paint_content(self, painter: QPainter) -> None:
        ink: Tone = self._face.ink if self.isEnabled() else "quiet"
        if not self.isEnabled() and self._face.ink != "on_accent":
            painter.setOpacity(0.6)
        padding, icon = scaled(self._face.padding), scaled(ICON)
        area = self.rect().adjusted(padding, 0, -padding, 0)
        if self._icon:
            ratio = self.devicePixelRatioF()
            picture = self._theme.icons.pixmap(self._icon, self._theme.colours.of(ink), icon, ratio)
            stands_right = self._icon_after is not self.isRightToLeft()
            left = area.right() + 1 - icon if stands_right else area.left()
            painter.drawPixmap(left, (self.height() - icon) // 2, picture)
            shift = icon + scaled(_GAP)
            area.adjust(0 if stands_right else shift, 0, -shift if stands_right else 0, 0)
        if not self._icon_only:
            painter.setPen(self._theme.colour(ink))
            words = QFontMetrics(self.font()).elidedText(
                self.accessibleName(), Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, _words_alignment(self._icon), words)


def draw_focus_ring(
    painter: QPainter, theme: Theme, area: QRectF, radius: float, *, on_accent: bool = False
) -> None:
    """Draw the accent ring inside `area`; on an accent ground it is set off by a gap."""
    inset = _RING / 2
    if on_accent:
        painter.setPen(QPen(theme.colour("on_accent"), 1.5))
        inset = 3.0
    else:
        painter.setPen(QPen(theme.colour("accent"), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        area.adjusted(inset, inset, -inset, -inset), radius - inset / 2, radius - inset / 2
    )


def _words_alignment(icon: str | None) -> Qt.AlignmentFlag:
    sideways = Qt.AlignmentFlag.AlignLeft if icon else Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignVCenter | sideways
