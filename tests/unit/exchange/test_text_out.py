"""Plain text out: the words alone."""

from dataclasses import replace
from datetime import UTC

import pytest

from app.domain.export_choice import Detail
from app.domain.item import Role, question_body
from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.text_out import plain
from tests.fakes import parcels

LOOK = Look(zone=UTC)
LINE = replace(parcels.head(), title="A\ntitle", branches=parcels.head().branches[:1])


def told(*items: ParcelItem, head: ParcelHead = LINE, look: Look = LOOK) -> str:
    return "".join(plain(head, items, look))


def said(text: str) -> str:
    item = ParcelItem("a", None, Role.PERSON, question_body(text), parcels.MORNING)
    return told(item).partition("You, 2026-09-21 14:13\n\n")[2].removesuffix("\n")


def test_a_conversation_begins_with_its_title_on_one_line() -> None:
    assert told() == "A title\n=======\n2026-09-21 14:13\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**a** [b](https://e.org)\n\nc", "a b\n\nc"),
        ("# a\n- b\n- c\n\n  d", "a\n\n- b\n- c\n  d"),
        ("3. a\n4. b\n\n- c", "3. a\n4. b\n\n- c"),
        ("```py\na\n\n  b\n```\nc", "    a\n\n      b\n\nc"),
        ("> a\n>\n> b", "> a\n> b"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n1\t2"),
        ("a[^1]\n\n[^1]: b", "a1\n\n[1] b"),
        ("$$x$$\n\n---", "x\n\n----"),
    ],
)
def test_a_message_is_its_words(text: str, words: str) -> None:
    assert [line.rstrip() for line in said(text).split("\n")] == words.split("\n")


def test_what_was_cut_because_it_is_long_goes_on_as_one() -> None:
    words = "word " * 2000
    assert said(words).split() == words.split()
    assert "\n" not in said(words)
    code = "int a;\n" * 4000
    assert said(f"```c\n{code}```") == "    int a;\n" * 3999 + "    int a;"


def test_steps_files_and_faults_are_told_by_detail() -> None:
    text = told(*parcels.items())
    assert "[Thoughts]\n    The person asks about oxides." in text
    assert '[Call of look_up]\n    {\n      "oxide"' in text
    assert "[pot.png, 460 bytes]" in text
    assert "[The service cannot be reached.]" in text
    assert "gren?" not in text
    assert "And gren?" in told(*parcels.items(), look=replace(LOOK, detail=Detail.FULL))
    assert "[Thoughts]" not in told(*parcels.items(), look=replace(LOOK, detail=Detail.TEXT))


def test_branches_are_told_where_they_part_and_end() -> None:
    text = told(*parcels.items(), head=parcels.head())
    parting = text.index("Another way, from an earlier message on")
    assert text.index("Here ends: Main branch") < parting < text.index("Here ends: Green & more")
    assert "Another way" not in told(*parcels.items())
