"""The left side of the window: begin a conversation, choose one, the ways to the trash and the settings."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.events import ConversationRemoved, ConversationRestored, ConversationTrashed, Event
from app.domain.ids import ConversationId
from app.ui.actions import Command
from app.ui.sidebar.conversation_list import ConversationList
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.offer_line import OfferLine
from app.ui.sidebar.row_list import RowList
from app.ui.sidebar.search_place import SearchPlace
from app.ui.sidebar.trash_list import TrashList
from app.ui.sidebar.trash_model import TrashModel
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, ROW_HEIGHT, SIDEBAR_WIDTH, SMALL
from app.ui.widgets.button import LINK, PLAIN, ROW, TOOL, Button

_MARGIN_X, _MARGIN_Y = 8, 12
_HEADING_MARGINS = (12, 0, 12, 5)
_GAP = 4
_TEMPORARY = "Begins a conversation that is not stored, and is gone when Sotto is locked or closed"
_UNDO = ("Moved to the trash", "Undo", "Takes the conversation out of the trash")
_REMINDER = (
    "No recovery key",
    "Make one",
    "Opens keys and backups. Without a recovery key, a lost keyring takes the history with it",
)


class Sidebar(QWidget):
    """Shows the list of conversations or, in its place, the trash.

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
        self.model = ConversationModel(self)
        self.trash_model = TrashModel(self)
        self.new_button = Button(theme, "New conversation", PLAIN, icon="plus")
        self.temporary_button = Button(
            theme, Command.TEMPORARY, TOOL, icon="message-circle-dashed", icon_only=True
        )
        self.temporary_button.setAccessibleDescription(_TEMPORARY)
        self.list = ConversationList(theme, self.model)
        self.trash = TrashList(theme, self.trash_model)
        self.undo_line = OfferLine(theme, *_UNDO)
        self.reminder = OfferLine(theme, *_REMINDER)
        self.trash_button = Button(theme, "Trash", ROW, icon="trash-2")
        self.trash_button.setCheckable(True)
        self.trash_button.hide()
        self.safety_button = Button(theme, "Keys and backups", ROW, icon="lock")
        self.settings_button = Button(theme, "Settings", ROW, icon="settings")
        self.setMinimumWidth(SIDEBAR_WIDTH - 15 * GRID)
        self._arrange()
        self.new_button.clicked.connect(self.new_wanted)
        self.temporary_button.clicked.connect(self.temporary_wanted)
        self.safety_button.clicked.connect(self.safety_wanted)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.trash_button.toggled.connect(self._show_rows)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        for changed in (self.trash_model.rowsInserted, self.trash_model.rowsRemoved):
            changed.connect(self._trash_changed)
        self.trash_model.modelReset.connect(self._trash_changed)

    def apply(self, event: Event, now: int) -> None:
        """Let both lists show what has happened."""
        match event:
            case ConversationTrashed(conversation_id):
                if gone := self.model.conversation(self.model.find(conversation_id)):
                    self.trash_model.put(gone)
            case ConversationRestored(conversation):
                self.trash_model.take(conversation.id)
            case ConversationRemoved(conversation_id):
                self.trash_model.take(conversation_id)
            case _:
                pass  # of no meaning for the trash
        self.model.apply(event, now)

    def select(self, conversation_id: ConversationId | None) -> None:
        """Mark what is shown; None when it is in no list yet."""
        index = self.model.find(conversation_id) if conversation_id else QModelIndex()
        if index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.selectionModel().clear()

    def show_conversations(self) -> None:
        """Leave the trash."""
        self.trash_button.setChecked(False)

    def focus_rows(self) -> None:
        """Put the focus on the rows that are shown."""
        self._shown_rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_undo_offered(self, *, offered: bool) -> None:
        """Show or hide the line that offers to undo a deletion; the focus does not go with it."""
        had_focus = self.undo_line.has_focus
        self.undo_line.setVisible(offered)
        if had_focus and not offered:
            self.focus_rows()

    def sizeHint(self) -> QSize:
        return QSize(SIDEBAR_WIDTH - 1, 480)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's own use of it while it means the way back from the trash."""
        if event.type() is QEvent.Type.ShortcutOverride and self._leads_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads_back(event):
            self.show_conversations()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        painter.setPen(self._theme.colour("line"))
        above_foot = self._foot.geometry().y() - _MARGIN_X - 1
        painter.drawLine(_MARGIN_X, above_foot, self.width() - 1 - _MARGIN_X, above_foot)
        painter.end()

    def _arrange(self) -> None:
        self._rows = QStackedWidget()
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._trash_page())
        self.search = SearchPlace(self._theme, self._rows)
        self.search.ended.connect(self.focus_rows)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self.trash_button)
        self._foot.addWidget(self.safety_button)
        self._foot.addWidget(self.settings_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self.new_button, 1)
        top.addWidget(self.temporary_button)
        column.addLayout(top)
        column.addSpacing(_GAP)
        column.addWidget(self.search.field)
        column.addWidget(self.search, 1)
        column.addWidget(self.reminder)
        column.addWidget(self.undo_line)
        column.addSpacing(2 * _MARGIN_X)
        column.addLayout(self._foot)

    def _trash_page(self) -> QWidget:
        heading = QLabel("In the trash")
        heading.setFont(font(SMALL))
        heading.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        heading.setAlignment(Qt.AlignmentFlag.AlignBottom)
        heading.setContentsMargins(*_HEADING_MARGINS)
        heading.setFixedHeight(ROW_HEIGHT)
        self.empty_button = Button(self._theme, "Empty…", LINK)
        self.empty_button.setAccessibleDescription("Deletes for ever all that is in the trash")
        self.empty_button.clicked.connect(self.empty_wanted)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(heading, 1)
        top.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        column.addWidget(self.trash)
        return page

    def _leads_back(self, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._shown_rows is self.trash
        )

    @property
    def _shown_rows(self) -> RowList:
        return self.trash if self.trash_button.isChecked() else self.list

    def _show_rows(self) -> None:
        """The trash button was switched: show what it says, and go on there."""
        shown = self._shown_rows
        self._rows.setCurrentIndex(int(self.trash_button.isChecked()))
        if shown is self.trash:
            self.trash.choose_first()
        by_key = self.trash_button.hasFocus()
        shown.setFocus(Qt.FocusReason.TabFocusReason if by_key else Qt.FocusReason.MouseFocusReason)

    def _trash_changed(self) -> None:
        is_empty = self.trash_model.rowCount() == 0
        if is_empty:
            self.show_conversations()
        self.trash_button.setVisible(not is_empty)

    def _current_changed(self, current: QModelIndex) -> None:
        if conversation := self.model.conversation(current):
            self.chosen.emit(conversation.id)
