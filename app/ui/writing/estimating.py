"""Looks up, while one types, what the draft would cost, who would answer it, and how full the context is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.chat.controller import ChatController
from app.chat.looking_ahead import Draft
from app.domain.errors import AppError
from app.ui.composer.drafts import Place
from app.ui.errands import Errands, is_running
from app.ui.panels.conversation_pane import ConversationPane

_PAUSE_MS = 120
_LONG_PAUSE_MS = 600


class Estimating(QObject):
    """One look at a time: what changes meanwhile is looked at next."""

    def __init__(
        self,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        draft: Callable[[], tuple[Place, Draft]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._pane = pane
        self._errands = errands
        self._draft = draft
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def look_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_LONG_PAUSE_MS if self._pane.composer.field.is_long else _PAUSE_MS)

    def end(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()

    def _look(self) -> None:
        if not is_running():
            return  # the window is about to go
        if self._is_looking:
            self.look_soon()
        else:
            self._is_looking = True
            self._errands.send(self._show())

    async def _show(self) -> None:
        place, draft = self._draft()
        try:
            foreseen = await self._controller.looking_ahead.look(place, draft)
        except AppError:  # a conversation may go meanwhile; what cannot be sent is told when it is sent
            foreseen = None
        except RuntimeError:
            if is_running():
                raise
            return  # the window is about to go, and the loop has ended before it
        finally:
            self._is_looking = False
        if self._draft()[0] != place:
            return
        self._pane.header.show_foreseen(foreseen)
        if foreseen:
            self._pane.composer.cost.show_outlook(foreseen.outlook)
