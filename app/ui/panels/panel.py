"""What stands in the column beside a conversation: one panel at a time, made when it is wanted."""

from collections.abc import Coroutine
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.attachment import PreparedFile
from app.domain.errors import AppError
from app.domain.events import Event
from app.domain.ids import ConversationId
from app.ui.errands import Errands, is_running
from app.ui.wording import words_for


class PanelKind(StrEnum):
    """What a key opens beside a conversation; the last two in front of it."""

    CONTEXT = "context"
    MAP = "map"
    SETTINGS = "settings"
    STATISTICS = "statistics"


class Panel(QWidget):
    """Shows something of the conversation it is told of, and hears what happens.

    Signals:
        titled: what the column is to say above it.
        undo_offered: a sentence that says what was done, and what takes it back.
        complained: a sentence about what could not be done; without a word, nothing is wrong any more.
        message_wanted: the id of an item that is to be shown in the transcript.
        left: what it is about is not shown any more, and so it is to go.
    """

    titled = Signal(str)
    undo_offered = Signal(str, object)
    complained = Signal(str)
    message_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._errands = Errands(self._failed)
        self._has_ended = False

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show that conversation, or say that nothing has begun yet."""
        raise NotImplementedError

    def apply(self, event: Event) -> None:
        """Hear what has happened anywhere."""
        raise NotImplementedError

    def show_draft(self, text: str, files: tuple[PreparedFile, ...] = ()) -> None:
        """Hear what is being written and attached; most panels have no use for it."""

    def go_to_cut(self) -> None:
        """Show where begins what is sent; most panels have no such place."""

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self

    def send(self, errand: Coroutine[Any, Any, None]) -> None:
        """Begin what is not waited for, unless the panel is going already, or the program is."""
        if self._has_ended or not is_running():
            errand.close()
        else:
            self._errands.send(errand)

    def end(self) -> None:
        """Ask for nothing any more."""
        self._has_ended = True
        self._errands.cancel()

    def _failed(self, error: AppError) -> None:
        self.complained.emit(words_for(error.fault).sentence)
