"""What a person can have answered once more, otherwise, or further. Nothing that was said is written over."""

from app.chat.answering import Answering
from app.chat.asking import Wish
from app.chat.keeping import Keeping
from app.chat.turn import Turn
from app.domain.attachment import PreparedFile
from app.domain.errors import EmptyMessage, NothingToAnswer, NothingToContinue, ProviderMissing
from app.domain.events import BranchesChanged, MessageStored, ViewChanged
from app.domain.ids import AttachmentId, BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role
from app.domain.question import Question
from app.domain.settings import ProviderSettings
from app.store import attachments, history, turns

_UNFINISHED = frozenset({ItemState.STOPPED, ItemState.INTERRUPTED, ItemState.FAILED})


class Replying:
    """Lives on the loop's thread. Calls return once the place is made; what follows is told by events."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._answering = answering

    def regenerate(self, conversation: ConversationId, reply: ItemId, model: str | None = None) -> None:
        """Ask for another version of a reply, perhaps from another model. Raises ReplyUnderWay."""
        branch = BranchId(self._parts.ids.next())

        async def make_room() -> None:
            await self._keeping.of(conversation).archive.write(
                turns.make_room_for_reply, conversation, reply, branch, self._parts.now()
            )
            self._tell_of_branch(conversation)

        self._answering.answer(self._turn(conversation, Wish(model=model)), make_room)

    def resend(
        self, conversation: ConversationId, of: ItemId, text: str, files: tuple[PreparedFile, ...] = ()
    ) -> None:
        """Ask a question in other words, as a version beside it, with the files that it has and these.

        Raises ReplyUnderWay and EmptyMessage.
        """
        question = Question(text, files)
        if question.is_empty:
            raise EmptyMessage("There is nothing to send yet.")
        parts = self._keeping.of(conversation)
        item, branch = ItemId(parts.ids.next()), BranchId(parts.ids.next())

        async def store() -> MessageStored:
            kept = await parts.archive.read(attachments.attachments_of, [of])
            again = {AttachmentId(parts.ids.next()): each.id for each in kept}
            stored = await parts.archive.write(
                turns.add_version, conversation, of, branch, item, question, again, parts.now()
            )
            self._tell_of_branch(conversation)
            return MessageStored(conversation, stored, has_files=bool(question.files or kept))

        self._answering.answer(self._turn(conversation, Wish(question.text)), store)

    async def retry(self, conversation: ConversationId, *, may_exceed: bool = False) -> None:
        """Answer the question at the end, or make another version of the reply there.

        Raises ReplyUnderWay and NothingToAnswer.
        """
        last = await self._last(conversation)
        if last is None:
            raise NothingToAnswer("There is no question to answer.")
        if last.role is Role.PERSON:
            self._answering.answer(self._turn(conversation, Wish(last.text, may_exceed=may_exceed)))
        else:
            self.regenerate(conversation, last.id)

    async def go_on(self, conversation: ConversationId) -> None:
        """Ask for the rest of the unfinished reply at the end. Raises ReplyUnderWay and NothingToContinue."""
        last = await self._last(conversation)
        if last is None or not can_go_on(last):
            raise NothingToContinue("The conversation does not end with an unfinished reply.")
        self._answering.require_rest(conversation)
        own = await self._own(conversation, last)
        wish = Wish(f"@{last.author}" if last.author else "", last.model)  # who began it goes on
        self._answering.answer(self._turn(conversation, wish, own))

    async def keep_next(
        self, conversation: ConversationId, text: str, files: tuple[PreparedFile, ...] = ()
    ) -> None:
        """Ask when the reply under way has come to its end, or now if it just has. Raises EmptyMessage."""
        question = Question(text, files)
        if question.is_empty:
            raise EmptyMessage("There is nothing to send yet.")
        if self._answering.is_under_way(conversation):
            await self._answering.keep_next(conversation, question)
        else:
            self._answering.begin(conversation, question, self._settings(), is_new=False)

    def take_back_next(self, conversation: ConversationId) -> str | None:
        """Return what was to be asked next, and ask it no more."""
        return self._answering.take_back_next(conversation)

    async def _own(self, conversation: ConversationId, reply: Item) -> Item:
        """Return the reply or, where others have it too, a version that is this branch's alone."""
        parts = self._keeping.of(conversation)
        branch, now = BranchId(parts.ids.next()), parts.now()
        own = await parts.archive.write(
            turns.own_unfinished, conversation, reply, branch, parts.ids.next, now
        )
        if own.id != reply.id:
            self._tell_of_branch(conversation)
        return own

    def _turn(self, conversation: ConversationId, wish: Wish, resumed: Item | None = None) -> Turn:
        return Turn(conversation, self._settings(), self._keeping.of(conversation), wish, resumed)

    def _settings(self) -> ProviderSettings:
        settings = self._parts.provider.settings
        if settings is None:
            raise ProviderMissing("No model service has been set up yet.")
        return settings

    async def _last(self, conversation: ConversationId) -> Item | None:
        page = await self._keeping.of(conversation).archive.read(history.page, conversation, None, 1)
        return page.items[-1] if page.items else None

    def _tell_of_branch(self, conversation: ConversationId) -> None:
        self._parts.events.publish(BranchesChanged(conversation))
        self._parts.events.publish(ViewChanged(conversation))


def can_go_on(item: Item) -> bool:
    """An edited reply is a person's text by now, and one without text has nothing to go on from."""
    return (
        item.role is Role.MODEL
        and item.state in _UNFINISHED
        and item.revision == 0
        and bool(item.text.strip())
    )
