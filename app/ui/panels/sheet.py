"""The column of a page that stands in place of everything else: in the middle, never too wide to read.

In a window that is too small for all of it, it can be scrolled.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.scale import scaled
from app.ui.widgets.scroll_area import in_scroll_area

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
        scroll = in_scroll_area(ground)
        filling = QVBoxLayout(page)
        filling.setContentsMargins(0, 0, 0, 0)
        filling.addWidget(scroll)
