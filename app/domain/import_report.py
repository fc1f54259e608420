"""What an import would bring, and what it has brought."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.conversation import Conversation
from app.domain.errors import Fault
from app.domain.ids import ConversationId
from app.domain.parcel import Skipped

_PROGRAMS = MappingProxyType(
    {
        "sotto": "Sotto",
        "chatgpt": "ChatGPT",
        "claude": "Claude",
        "open-webui": "Open WebUI",
        "librechat": "LibreChat",
        "jan": "Jan",
        "chatbox": "Chatbox",
        "cherry-studio": "Cherry Studio",
        "gemini": "Gemini",
        "llm": "llm",
        "agents-sdk": "OpenAI Agents SDK",
        "markdown": "Markdown",
    }
)


class Outcome(StrEnum):
    """What has become of one conversation. What is in the trash stays there, as it is."""

    ADDED = "added"
    GREW = "grew"
    KNOWN = "known"
    IN_TRASH = "in trash"


@dataclass(frozen=True, slots=True)
class Taken:
    """One conversation that was taken in, and how many items and files came with it."""

    outcome: Outcome
    conversation: Conversation
    items: int = 0
    files: int = 0
    files_missing: int = 0
    has_new_folder: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a file. `origin` names the program that wrote it, such as `chatgpt`.

    Of the `conversations`, so many are `known`, and of these so many are in the trash. `file_bytes` is how
    much the files beside the messages hold. With a `fault`, no more than this could be read.
    """

    origin: str
    bytes: int
    conversations: int = 0
    known: int = 0
    in_trash: int = 0
    items: int = 0
    files: int = 0
    file_bytes: int = 0
    skipped: tuple[Skipped, ...] = ()
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was brought in. What is told of here is in the archive, also where a `fault` ended it.

    `added` came in anew, `grown` were here and have more now, `known` had nothing new, and what is in the
    trash was left there.
    """

    origin: str
    added: tuple[ConversationId, ...] = ()
    grown: tuple[ConversationId, ...] = ()
    known: int = 0
    in_trash: int = 0
    items: int = 0
    files: int = 0
    skipped: tuple[Skipped, ...] = ()
    fault: Fault | None = None
    is_cancelled: bool = False


def summed(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Return what was skipped, each reason once."""
    counts: dict[str, int] = {}
    for each in skipped:
        counts[each.why] = counts.get(each.why, 0) + each.count
    return tuple(Skipped(why, count) for why, count in counts.items())


def program_of(origin: str) -> str:
    """Return what a person calls the program that conversations come from."""
    return _PROGRAMS.get(origin, origin)
