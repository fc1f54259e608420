import json

import pytest

from app.domain.item import Role, text_of
from app.domain.parcel import ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.importers.plain_markdown import pieces, recognises, turns_of
from app.exchange.plain_text import MOST_CHARACTERS
from app.exchange.source import Source, held

CHAT = """# About glazes

## You

What is *cobalt*?

```text
## Assistant
```

## ChatGPT

A metal. As an oxide it is blue.

### Uses

Glass.
"""


def read(text: str, name: str = "chat.md") -> list[Piece]:
    return list(pieces(Source([held(name, text.encode())])))


def said(text: str) -> list[tuple[str, str]]:
    return [(turn.role.value, turn.text) for turn in turns_of(text)[1]]


def test_headings_tell_who_speaks() -> None:
    head, question, answer = read(CHAT)
    assert isinstance(head, ParcelHead)
    assert head.title == "About glazes"
    assert isinstance(question, ParcelItem)
    assert isinstance(answer, ParcelItem)
    assert (question.role, answer.role, answer.author) == (Role.PERSON, Role.MODEL, "ChatGPT")
    assert text_of(question.body) == "What is *cobalt*?\n\n```text\n## Assistant\n```"
    assert text_of(answer.body) == "A metal. As an oxide it is blue.\n\n### Uses\n\nGlass."
    assert (question.behind, answer.behind) == (None, question.id)
    assert head.branches[0].tip == answer.id


@pytest.mark.parametrize(
    ("person", "model"),
    [
        ("**You:** a", "**Claude:** b"),
        ("**User**: a", "**Assistant**: b"),
        ("__Human__ a", "__AI__ b"),
        ("**Prompt:**\na", "**Response:**\nb"),
        ("### User:\na", "### GPT-4o:\nb"),
        ("#### **You said:**\na", "#### **ChatGPT said:**\nb"),
        ("# user #\na", "# ASSISTANT #\nb"),
    ],
)
def test_names_in_bold_do_too(person: str, model: str) -> None:
    assert said(f"{person}\n\n{model}\n") == [("user", "a"), ("assistant", "b")]


def test_instructions_are_a_message_of_the_system() -> None:
    [_, system, _] = read("**System:** Be brief.\n\n**User:** Hello.")
    assert isinstance(system, ParcelItem)
    assert system.role is Role.SYSTEM
    assert json.loads(system.body)["role"] == "system"


@pytest.mark.parametrize(
    "text", ["Just a note.", "# User guide\n\nRead it.", "**Yours** truly", "You: hello"]
)
def test_where_nobody_is_named_all_of_it_is_one_message(text: str) -> None:
    [(role, _)] = said(text)
    assert role == "user"


def test_what_stands_before_the_first_name_is_kept() -> None:
    assert said("An introduction.\n\n## User\nHello") == [("user", "An introduction."), ("user", "Hello")]


def test_a_title_is_made_where_there_is_none() -> None:
    [head, *_] = read("Hello there\n\n## Assistant\nHi")
    assert isinstance(head, ParcelHead)
    assert head.title == "Hello there"


def test_a_file_that_has_grown_is_the_same_conversation_with_more_in_it() -> None:
    [head, *items], [again, *more] = read("## User\na"), read("## User\na\n## Assistant\nb")
    assert isinstance(head, ParcelHead)
    assert isinstance(again, ParcelHead)
    assert head.id == again.id
    assert more[:1] == items
    [other, *_] = read("## User\na", "other.md")
    assert isinstance(other, ParcelHead)
    assert other.id != head.id


def test_each_text_of_a_folder_is_a_conversation() -> None:
    source = Source(
        [held("a.md", b"One"), held("b.txt", b"Two"), held("c.png", b"\x89PNG"), held("d.md", b" ")]
    )
    found = list(pieces(source))
    assert sum(isinstance(piece, ParcelHead) for piece in found) == 2
    assert sum(isinstance(piece, Skipped) for piece in found) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_told_by_name_and_content(encoding: str) -> None:
    assert recognises(Source([held("a.md", "Grüße".encode(encoding))]))
    assert not recognises(Source([held("a.json", "Grüße".encode(encoding))]))


@pytest.mark.parametrize("content", [b"", b" ", b"[1]", b"{}", b"<html>", bytes(9), b"\x89PNG\0"])
def test_what_only_bears_such_a_name_is_not_recognised(content: bytes) -> None:
    assert not recognises(Source([held("a.md", content)]))


def test_a_message_may_be_longer_than_what_can_be_attached_to_one() -> None:
    _, item = read("x" * (MOST_CHARACTERS + 1))
    assert len(text_of(item.body)) == MOST_CHARACTERS + 1


def test_a_text_without_end_is_left_out() -> None:
    assert read("x" * (17 << 20)) == [Skipped("Texts that are larger than Sotto takes in")]
