"""Conversations in memory, as a test wants them to have been."""

from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import Fault
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.domain.ledger import Ledger
from app.domain.usage import Usage


class KeptConversations:
    """What is on the disk, were there one."""

    def __init__(self, now: int) -> None:
        self.now = now
        self._conversations: dict[ConversationId, Conversation] = {}
        self._trash: dict[ConversationId, Conversation] = {}
        self._items: dict[ConversationId, list[Item]] = {}
        self._ledgers: dict[ConversationId, Ledger] = {}
        self._usages: dict[ItemId, Usage] = {}
        self._made = 0

    def keep(self, title: str, *turns: tuple[str, str], age: int = 0) -> ConversationId:
        """Have a conversation from before, of questions and their whole answers."""
        conversation_id = ConversationId(self._next("conversation"))
        self._keep(conversation_id, title, self.now - age)
        for question, answer in turns:
            self._question(conversation_id, question)
            self._answer(conversation_id, answer, ItemState.COMPLETE)
        return conversation_id

    def keep_ended(
        self, conversation_id: ConversationId, text: str, state: ItemState, fault: Fault | None = None
    ) -> None:
        """Have a reply from before that did not come to its end."""
        self._answer(conversation_id, text, state, fault)

    def keep_ledger(self, conversation_id: ConversationId, cut: int) -> None:
        self._ledgers[conversation_id] = ledger(cut)

    def _keep(self, conversation_id: ConversationId, title: str, moment: int) -> Conversation:
        branch = BranchId(self._next("branch"))
        created = Conversation(conversation_id, branch, title, TitleSource.QUESTION, moment, moment)
        self._conversations[conversation_id] = created
        self._items[conversation_id] = []
        return created

    def _question(self, conversation_id: ConversationId, text: str) -> Item:
        return self._add(conversation_id, Role.PERSON, ItemState.COMPLETE, question_body(text), None)

    def _answer(
        self, conversation_id: ConversationId, text: str, state: ItemState, fault: Fault | None = None
    ) -> Item:
        body = reply_body(text, whole=state is ItemState.COMPLETE)
        return self._add(conversation_id, Role.MODEL, state, body, fault)

    def _add(
        self, conversation_id: ConversationId, role: Role, state: ItemState, body: str, fault: Fault | None
    ) -> Item:
        items = self._items[conversation_id]
        item = Item(
            id=ItemId(self._next("item")),
            run=1,
            depth=len(items) + 1,
            role=role,
            state=state,
            body=body,
            created_at=self.now,
            model="gpt-5" if role is Role.MODEL else None,
            fault=fault,
        )
        items.append(item)
        return item

    def _change(self, conversation_id: ConversationId, item: Item) -> None:
        self._items[conversation_id][item.depth - 1] = item

    def _next(self, kind: str) -> str:
        self._made += 1
        return f"{kind}-{self._made:06}"


def ledger(cut: int) -> Ledger:
    return Ledger("gpt-5", cut, (), (), 100, 16_000)
