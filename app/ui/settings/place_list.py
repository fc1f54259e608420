"""The list of the pages at the left of the settings."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.ui.settings.place import Place
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, ROW_HEIGHT
from app.ui.translation import tr

_WIDTH = 200


class PlaceList(QListWidget):
    """Signals:
    wanted: the Place that the person turned to.
    taken: a Place was pressed, or taken with Return.
    """

    wanted = Signal(object)
    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("places")
        self.setAccessibleName(tr("Pages of the settings"))
        self.setFont(font(INTERFACE))
        self.setFixedWidth(scaled(_WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place in Place:
            item = QListWidgetItem(place.words, self)
            item.setData(Qt.ItemDataRole.UserRole, place)
        self._fit()
        theme.resized.connect(self._fit)
        self.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.itemClicked.connect(lambda item: self.taken.emit(_place(item)))
        self.itemActivated.connect(lambda item: self.taken.emit(_place(item)))

    def turn_to(self, place: Place) -> None:
        self.setCurrentRow(list(Place).index(place))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item:
            self.wanted.emit(_place(item))

    def _fit(self) -> None:
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, scaled(ROW_HEIGHT)))


def _place(item: QListWidgetItem) -> Place:
    return Place(item.data(Qt.ItemDataRole.UserRole))
