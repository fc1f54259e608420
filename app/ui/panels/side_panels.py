"""Opens and closes what stands beside a conversation, and tells it what is shown and what happens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.events import Event
from app.domain.ids import ConversationId, ItemId
from app.domain.layout import PANEL_WIDTH
from app.ui.errands import Errands
from app.ui.event_relay import EventRelay
from app.ui.panels import later
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.panels.panel import Panel, PanelKind
from app.ui.theme.theme import Theme

_SETTLED_MS = 400  # a width that is still being dragged is not worth keeping


class SidePanels(QObject):
    """Made when there is a core to talk to. One panel at a time; the focus goes back to where it came from.

    Signals:
        message_wanted: the conversation, and the item of it that is to be seen in the transcript.
    """

    message_wanted = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        pane: ConversationPane,
        clock: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controller = controller
        self._pane = pane
        self._clock = clock
        self._shown: ConversationId | None = None
        self._kind: PanelKind | None = None
        self._came_from: QWidget | None = None
        self._errands = Errands(_passed_over)
        self._relay = EventRelay(controller.events, self)
        self._relay.happened.connect(self._apply)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_SETTLED_MS)
        self._width = 0
        self._keeping.timeout.connect(self._keep_width)
        pane.beside.wanted.connect(self.toggle)
        pane.beside.given_wanted.connect(self.show_given)
        pane.beside.closed.connect(self.close)
        pane.split.width_chosen.connect(self._note_width)
        pane.composer.changed.connect(self._tell_draft)
        pane.transcript.pressing.why_wanted.connect(self.tell_why)
        self._errands.send(self._remember_width())

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Another conversation is shown: so it is beside it."""
        if conversation == self._shown:
            return
        self._shown = conversation
        if self._pane.beside.panel:
            self._pane.beside.panel.show_conversation(conversation)

    def toggle(self, kind: PanelKind) -> None:
        """Open a panel or, where it is open, close it."""
        match kind:
            case PanelKind.STATISTICS:
                self._open_dialog(later.statistics(self._theme, self._controller, self._pane))
            case PanelKind.SETTINGS:
                if self._shown:
                    self._open_dialog(
                        later.conversation_settings(self._theme, self._controller, self._pane, self._shown)
                    )
            case _ if self._kind is kind:
                self.close()
            case PanelKind.CONTEXT:
                self._open(kind, later.context_panel(self._theme, self._controller))
            case PanelKind.MAP:
                self._open(kind, later.map_panel(self._theme, self._controller, self._clock))

    def tell_why(self) -> None:
        """Show what the model sees, at the cut."""
        panel = self._pane.beside.panel
        if panel and self._kind is PanelKind.CONTEXT:
            panel.go_to_cut()
        else:
            self.toggle(PanelKind.CONTEXT)

    def show_given(self, reply: ItemId) -> None:
        """Show what a reply was given."""
        self._open(None, later.given_panel(self._theme, self._controller, reply))

    def give_way(self) -> None:
        """The conversation is wanted: where a panel took its place, give it back."""
        if self._pane.split.covers:
            self.close()

    def close(self) -> None:
        beside, came_from = self._pane.beside, self._came_from
        focused = QApplication.focusWidget()
        had_focus = focused is not None and beside.isAncestorOf(focused)
        self._kind = self._came_from = None
        beside.let_go()
        beside.hide()
        self._pane.split.place()
        if had_focus:
            (came_from if came_from and came_from.isVisible() else self._pane.composer.field).setFocus()

    def end(self) -> None:
        """Nothing is heard or asked for from now on."""
        self._pane.beside.wanted.disconnect(self.toggle)
        self._pane.beside.given_wanted.disconnect(self.show_given)
        self._pane.beside.closed.disconnect(self.close)
        self._pane.split.width_chosen.disconnect(self._note_width)
        self._pane.composer.changed.disconnect(self._tell_draft)
        self._pane.transcript.pressing.why_wanted.disconnect(self.tell_why)
        self._relay.end()
        self._errands.cancel()
        self.close()

    def _open_dialog(self, dialog: QDialog) -> None:
        """Open what stands in front of the conversation, and go back to writing when it closes."""
        dialog.finished.connect(lambda _result: self._pane.composer.field.setFocus())
        dialog.open()

    def _open(self, kind: PanelKind | None, panel: Panel) -> None:
        if self._pane.beside.panel is None:
            self._came_from = QApplication.focusWidget()
        self._kind = kind
        self._pane.beside.hold(panel)
        panel.message_wanted.connect(self._go_to_message)
        panel.left.connect(self.close)
        panel.show_draft(self._pane.composer.text, self._pane.composer.files)
        panel.show_conversation(self._shown)
        self._pane.split.place()
        panel.first.setFocus()

    def _go_to_message(self, item: ItemId) -> None:
        self.give_way()
        if self._shown:
            self.message_wanted.emit(self._shown, item)

    def _apply(self, event: Event) -> None:
        if self._pane.beside.panel:
            self._pane.beside.panel.apply(event)

    def _tell_draft(self) -> None:
        if self._pane.beside.panel:
            self._pane.beside.panel.show_draft(self._pane.composer.text, self._pane.composer.files)

    def _note_width(self, width: int) -> None:
        self._width = width
        self._keeping.start()

    def _keep_width(self) -> None:
        self._errands.send(self._controller.preferring.keep(PANEL_WIDTH, self._width))

    async def _remember_width(self) -> None:
        self._pane.split.set_width(await self._controller.preferring.of(PANEL_WIDTH))


def _passed_over(_error: AppError) -> None:
    """A width that cannot be kept is no trouble to anybody."""
