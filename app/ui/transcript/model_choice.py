"""Which model is to answer this once: what the service offers, and any name that is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.chat.provider_setup import ProviderSetup
from app.domain.errors import AppError
from app.domain.ids import ItemId
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_CODE
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

_WIDTH, _HEIGHT = 288, 320
_MARGIN = 12
_EDGE = 8  # between it and the edge of the screen


class ModelChoice(QFrame):
    """Closes as soon as a model is chosen or the person turns elsewhere.

    Signals:
        chosen: the item to answer again, and the name of the model.
    """

    chosen = Signal(object, str)

    def __init__(self, theme: Theme, services: ProviderSetup, errands: Errands, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._services = services
        self._errands = errands
        self._item: ItemId | None = None
        self.setAccessibleName(tr("Answer with another model"))
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Model"))
        self.name.setAccessibleName(tr("Model"))
        self.models = QListWidget()
        self.models.setAccessibleName(tr("Models of the service"))
        self.models.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.name)
        column.addWidget(self.models)
        self.name.textEdited.connect(self._narrow)
        self.name.returnPressed.connect(self._choose_typed)
        self.models.itemActivated.connect(lambda entry: self._choose(entry.text()))
        self.models.itemClicked.connect(lambda entry: self._choose(entry.text()))

    def open(self, item: ItemId, near: QPoint) -> None:
        """Ask, near a place on the screen, which model is to answer `item` again."""
        self._item = item
        self.name.clear()
        self._list([])
        self.move(self._place(near))
        self.show()
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)
        self._errands.send(self._load())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.name.hasFocus():
            self.models.setFocus(Qt.FocusReason.TabFocusReason)
            self.models.setCurrentRow(next(iter(self._rows_shown()), 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off: not every screen can show a window through."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_CODE, RADIUS_CODE)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS_CODE, RADIUS_CODE)
        painter.end()

    async def _load(self) -> None:
        settings = self._services.settings
        if settings is None:
            return
        self._list([settings.model])
        try:
            offered = await self._services.check(settings, None)
        except AppError:  # a name can still be typed
            return
        names = {model.name for model in offered} | {settings.model}
        self._list(sorted(names, key=str.casefold))
        self._narrow(self.name.text())

    def _list(self, names: Sequence[str]) -> None:
        self.models.clear()
        self.models.addItems([single_line(name) for name in names])

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for row in range(self.models.count()):
            entry = self.models.item(row)
            entry.setHidden(wanted not in entry.text().casefold())

    def _rows_shown(self) -> list[int]:
        return [row for row in range(self.models.count()) if not self.models.item(row).isHidden()]

    def _choose_typed(self) -> None:
        """Take the only model that is left, or else what was typed as it stands."""
        rows = self._rows_shown()
        name = self.models.item(rows[0]).text() if len(rows) == 1 else self.name.text().strip()
        if name:
            self._choose(name)

    def _choose(self, name: str) -> None:
        self.close()
        if self._item:
            self.chosen.emit(self._item, name)

    def _place(self, near: QPoint) -> QPoint:
        """Return a place where all of it is on the screen."""
        screen = self.screen().availableGeometry().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return QPoint(
            max(screen.left(), min(near.x(), screen.right() + 1 - _WIDTH)),
            max(screen.top(), min(near.y(), screen.bottom() + 1 - _HEIGHT)),
        )
