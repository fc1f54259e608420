"""What the model would see with the next question as it is written, and what can be done about it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.attachment import PreparedFile
from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy
from app.domain.events import (
    BranchesChanged,
    ConversationShaped,
    Event,
    MessageStored,
    ProviderChanged,
    ReplyEnded,
    ReplyStarted,
    SummaryAdvanced,
    SummaryEnded,
    ViewChanged,
)
from app.domain.ids import ConversationId, ItemId
from app.domain.told_context import NextRequest
from app.ui.panels.context_body import ContextBody
from app.ui.panels.context_deeds import ContextDeeds
from app.ui.panels.panel import Panel
from app.ui.panels.policy_choice import PolicyChoice
from app.ui.panels.summary_line import SummaryLine
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.flow_row import FlowRow

_SETTLED_MS = 250  # of writing, until the plan is made anew


class ContextPanel(Panel):
    def __init__(self, theme: Theme, controller: ChatController) -> None:
        super().__init__()
        self._theme = theme
        self._controller = controller
        self._conversation: ConversationId | None = None
        self._draft = ""
        self._files: tuple[PreparedFile, ...] = ()
        self._told: NextRequest | None = None
        self._version = 0
        self.body = ContextBody(theme, may_change=True)
        self.policy = PolicyChoice(theme)
        self.summary = SummaryLine(theme)
        row = FlowRow((self.policy,))
        row.put_greedy(self.summary)
        self.body.added.addWidget(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SETTLED_MS)
        self._waiting.timeout.connect(self._look)
        self._deeds = ContextDeeds(theme, controller, self.send, self.body.list)
        self._join()

    def go_to_cut(self) -> None:
        self.body.list.go_to_cut()

    @property
    def first(self) -> QWidget:
        return self.body.list

    def show_conversation(self, conversation: ConversationId | None) -> None:
        self.titled.emit(tr("What the model sees"))
        self._conversation = conversation
        self._told = None
        self.body.show_nothing("" if conversation else tr("Nothing has been asked yet."))
        for widget in (self.policy, self.summary):
            widget.setEnabled(conversation is not None)
        if conversation and self._controller.compacting.is_under_way(conversation):
            self.summary.advance(0, 0)
        else:
            self.summary.rest()
        self._look()

    def show_draft(self, text: str, files: tuple[PreparedFile, ...] = ()) -> None:
        if (text, files) == (self._draft, self._files):
            return
        self._draft, self._files = text, files
        self._waiting.start()

    def apply(self, event: Event) -> None:
        match event:
            case SummaryAdvanced(of, done, count) if of == self._conversation:
                self.summary.advance(done, count)
            case SummaryEnded(of) if of == self._conversation:
                self.summary.rest()
                self._look()
            case (
                ViewChanged(of)
                | MessageStored(of)
                | ReplyStarted(of)
                | ReplyEnded(of)
                | BranchesChanged(of)
                | ConversationShaped(of)
            ) if of == self._conversation:
                self._look()
            case ProviderChanged():
                self._look()
            case _:
                pass  # nothing of it is sent

    def end(self) -> None:
        self._waiting.stop()
        super().end()

    def _join(self) -> None:
        rows = self.body.list
        self.body.items_wanted.connect(lambda parts, positions: self.send(self._learn(parts, positions)))
        rows.message_wanted.connect(self.message_wanted)
        rows.pin_wanted.connect(self._pin)
        rows.exclude_wanted.connect(self._exclude)
        rows.summary_wanted.connect(self._open_summary)
        rows.instructions_wanted.connect(self._read_instructions)
        self.policy.chosen.connect(self._keep_policy)
        self.summary.wanted.connect(self._summarise)
        self.summary.stopped.connect(self._stop_summary)
        self._deeds.done.connect(self.undo_offered)

    def _read_instructions(self) -> None:
        if self._told:
            self._deeds.read(tr("Instructions"), self._told.context.instructions)

    def _look(self) -> None:
        self._version += 1
        if self._conversation:
            self.send(self._load(self._conversation, self._version))

    async def _load(self, conversation: ConversationId, version: int) -> None:
        """Plan the next request. Where something has happened meanwhile, a later look tells of it."""
        coming = await self._controller.inspecting.next(conversation, self._draft, self._files)
        pinned = await self._controller.inspecting.pinned(conversation)
        if version != self._version:
            return
        self._told = coming
        self.complained.emit("")
        self.body.show_told(
            coming.context,
            coming.length,
            pinned,
            draft=coming.draft_tokens if coming.awaits_question else None,
            files=coming.files_tokens,
        )
        ledger = coming.context.ledger
        answers = f"{ledger.author}, {ledger.model}" if ledger.author else ledger.model
        guess = tr("How much this model reads is not known, so the limit is a guess.")
        over = tr("This does not fit. Leave something out, or let less of the conversation be sent.")
        trouble = over if coming.context.is_over else guess if coming.is_guess else ""
        self.body.say(tr("With your next question, to {model}").format(model=answers), trouble)
        self.policy.show_policy(ledger.policy)

    async def _learn(self, parts: tuple[Range, ...], positions: tuple[int, ...]) -> None:
        conversation, version = self._conversation, self._version
        if conversation and self._told:
            model = self._told.context.ledger.model
            found = await self._controller.inspecting.left_out(conversation, parts, model)
            if version == self._version:
                self.body.model.learn(positions, found)

    def _pin(self, item: ItemId, pinned: bool) -> None:
        if self._conversation:
            self.send(self._deeds.pin(self._conversation, item, pinned=pinned))

    def _exclude(self, item: ItemId, excluded: bool) -> None:
        if self._conversation:
            self.send(self._deeds.exclude(self._conversation, item, excluded=excluded))

    def _keep_policy(self, policy: ContextPolicy) -> None:
        if self._conversation:
            self.send(self._deeds.keep_policy(self._conversation, policy))

    def _open_summary(self) -> None:
        if self._conversation:
            self.send(self._deeds.open_summary(self._conversation))

    def _summarise(self) -> None:
        if self._conversation:
            self.send(self._deeds.summarise(self._conversation))

    def _stop_summary(self) -> None:
        if self._conversation:
            self._controller.compacting.stop(self._conversation)
