"""Two real buttons over the arrows that a message's small print shows beside the number of its version."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.conversation import Versions
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL
from app.ui.transcript.small_print import arrow_places, paint_arrow
from app.ui.translation import tr
from app.ui.widgets.button import draw_focus_ring

_HEIGHT = 24


class _Step(QPushButton):
    """At rest it leaves the arrow to whoever painted it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_at_left = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)  # Enter presses it as well
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        lit = self.isEnabled() and self.underMouse()
        if not (lit or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover" if lit else "ground"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_SMALL, RADIUS_SMALL)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("ink"))
        paint_arrow(painter, self.rect(), at_left=self.is_at_left)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, QRectF(self.rect()), RADIUS_SMALL)
        painter.end()


class VersionSteps(QWidget):
    """Lies over the place of the versions of one message.

    Signals:
        wanted: the version so many steps further.
        left: the pointer has gone elsewhere.
    """

    wanted = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = {
            -1: _Step(theme, tr("Previous version"), self),
            1: _Step(theme, tr("Next version"), self),
        }
        for by, step in self._steps.items():
            step.clicked.connect(lambda _checked=False, by=by: self.wanted.emit(by))
        self.hide()

    def lay_out(self, versions: Versions, area: QRect) -> None:
        """Lie over `area`, where the versions are painted."""
        self.setAccessibleName(
            tr("Version {place} of {count}").format(place=versions.place + 1, count=len(versions.items))
        )
        height = scaled(_HEIGHT)
        self.setGeometry(area.left(), area.center().y() + 1 - height // 2, area.width(), height)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for by, place in arrow_places(self.rect(), leftward=leftward):
            self._steps[by].setGeometry(place)
            self._steps[by].is_at_left = place.left() == 0
            self._steps[by].setEnabled(versions.beside(by) is not None)
        self.show()
        self.raise_()

    def step(self, by: int) -> QPushButton:
        return self._steps[by]

    @property
    def has_focus(self) -> bool:
        return any(step.hasFocus() for step in self._steps.values())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
