"""What a request can do without, should a service complain of it. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.providers.given_items import REASONING
from app.providers.json_values import mapping, sequence, text

_DISPENSABLE = ("include", "stream_options", "store")
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
    return {name: value for name, value in body.items() if name not in refused} if refused else None


def _named(body: Mapping[str, Any], words: str) -> Iterator[str]:
    known = words.replace(",", " ").replace("'", " ").replace('"', " ").replace(".", " ").split()
    return (name for name in _DISPENSABLE if name in body and name in known)


def _is_sealed(item: object) -> bool:
    return mapping(item).get("type") == REASONING
