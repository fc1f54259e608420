"""What one reply was given, as it was written down then: each of its requests, if there were several."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.branch import Range
from app.domain.events import Event
from app.domain.ids import ConversationId, ItemId
from app.domain.told_context import ToldContext
from app.ui import ledger_words
from app.ui.panels.context_body import ContextBody
from app.ui.panels.context_deeds import ContextDeeds
from app.ui.panels.context_rows import length_of
from app.ui.panels.panel import Panel
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button


class GivenPanel(Panel):
    """Nothing can be changed about what was. It goes with its conversation."""

    def __init__(self, theme: Theme, controller: ChatController, reply: ItemId) -> None:
        super().__init__()
        self._controller = controller
        self._reply = reply
        self._conversation: ConversationId | None = None
        self._requests: tuple[ToldContext, ...] = ()
        self._at = 0
        self.body = ContextBody(theme, may_change=False)
        self._deeds = ContextDeeds(theme, controller, self.send, self.body.list)
        self.place = QLabel()
        self.place.setFont(font(SMALL))
        self.earlier_button = Button(
            theme, tr("Earlier request"), SMALL_TOOL, icon="chevron-left", icon_only=True
        )
        self.later_button = Button(
            theme, tr("Later request"), SMALL_TOOL, icon="chevron-right", icon_only=True
        )
        row = QHBoxLayout()
        for widget in (self.earlier_button, self.place, self.later_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.added.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.earlier_button.clicked.connect(lambda: self._go(-1))
        self.later_button.clicked.connect(lambda: self._go(1))
        self.body.items_wanted.connect(lambda parts, positions: self.send(self._learn(parts, positions)))
        self.body.list.message_wanted.connect(self.message_wanted)
        self.body.list.summary_wanted.connect(self._read_summary)
        self.body.list.instructions_wanted.connect(self._read_instructions)
        self._show()

    @property
    def first(self) -> QWidget:
        return self.body.list

    def show_conversation(self, conversation: ConversationId | None) -> None:
        self.titled.emit(tr("What this reply was given"))
        if self._conversation is None and conversation:
            self._conversation = conversation
            self.send(self._load(conversation))
        elif conversation != self._conversation:
            self.left.emit()

    def apply(self, event: Event) -> None:
        """What was given stays as it was."""

    async def _load(self, conversation: ConversationId) -> None:
        self._requests = await self._controller.inspecting.given_to(conversation, self._reply)
        self._at = max(0, len(self._requests) - 1)
        self._show()

    def _go(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._requests) - 1))
        self._show()

    def _show(self) -> None:
        count = len(self._requests)
        for widget in (self.place, self.earlier_button, self.later_button):
            widget.setVisible(count > 1)
        self.earlier_button.setEnabled(self._at > 0)
        self.later_button.setEnabled(self._at < count - 1)
        if not count:
            self.body.show_nothing(tr("It is not known: this was not answered from here."))
            return
        told = self._requests[self._at]
        words = tr("Request {number} of {count}").format(number=self._at + 1, count=count)
        self.place.setText(words)
        ledger = told.ledger
        answered = f"{ledger.author}, {ledger.model}" if ledger.author else ledger.model
        self.body.show_told(told, length_of(told), frozenset())
        self.body.say(f"{answered} · {ledger_words.chosen_policy(ledger.policy)}")

    async def _learn(self, parts: tuple[Range, ...], positions: tuple[int, ...]) -> None:
        at = self._at
        if self._conversation:
            model = self._requests[at].ledger.model
            found = await self._controller.inspecting.left_out(self._conversation, parts, model)
            if at == self._at:
                self.body.model.learn(positions, found)

    def _read_instructions(self) -> None:
        self._deeds.read(tr("Instructions"), self._requests[self._at].instructions)

    def _read_summary(self) -> None:
        summary = self._requests[self._at].summary
        self._deeds.read(tr("Summary"), summary.text if summary else None)
