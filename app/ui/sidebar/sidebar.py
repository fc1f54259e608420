"""The left side of the window: begin a conversation, choose one, and the ways to other places."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ConversationId
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, Place, PlaceKind
from app.ui.sidebar.drop_button import DropButton
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.offer_line import OfferLine
from app.ui.sidebar.places import Places
from app.ui.sidebar.search_place import SearchPlace
from app.ui.sidebar.tag_button import TagButton
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, SIDEBAR_WIDTH
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, ROW, TOOL, Button
from app.ui.widgets.way_back import WayBack

_MARGIN_X, _MARGIN_Y = 8, 12
_GAP = 4


class Sidebar(QWidget):
    """Shows the list of conversations or, in its place, another one such as a folder or the trash.

    Signals:
        new_wanted: a new conversation is to begin.
        temporary_wanted: one is to begin that is never stored.
        chosen: the id of the conversation to show.
        empty_wanted: all that is in the trash is to be deleted for ever.
        safety_wanted: keys and backups are to be looked after.
        settings_wanted: the settings are to be opened.
    """

    new_wanted = Signal()
    temporary_wanted = Signal()
    chosen = Signal(object)
    empty_wanted = Signal()
    safety_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.known = KnownRows()
        self.wishes = Wishes(self)
        self.places = Places(theme, self.known, self.wishes)
        self.list, self.model = self.places.list, self.places.model
        self.trash, self.trash_model = self.places.trash, self.places.trash_model
        self.empty_button = self.places.trash_page.deed_button
        self.new_button = Button(theme, tr("New conversation"), PLAIN, icon="plus")
        self.temporary_button = Button(
            theme, tr("Temporary conversation"), TOOL, icon="message-circle-dashed", icon_only=True
        )
        self.temporary_button.setAccessibleDescription(
            tr("Begins a conversation that is not stored, and is gone when Sotto is locked or closed")
        )
        self.tag_button = TagButton(theme, self.known, self.wishes)
        self.undo_line = _undo_line(theme)
        self.reminder = _reminder(theme)
        self.archived_button = DropButton(theme, tr("Archived"), "archive")
        self.trash_button = DropButton(theme, tr("Trash"), "trash-2")
        self.safety_button = Button(theme, tr("Keys and backups"), TOOL, icon="lock", icon_only=True)
        self.settings_button = Button(theme, tr("Settings"), ROW, icon="settings")
        self.setMinimumWidth(SIDEBAR_WIDTH - 15 * GRID)
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        WayBack(self, lambda: self.places.place != EVERYDAY, self.show_conversations)
        self.new_button.clicked.connect(self.new_wanted)
        self.temporary_button.clicked.connect(self.temporary_wanted)
        self.safety_button.clicked.connect(self.safety_wanted)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.empty_button.clicked.connect(self.empty_wanted)
        self.archived_button.clicked.connect(lambda: self._switch(ARCHIVED, self.archived_button))
        self.trash_button.clicked.connect(lambda: self._switch(TRASH, self.trash_button))
        self.archived_button.dropped.connect(lambda rows: self.wishes.many.emit(Wish.ARCHIVE, rows))
        self.trash_button.dropped.connect(lambda rows: self.wishes.many.emit(Wish.TRASH, rows))
        self.wishes.place.connect(self._go_into)
        self.places.changed.connect(self._place_changed)
        for rows in (self.list, self.places.place_list):
            rows.chosen.connect(self.chosen)

    def told(self) -> None:
        """Rows, folders or tags are other than before."""
        self.tag_button.reconsider()
        self.places.reconsider()

    def select(self, conversation_id: ConversationId | None) -> None:
        """Mark what is shown; None when it is in no list yet."""
        self.places.select(conversation_id)

    def show_conversations(self) -> None:
        """Leave the trash, or wherever else one is."""
        self.places.show_place(EVERYDAY)

    def focus_rows(self) -> None:
        """Put the focus on the rows that are shown."""
        self.places.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_undo_offered(self, *, offered: bool) -> None:
        """Show or hide the line that offers to undo a deletion; the focus does not go with it."""
        had_focus = self.undo_line.has_focus
        self.undo_line.setVisible(offered)
        if had_focus and not offered:
            self.focus_rows()

    def sizeHint(self) -> QSize:
        return QSize(SIDEBAR_WIDTH - 1, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        painter.setPen(self._theme.colour("line"))
        above_foot = self._foot.geometry().y() - _MARGIN_X - 1
        painter.drawLine(_MARGIN_X, above_foot, self.width() - 1 - _MARGIN_X, above_foot)
        painter.end()

    def _arrange(self) -> None:
        self._rows = self.places
        self.search = SearchPlace(self._theme, self._rows)
        self.search.ended.connect(self.focus_rows)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self.archived_button)
        self._foot.addWidget(self.trash_button)
        last = QHBoxLayout()
        last.setSpacing(_GAP)
        last.addWidget(self.settings_button, 1)
        last.addWidget(self.safety_button)
        self._foot.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self.new_button, 1)
        top.addWidget(self.temporary_button)
        top.addWidget(self.tag_button)
        column.addLayout(top)
        column.addSpacing(_GAP)
        column.addWidget(self.search.field)
        column.addWidget(self.search, 1)
        column.addWidget(self.reminder)
        column.addWidget(self.undo_line)
        column.addSpacing(2 * _MARGIN_X)
        column.addLayout(self._foot)

    def _switch(self, place: Place, button: DropButton) -> None:
        """A button of the foot was pressed: go where it says or, if one is there, back."""
        self.places.show_place(EVERYDAY if self.places.place == place else place)
        reason = Qt.FocusReason.TabFocusReason if button.hasFocus() else Qt.FocusReason.MouseFocusReason
        self.places.rows.setFocus(reason)

    def _go_into(self, place: Place) -> None:
        self.places.show_place(place)
        self.focus_rows()

    def _place_changed(self) -> None:
        kind = self.places.place.kind
        self.archived_button.setChecked(kind is PlaceKind.ARCHIVED)
        self.trash_button.setChecked(kind is PlaceKind.TRASH)


def _undo_line(theme: Theme) -> OfferLine:
    return OfferLine(theme, tr("Moved to the trash"), tr("Undo"), tr("Takes back what was just done"))


def _reminder(theme: Theme) -> OfferLine:
    why = tr("Opens keys and backups. Without a recovery key, a lost keyring takes the history with it")
    return OfferLine(theme, tr("No recovery key"), tr("Make one"), why)
