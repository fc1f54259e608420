"""What a person does to the model's view: pin, leave out, choose how much, sum up. All can be undone."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.chat.controller import ChatController
from app.domain.context_policy import ContextPolicy
from app.domain.errors import GivenUp
from app.domain.ids import ConversationId, ItemId
from app.domain.summary import Summary
from app.domain.undo import Undo
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.panels.map_model import counted_messages
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.translation import tr

Errand = Coroutine[Any, Any, None]


class ContextDeeds(QObject):
    """Signals:
    done: a sentence that says what was done, and what takes it back.
    """

    done = Signal(str, object)

    def __init__(
        self, theme: Theme, controller: ChatController, send: Callable[[Errand], None], around: QWidget
    ) -> None:
        super().__init__(around)
        self._theme = theme
        self._controller = controller
        self._send = send
        self._around = around

    async def pin(self, conversation: ConversationId, item: ItemId, *, pinned: bool) -> None:
        marks = self._controller.marks
        await marks.pin(conversation, item, pinned=pinned)
        words = tr("Pinned: it is sent in any case") if pinned else tr("Not pinned any more")
        self.done.emit(words, lambda: self._send(marks.pin(conversation, item, pinned=not pinned)))

    async def exclude(self, conversation: ConversationId, item: ItemId, *, excluded: bool) -> None:
        marks = self._controller.marks
        await marks.exclude(conversation, item, excluded=excluded)
        words = tr("Left out: it is not sent") if excluded else tr("Sent again")
        self.done.emit(words, lambda: self._send(marks.exclude(conversation, item, excluded=not excluded)))

    async def keep_policy(self, conversation: ConversationId, policy: ContextPolicy) -> None:
        shaping = self._controller.shaping
        before = await shaping.of(conversation)
        await shaping.keep(conversation, replace(before, policy=policy))
        self.done.emit(
            tr("Changed how much is sent"),
            lambda: self._send(self._restore_policy(conversation, before.policy)),
        )

    async def summarise(self, conversation: ConversationId) -> None:
        """Have all but the newest messages summed up. Who stops it needs no word about that."""
        try:
            made = await self._controller.compacting.summarize(conversation)
        except GivenUp:
            return
        self.done.emit(tr("Summed up"), lambda: self._send(self._forget(conversation, made)))

    async def open_summary(self, conversation: ConversationId) -> None:
        """Show the summary that is sent. Its words can be changed, and it can be deleted."""
        summaries = await self._controller.compacting.summaries(conversation)
        if not summaries:
            return
        summary, is_sealed = summaries[0], summaries[0].sealed_for is not None
        by = tr("Written by {model}.").format(model=summary.model) if summary.model else tr("In your words.")
        by = tr("Only the service that made it can read it.") if is_sealed else by
        about = tr("It is sent in place of the first {messages}, which stay as they are. {author}").format(
            messages=counted_messages(summary.depth), author=by
        )
        text = "" if is_sealed else summary.text
        dialog = WordsDialog(
            self._theme, tr("Summary"), about, text, self._around.window(), may_change=not is_sealed
        )
        dialog.remove_button.show()
        dialog.accepted.connect(lambda: self._send(self._edit(conversation, summary, dialog.text)))
        dialog.removed.connect(lambda: self._send(self._remove(conversation, summary)))
        dialog.finished.connect(lambda _result: self._around.setFocus())
        dialog.open()

    def read(self, title: str, text: str | None) -> None:
        """Show what was sent beside the messages. It cannot be changed here."""
        about = tr("This was sent as it stands.") if text else tr("It has been deleted since.")
        dialog = WordsDialog(self._theme, title, about, text or "", self._around.window(), may_change=False)
        dialog.finished.connect(lambda _result: self._around.setFocus())
        dialog.open()

    async def _restore_policy(self, conversation: ConversationId, policy: ContextPolicy | None) -> None:
        now = await self._controller.shaping.of(conversation)
        await self._controller.shaping.keep(conversation, replace(now, policy=policy))

    async def _edit(self, conversation: ConversationId, summary: Summary, text: str) -> None:
        undo = await self._controller.compacting.edit(conversation, summary.id, text)
        self._offer(tr("Summary changed"), undo)

    async def _remove(self, conversation: ConversationId, summary: Summary) -> None:
        undo = await self._controller.compacting.remove(conversation, summary.id)
        self._offer(tr("Summary deleted: the messages are sent themselves again"), undo)

    async def _forget(self, conversation: ConversationId, summary: Summary) -> None:
        await self._controller.compacting.remove(conversation, summary.id)

    def _offer(self, words: str, undo: Undo) -> None:
        self.done.emit(words, TakingBack(self._controller.removing, [undo], self._send))
