"""A scroll bar that lies over the edge of the rows: they keep their width whether it is there or not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

_WIDTH = 10


class OverlaidBar(QScrollBar):
    """Shows and moves what the area's own bar, which is hidden, stands for."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._own = area.verticalScrollBar()
        self._own.rangeChanged.connect(self.place)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)

    def place(self) -> None:
        """Lie at the edge at which the rows end, if there is anything to scroll."""
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setValue(self._own.value())
        self.setVisible(self._own.maximum() > 0)
        left = 0 if self._area.isRightToLeft() else self._area.width() - _WIDTH
        self.setGeometry(left, 0, _WIDTH, self._area.height())
