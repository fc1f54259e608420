"""The left side of the window: begin a conversation, choose one, and the way to the settings."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from app.domain.ids import ConversationId
from app.ui.sidebar.conversation_delegate import ConversationDelegate
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, SIDEBAR_WIDTH
from app.ui.widgets.button import PLAIN, ROW, Button

_BATCH = 200  # rows laid out at once: keeps a hundred thousand conversations as quick as ten
_MARGIN_X, _MARGIN_Y = 8, 12


class ConversationList(QListView):
    """The rows. Shows the focus ring only once a key was used."""

    def __init__(self, theme: Theme, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = ConversationDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Conversations")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(wanted=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(wanted=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(wanted=False)
        super().mousePressEvent(event)

    def _show_ring(self, *, wanted: bool) -> None:
        self._delegate.ring = wanted
        self.viewport().update()


class Sidebar(QWidget):
    """Signals:
    new_wanted: a new conversation is to begin.
    chosen: the id of the conversation to show.
    settings_wanted: the settings are to be opened.
    """

    new_wanted = Signal()
    chosen = Signal(object)
    settings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = ConversationModel(self)
        self.new_button = Button(theme, "New conversation", PLAIN, icon="plus")
        self.list = ConversationList(theme, self.model)
        self.settings_button = Button(theme, "Settings", ROW, icon="settings")
        self.setMinimumWidth(SIDEBAR_WIDTH - 15 * GRID)
        self._arrange()
        self.new_button.clicked.connect(self.new_wanted)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.list.selectionModel().currentChanged.connect(self._current_changed)

    def select(self, conversation_id: ConversationId | None) -> None:
        """Mark what is shown; None when it is in no list yet."""
        index = self.model.find(conversation_id) if conversation_id else QModelIndex()
        if index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.selectionModel().clear()

    def sizeHint(self) -> QSize:
        return QSize(SIDEBAR_WIDTH - 1, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        painter.setPen(self._theme.colour("line"))
        above_settings = self.settings_button.y() - _MARGIN_X - 1
        painter.drawLine(_MARGIN_X, above_settings, self.width() - 1 - _MARGIN_X, above_settings)
        painter.end()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_X, _MARGIN_Y, _MARGIN_X, _MARGIN_Y)
        column.setSpacing(0)
        column.addWidget(self.new_button)
        column.addWidget(self.list, 1)
        column.addSpacing(2 * _MARGIN_X)
        column.addWidget(self.settings_button)

    def _current_changed(self, current: QModelIndex) -> None:
        if conversation := self.model.conversation(current):
            self.chosen.emit(conversation.id)
