"""What a person can do to single messages of a conversation: delete, edit in place, pin and exclude."""

from app.chat.answering import Answering
from app.chat.keeping import Keeping
from app.domain.events import ViewChanged
from app.domain.ids import ConversationId, ItemId, UndoId
from app.domain.item import Item, Role, question_body, reply_body
from app.domain.text_pieces import whole_characters
from app.domain.undo import Act, Undo
from app.store import overlays


class Marking:
    """Lives on the loop's thread. What is still growing is left alone."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._answering = answering

    async def delete(self, conversation: ConversationId, item: ItemId) -> Undo:
        """Show and send the item no more. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        undo = Undo(UndoId(self._parts.ids.next()), Act.HIDE)
        await self._keeping.of(conversation).archive.write(
            overlays.hide, conversation, item, undo, self._parts.now()
        )
        self._parts.events.publish(ViewChanged(conversation))
        return undo

    async def edit(self, conversation: ConversationId, item: Item, text: str) -> Undo:
        """Show and send another text in the item's place. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        text = whole_characters(text)
        body = question_body(text) if item.role is Role.PERSON else reply_body(text, whole=True)
        undo = Undo(UndoId(self._parts.ids.next()), Act.EDIT)
        await self._keeping.of(conversation).archive.write(
            overlays.edit, conversation, item.id, body, undo, self._parts.now()
        )
        self._parts.events.publish(ViewChanged(conversation))
        return undo

    async def pin(self, conversation: ConversationId, item: ItemId, *, pinned: bool) -> None:
        now = self._parts.now()
        await self._keeping.of(conversation).archive.write(
            overlays.pin, conversation, item, now if pinned else None, now
        )
        self._parts.events.publish(ViewChanged(conversation))

    async def exclude(self, conversation: ConversationId, item: ItemId, *, excluded: bool) -> None:
        now = self._parts.now()
        await self._keeping.of(conversation).archive.write(
            overlays.exclude, conversation, item, now if excluded else None, now
        )
        self._parts.events.publish(ViewChanged(conversation))
