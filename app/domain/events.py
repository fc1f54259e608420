"""Everything that can have happened, as one closed union of past-tense values.

Events are published in the order of the commits they tell of. Only ReplyGrew and
ReplyThought may run ahead of the disk.
"""

from dataclasses import dataclass, field

from app.domain.conversation import Conversation
from app.domain.errors import Fault
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.ledger import Ledger
from app.domain.purged import Purged
from app.domain.settings import ProviderSettings
from app.domain.summary import Summary
from app.domain.usage import Usage


@dataclass(frozen=True, slots=True)
class ConversationCreated:
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationRenamed:
    conversation_id: ConversationId
    title: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConversationTrashed:
    """The conversation has left the list. All of it is kept and can be had back."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class ConversationRestored:
    """The conversation is back from the trash, at the place it had in the list."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class ConversationRemoved:
    """The conversation is in the archive no more: deleted for ever, or expired."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class ConversationsMarked:
    """These bear other marks in the list, or lie elsewhere in it: pinned, archived, unread, folder, tags."""

    conversations: tuple[ConversationId, ...]


@dataclass(frozen=True, slots=True)
class FoldersChanged:
    """There are other folders than before, or other names for them."""


@dataclass(frozen=True, slots=True)
class ViewChanged:
    """The conversation shows another branch, or shows some of its items otherwise than before."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class SummaryAdvanced:
    """A summary is being made: of `of` items, the model has been shown so many and has answered."""

    conversation_id: ConversationId
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class SummaryEnded:
    """What had advanced has come to its end. None: no summary was made, and none will come of it."""

    conversation_id: ConversationId
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class BranchesChanged:
    """The conversation has other branches than before, or other names for them."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class ConversationShaped:
    """What is set for the conversation alone is otherwise than before: the next request goes by that."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True)
class UndoForgotten:
    """An act can be taken back no more: what only that could bring back is to be purged."""


@dataclass(frozen=True, slots=True)
class ArchivePurged:
    """What nothing held any more has left the archive for good. Older backups may still hold it."""

    purged: Purged


@dataclass(frozen=True, slots=True)
class MessageStored:
    """A question is on disk. It now leaves the composer, and only now may it leave the machine."""

    conversation_id: ConversationId
    item: Item
    has_files: bool = False


@dataclass(frozen=True, slots=True)
class SendFailed:
    """A question could not be stored. Nothing was sent; the composer keeps the text."""

    conversation_id: ConversationId
    fault: Fault


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """The reply has its place on disk before the request goes out: empty, or with what it had so far."""

    conversation_id: ConversationId
    item: Item
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class ReplyGrew:
    conversation_id: ConversationId
    item_id: ItemId
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReplyThought:
    """What the model lets be read of its thinking has grown, before or beside the reply's own text."""

    conversation_id: ConversationId
    item_id: ItemId
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReplyWaits:
    """Nothing has come yet: the service said why, and is asked again after so many seconds."""

    conversation_id: ConversationId
    item_id: ItemId
    seconds: float
    fault: Fault


@dataclass(frozen=True, slots=True)
class ReplyNotBegun:
    """The question is on disk, but no reply will come: the fault says what the person may choose."""

    conversation_id: ConversationId
    fault: Fault


@dataclass(frozen=True, slots=True)
class NextKept:
    """What is asked next is kept, until the reply under way has ended."""

    conversation_id: ConversationId
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NextReturned:
    """What was to be asked next goes back to the person: the reply before it did not come to its end."""

    conversation_id: ConversationId
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReplyEnded:
    """The reply is whole, stopped, interrupted or failed: `item.state` says which. Comes exactly once."""

    conversation_id: ConversationId
    item: Item
    usage: Usage | None


@dataclass(frozen=True, slots=True)
class ProviderChanged:
    """Another service is asked from now on, or none any more."""

    provider: ProviderSettings | None


@dataclass(frozen=True, slots=True)
class ProblemArose:
    """Something went wrong beside the conversation, such as a reply that could not be written down."""

    fault: Fault


Event = (
    ConversationCreated
    | ConversationRenamed
    | ConversationTrashed
    | ConversationRestored
    | ConversationRemoved
    | ConversationsMarked
    | FoldersChanged
    | ViewChanged
    | SummaryAdvanced
    | SummaryEnded
    | BranchesChanged
    | ConversationShaped
    | UndoForgotten
    | ArchivePurged
    | MessageStored
    | SendFailed
    | ReplyStarted
    | ReplyGrew
    | ReplyThought
    | ReplyWaits
    | ReplyNotBegun
    | NextKept
    | NextReturned
    | ReplyEnded
    | ProviderChanged
    | ProblemArose
)
