"""HTML of the kind that Qt lays out."""

from datetime import UTC

import pytest

from app.domain.export_choice import Detail
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
    # A first task's class takes the place of its box, and a table's lines come from the style sheet.
    assert as_qt_reads([page.replace(' dir="auto">☑', ">☑").replace(' dir="auto">☐', ">☐")]) == read


def test_code_is_one_paragraph_in_a_frame() -> None:
    read = as_qt_reads(['<pre dir="ltr"><code>a\n\n  <span class="k">b</span></code></pre>'])
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
