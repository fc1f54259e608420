"""Items as HTML."""

from dataclasses import replace
from datetime import UTC

import pytest

from app.domain.export_choice import Detail
from app.domain.parcel import ParcelItem
from app.exchange.look import Look
from app.exchange.page_formulas import PageFormulas, on_screen
from app.exchange.page_items import PageItems, Sheet, id_of, size_words
from app.exchange.pictures_within import link_within
from tests.fakes import parcels
from tests.fakes.parcels import PICTURE, PICTURE_FILE, TEXT_FILE

SHEET = Sheet(PageFormulas(on_screen, "currentColor"), ("<div>", "</div>"), ("<details>{}", "</details>"))
LOOK = Look(zone=UTC)
QUESTION, THOUGHTS, CALL, OUTPUT, ANSWER, _SECOND, FAILED, EDITED = parcels.items()


def shown(item: ParcelItem, look: Look = LOOK) -> str:
    return PageItems(look, SHEET).html(item)


def test_a_message_says_who_wrote_it_and_when_and_what_became_of_it() -> None:
    assert "<b>You</b> · 2026-09-21 14:13</h2>" in shown(QUESTION)
    assert "<b>gpt-5</b> · 2026-09-21 14:16 · Failed</h2>" in shown(FAILED)
    assert "The service cannot be reached." in shown(FAILED)
    assert "<b>Ann &amp; Bo</b>" in shown(replace(QUESTION, author="Ann & Bo"))


@pytest.mark.parametrize("item", [THOUGHTS, CALL, OUTPUT])
def test_the_way_to_an_answer_is_told_by_detail(item: ParcelItem) -> None:
    assert shown(item).count("<details>") == 1
    assert shown(item, replace(LOOK, detail=Detail.TEXT)) == ""


def test_an_edited_message_is_shown_as_it_is_now_and_in_full_as_it_was() -> None:
    full = shown(EDITED, replace(LOOK, detail=Detail.FULL))
    assert "And green?" in shown(EDITED)
    assert "gren?" not in shown(EDITED)
    assert full.index("And green?") < full.index("Before it was edited") < full.index("And gren?")


def test_files_are_named_and_a_picture_stands_in_the_page() -> None:
    link = link_within(PICTURE) or ""
    page = shown(QUESTION, replace(LOOK, links={PICTURE_FILE.sha256: link}))
    assert f'pot.png · 460 bytes<br><img src="{link}" alt="pot.png">' in page
    assert '<li dir="auto">notes &lt;1&gt;.txt · 12 KB</li>' in page


def test_a_file_beside_the_page_is_linked() -> None:
    page = shown(QUESTION, replace(LOOK, links={TEXT_FILE.sha256: "files/notes%20%3C1%3E.txt"}))
    assert '<a href="files/notes%20%3C1%3E.txt">notes &lt;1&gt;.txt · 12 KB</a>' in page
    assert "<img" not in page


def test_in_full_a_file_is_read_as_a_model_is_given_it() -> None:
    assert "Fire slowly.\n&lt;b&gt;" in shown(QUESTION, replace(LOOK, detail=Detail.FULL))
    assert "Fire slowly." not in shown(QUESTION)


def test_a_name_from_elsewhere_cannot_leave_its_attribute() -> None:
    assert id_of('"><b>') == "m-%22%3E%3Cb%3E"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 KB"), (12_345, "12 KB"), (5e9, "5.0 GB")],
)
def test_sizes_are_said_shortly(size: int, words: str) -> None:
    assert size_words(size) == words
