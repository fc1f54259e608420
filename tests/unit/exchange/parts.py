"""Pieces of conversations, as an importer gives them."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.item import ItemState, Role, question_body, reply_body
from app.domain.parcel import FileBytes, ParcelBranch, ParcelFile, ParcelHead, ParcelItem

CONTENT = b"what is in it"
BYTES = FileBytes(sha256(CONTENT).hexdigest(), CONTENT)
FILE = ParcelFile("a file.txt", "text/plain", BYTES.sha256, len(CONTENT), "words")


def head(name: str = "c1", tips: Mapping[str, str | None] | None = None, **given: Any) -> ParcelHead:  # noqa: ANN401
    branches = tuple(
        ParcelBranch(branch, tip, 3, is_main=branch == "main")
        for branch, tip in (tips or {"main": "q"}).items()
    )
    made = ParcelHead("test", name, "Title", TitleSource.IMPORT, 1, 2, branches, branches[0].id)
    return replace(made, **given)


def item(name: str = "q", behind: str | None = None, **given: Any) -> ParcelItem:  # noqa: ANN401
    return replace(ParcelItem(name, behind, Role.PERSON, question_body(f"Text of {name}"), 5), **given)


def full_item() -> ParcelItem:
    return ParcelItem(
        "a",
        "q",
        Role.MODEL,
        reply_body("grüße 👩", whole=False),
        5,
        7,
        ItemState.STOPPED,
        "gpt",
        "message",
        "Ann",
        Fault("Unreachable", "No answer came."),
        reply_body("otherwise", whole=True),
        is_pinned=True,
        is_excluded=True,
        files=(FILE,),
        raw='{"odd": 1}',
    )
