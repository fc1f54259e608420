"""The column of a page that stands in place of everything else: in the middle, never too wide to read.

In a window that is too small for all of it, it can be scrolled.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme.scale import scaled

_WIDTH, _MARGIN, _SPACING = 480, 32, 12


class Sheet(QWidget):
    """Fills `page`, and takes what is put into its `column`."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setMaximumWidth(scaled(_WIDTH))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_SPACING)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self, 100)
        row.addStretch(1)
        ground = QWidget()
        around = QVBoxLayout(ground)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addStretch(2)
        around.addLayout(row)
        around.addStretch(3)
        scroll = _scroll_around(ground)
        filling = QVBoxLayout(page)
        filling.setContentsMargins(0, 0, 0, 0)
        filling.addWidget(scroll)


def _scroll_around(ground: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has the focus is scrolled to
    scroll.setWidget(ground)
    for behind in (scroll.viewport(), ground):
        behind.setAutoFillBackground(False)  # the window's own shows through
    return scroll
