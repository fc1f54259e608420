"""The way to all conversations that bear a tag. It is there while there are tags."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.listing import Place, PlaceKind
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.wishes import Wishes
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import TOOL, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.menu import Menu


class TagButton(Button):
    def __init__(self, theme: Theme, known: KnownRows, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Show by tag"), TOOL, icon="tag", icon_only=True, parent=parent)
        self._known = known
        self._wishes = wishes
        self.menu_of_tags = Menu(theme, tr("Tags"), self)
        self.clicked.connect(self._open)
        self.hide()

    def reconsider(self) -> None:
        """There may be tags now, or none any more."""
        self.setVisible(bool(self._known.tags))

    def _open(self) -> None:
        self.menu_of_tags.clear()
        for tag in self._known.tags:
            place = Place(PlaceKind.TAG, tag.name)
            words = tr("{tag} ({count})").format(tag=single_line(tag.name), count=tag.conversations)
            self.menu_of_tags.offer(words, "tag", partial(self._wishes.place.emit, place))
        self.menu_of_tags.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
