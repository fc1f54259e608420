"""What a person keeps beside the conversations: folders and tags to order them, and things to use in them.

Names and texts stay out of the reprs, so that no log can hold them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from app.domain.ids import AssistantId, FolderId, PromptId, ProviderId
from app.domain.settings import ProviderSettings


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Folder:
    """`conversations` counts those in it that are neither archived nor in the trash."""

    id: FolderId
    name: str = field(repr=False)
    conversations: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag is known by its name; it is there for as long as a conversation bears it."""

    name: str = field(repr=False)
    conversations: int = 0


@dataclass(frozen=True, slots=True)
class SavedPrompt:
    id: PromptId
    name: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Assistant:
    """Instructions under a name, with the model and the parameters that go with them."""

    id: AssistantId
    name: str = field(repr=False)
    instructions: str = field(repr=False)
    model: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=_nothing, repr=False)


@dataclass(frozen=True, slots=True)
class SavedProvider:
    """A model service that a person has set up. Its key is a secret and lives in the keyring."""

    id: ProviderId
    settings: ProviderSettings
