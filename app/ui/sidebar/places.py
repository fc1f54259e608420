"""The list of conversations, and what can be looked into in its place: a folder, a tag, archive or trash."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ids import ConversationId
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, Place, PlaceKind
from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.place_page import PlacePage
from app.ui.sidebar.trash_list import TrashList
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line


class Places(QStackedWidget):
    """One of them is shown. The list is always there; what another place holds is read when it is wanted.

    Signals:
        wanted: a model whose place is to be read.
        changed: another place is shown.
    """

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, known: KnownRows, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self.model = ConversationModel(EVERYDAY, known, self)
        self.place_model = ConversationModel(ARCHIVED, known, self)
        self.trash_model = ConversationModel(TRASH, known, self)
        self.list = ConversationList(theme, tr("Conversations"), self.model, wishes)
        self.place_list = ConversationList(theme, tr("Archived"), self.place_model, wishes)
        self.trash = TrashList(theme, tr("Trash"), self.trash_model, wishes)
        self.place_page = PlacePage(theme, self.place_list, tr("Archived"))
        self.trash_page = PlacePage(theme, self.trash, tr("Trash"), tr("Empty…"))
        self.trash_page.deed_button.setAccessibleDescription(tr("Deletes for ever all that is in the trash"))
        for page in (self.list, self.place_page, self.trash_page):
            self.addWidget(page)
        for left in (self.place_page.left, self.trash_page.left):
            left.connect(lambda: self.show_place(EVERYDAY))
        for model in self.models:
            for event in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                event.connect(self._say_what_is_empty)

    @property
    def models(self) -> tuple[ConversationModel, ...]:
        return self.model, self.place_model, self.trash_model

    @property
    def place(self) -> Place:
        return self.rows.place

    @property
    def rows(self) -> ConversationList:
        """The rows that are shown."""
        return (self.list, self.place_list, self.trash)[self.currentIndex()]

    def show_place(self, place: Place) -> None:
        """Let this place be seen, and go on there."""
        if place == self.place:
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        match place.kind:
            case PlaceKind.LIST:
                self.setCurrentWidget(self.list)
            case PlaceKind.TRASH:
                self.setCurrentWidget(self.trash_page)
                self.trash.choose_first()
            case _:
                self.place_model.close(place)
                self.place_page.set_name(self._name(place))
                self.setCurrentWidget(self.place_page)
                self.wanted.emit(self.place_model)
        if had_focus:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def archive(self) -> None:
        """Ask for the chosen rows to be archived or, where they are, not to be any more."""
        if self.place.kind is not PlaceKind.TRASH:
            is_archived = self.place.kind is PlaceKind.ARCHIVED
            self.rows.wish_for_chosen(Wish.UNARCHIVE if is_archived else Wish.ARCHIVE)

    def pin(self) -> None:
        """Ask for the chosen rows to be pinned or, if all are, not to be any more."""
        if self.place.kind is not PlaceKind.TRASH:
            known = [row for each in self.rows.numbers if (row := self._known.at(each))]
            self.rows.wish_for_chosen(Wish.UNPIN if all(row.is_pinned for row in known) else Wish.PIN)

    def reconsider(self) -> None:
        """Folders and tags may have other names, or be no more."""
        if self.currentWidget() is self.place_page and self.place.kind is not PlaceKind.ARCHIVED:
            if name := self._name(self.place):
                self.place_page.set_name(name)
            else:
                self.show_place(EVERYDAY)

    def select(self, conversation: ConversationId | None) -> None:
        """Mark what is shown, in whichever lists it stands."""
        self.list.select(conversation)
        self.place_list.select(conversation)

    def _name(self, place: Place) -> str:
        match place.kind:
            case PlaceKind.FOLDER:
                names = (each.name for each in self._known.folders if each.id == place.which)
            case PlaceKind.TAG:
                names = (each.name for each in self._known.tags if each.name == place.which)
            case _:
                return tr("Archived")
        return single_line(next(names, ""))

    def _say_what_is_empty(self) -> None:
        for rows in (self.list, self.place_list, self.trash):
            rows.say_if_empty(_words_for_nothing_in(rows.place) if rows.is_open else "")
        self.trash_page.deed_button.setVisible(self.trash_model.rowCount() > 0)


def _words_for_nothing_in(place: Place) -> str:
    match place.kind:
        case PlaceKind.LIST:
            return tr("No conversations yet. What you ask is listed here.")
        case PlaceKind.FOLDER:
            return tr("Nothing is in this folder. The menu of a conversation has “Move to folder”.")
        case PlaceKind.TAG:
            return tr("No conversation bears this tag.")
        case PlaceKind.ARCHIVED:
            return tr("Nothing is archived. What you archive leaves the list, and is kept here.")
    return tr("The trash is empty. What you delete stays here for 30 days.")
