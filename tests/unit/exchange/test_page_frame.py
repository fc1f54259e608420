"""What stands around the items of a page."""

from dataclasses import replace
from datetime import UTC

from app.domain.export_choice import Detail
from app.domain.parcel import ParcelHead
from app.exchange.look import Look
from app.exchange.page_formulas import PageFormulas, on_screen
from app.exchange.page_frame import parts
from app.exchange.page_items import PageItems, Sheet
from tests.fakes import parcels

LOOK = Look(zone=UTC)


def page(head: ParcelHead, look: Look = LOOK) -> str:
    sheet = Sheet(PageFormulas(on_screen, "currentColor"), ("<div>", "</div>"), ("<details>{}", "</details>"))
    return "".join(parts(head, parcels.items(), look, PageItems(look, sheet)))


def test_the_head_tells_what_the_conversation_is() -> None:
    text = page(parcels.head())
    assert '<h1 dir="auto">Glazes &lt;blue&gt; &amp; 釉薬</h1>' in text
    assert "2026-09-21 14:13 to 2026-09-21 14:17 · In Pottery · #kiln · #colour" in text
    assert "Answer <b>briefly</b>." in text
    assert "briefly" not in page(parcels.head(), replace(LOOK, detail=Detail.TEXT))


def test_branches_are_linked_with_where_they_part_and_end() -> None:
    text = page(parcels.head())
    assert '<a href="#m-a2">Main branch</a> · <a href="#m-q3">Green &amp; more</a>' in text
    fork = 'Another way, from <a href="#m-a1">an earlier message</a> on'
    assert text.index("Here ends: Main branch") < text.index(fork) < text.index("Here ends: Green &amp; more")
    assert all(f'id="m-{name}"' in text for name in ("a1", "a2", "q3"))


def test_a_link_leads_somewhere_even_where_the_way_is_not_told() -> None:
    text = page(parcels.head(), replace(LOOK, detail=Detail.TEXT))
    assert '<div id="m-c1"></div>' in text


def test_a_single_branch_goes_without_saying() -> None:
    head = replace(parcels.head(), branches=parcels.head().branches[:1])
    assert "branch" not in page(head).lower()
    assert "Another way" not in page(head)
