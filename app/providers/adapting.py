"""What a request can do without, should a service complain of it. Pure."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from app.providers.given_items import REASONING
from app.providers.json_values import mapping, sequence, text

_DISPENSABLE = ("include", "stream_options", "store")
_OTHER_NAMES = MappingProxyType(
    {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
)
_SEAL_BROKEN = "invalid_encrypted_content"


def without_what_was_refused(body: Mapping[str, Any], complaint: object) -> dict[str, Any] | None:
    """Return the request without what the complaint names, or None if that is nothing to be left out.

    Reasoning that another service has sealed is dead weight here; its words stay with the person.
    """
    told = mapping(complaint)
    words = " ".join((text(complaint), text(told.get("param")), text(told.get("message"))))
    if text(told.get("code")) == _SEAL_BROKEN:
        return {**body, "input": [item for item in sequence(body.get("input")) if not _is_sealed(item)]}
    refused = set(_named(body, words))
    plainer = {_renamed(name, words): value for name, value in body.items() if name not in refused}
    return None if plainer.keys() == body.keys() else plainer


def _renamed(name: str, words: str) -> str:
    """One limit has two names, and a service that knows the other one says so."""
    other = _OTHER_NAMES.get(name)
    return other if other is not None and name in words and other in words else name


def _named(body: Mapping[str, Any], words: str) -> Iterator[str]:
    known = words.replace(",", " ").replace("'", " ").replace('"', " ").replace(".", " ").split()
    return (name for name in _DISPENSABLE if name in body and name in known)


def _is_sealed(item: object) -> bool:
    return mapping(item).get("type") == REASONING
