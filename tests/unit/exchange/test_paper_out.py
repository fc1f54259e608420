"""HTML of the kind that Qt lays out."""

import re
from dataclasses import replace
from datetime import UTC

import pytest

from app.domain.export_choice import Detail
from app.domain.item import Role, question_body
from app.domain.parcel import ParcelItem
from app.exchange.look import Look
from app.exchange.paper_out import as_qt_reads, paper
from tests.fakes import parcels

LOOK = Look(Detail.FULL, zone=UTC)


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ('<p dir="auto">a</p>', "<p>a</p>"),
        ('<li class="task" dir="auto">☑ a</li>', '<li class="checked">a</li>'),
        ('<li class="task" dir="auto">☐ a</li>', '<li class="unchecked">a</li>'),
        ("<td>a</p>\n</td>", "<td>a</p></td>"),
    ],
)
def test_what_qt_does_not_understand_is_said_in_its_words(page: str, read: str) -> None:
    assert as_qt_reads(page) == read


def test_code_is_one_paragraph_in_a_frame() -> None:
    read = as_qt_reads('<pre dir="ltr"><code>a\n\n  <span class="k">b</span></code></pre>')
    assert '<code>a<br><br>  <span class="k">b</span></code></p></td>' in read
    assert "<pre" not in read


def test_a_conversation_comes_in_stretches_that_each_begin_with_a_paragraph() -> None:
    stretches = list(paper(parcels.head(), parcels.items() * 5, LOOK))
    assert len(stretches) > 3
    assert all(each.startswith(("<header>\n<h1", "<article", "<p", "<div")) for each in stretches)


def test_nothing_is_folded_and_nothing_needs_a_browser() -> None:
    text = "".join(paper(parcels.head(), parcels.items(), LOOK))
    assert not [word for word in ("<details", "<svg", "<pre", 'dir="auto"', "<style") if word in text]
    assert "The person asks about <b>oxides</b>." in text


def stretches_of(text: str) -> list[str]:
    item = ParcelItem("a", None, Role.PERSON, question_body(text), 0)
    return list(paper(parcels.head(), [item], LOOK))


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Some words.\n\n" * 3000, "Some words.", 3000),
        ("- word\n" * 3000, "word", 3000),
        ("```\n" + "line\n" * 3000 + "```", "line", 3000),
        ("| a |\n|---|\n" + "| cell |\n" * 3000, "cell", 3000),
    ],
)
def test_a_long_message_comes_in_stretches_as_well_and_whole(text: str, words: str, count: int) -> None:
    stretches = stretches_of(text)
    found = [len(re.findall(rf"\b{words}", re.sub("<[^>]*>", " ", each))) for each in stretches]
    assert len(stretches) > 3
    assert max(map(len, stretches)) < 40_000
    assert sum(found) == count


def test_a_name_from_elsewhere_cuts_nothing() -> None:
    named = replace(parcels.items()[0], author="A\fB")
    assert "<b>A B</b>" in "".join(paper(parcels.head(), [named], LOOK))
