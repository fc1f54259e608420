"""HTML out: one file that loads nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from html.parser import HTMLParser
from itertools import count, islice

import pytest

from app.domain.export_choice import Detail
from app.domain.item import Role, question_body, reply_body
from app.domain.parcel import ParcelItem
from app.exchange.html_out import html
from app.exchange.look import Look
from app.exchange.pictures_within import link_within
from tests.fakes import parcels

LOOK = Look(Detail.FULL, {parcels.PICTURE_FILE.sha256: link_within(parcels.PICTURE) or ""}, "1.0", UTC)
EMPTY = frozenset({"meta", "br", "hr", "img", "path", "rect"})
HOSTILE = '</title></style><script>x</script><img src="https://e.org/x" onerror=y>"\'&amp;\u202e'


class Reader(HTMLParser):
    """Knows what a page holds, and that whatever opens is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.loaded: list[str] = []
        self.followed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        named = {name: value or "" for name, value in attrs}
        assert not [name for name in named if name.startswith("on")]
        self.ids += [named["id"]] if "id" in named else []
        self.loaded += [named[name] for name in ("src", "data", "srcset", "poster") if name in named]
        self.followed += [named["href"]] if "href" in named else []
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


@pytest.fixture(scope="module")
def page() -> str:
    return "".join(html(parcels.head(), parcels.items(), LOOK))


def test_a_page_is_whole_and_loads_nothing(page: str) -> None:
    reader = read(page)
    assert reader.tags.isdisjoint({"script", "link", "iframe", "object", "embed", "base", "form"})
    assert all(address.startswith("data:image/png;base64,") for address in reader.loaded)
    assert len(reader.loaded) == 1
    assert "default-src 'none'" in page


def test_every_place_is_there_once_and_every_link_leads_to_one(page: str) -> None:
    reader = read(page)
    assert len(reader.ids) == len(set(reader.ids))
    inner = {address[1:] for address in reader.followed if address.startswith("#")}
    assert inner <= set(reader.ids)
    assert all(address.startswith(("#", "https://")) for address in reader.followed)


def test_it_is_read_by_day_and_by_night_and_on_paper(page: str) -> None:
    assert "@media (prefers-color-scheme:dark)" in page
    assert "@media print" in page


def test_two_messages_with_the_same_notes_are_kept_apart() -> None:
    said = reply_body("a[^1]\n\n[^1]: b", whole=True)
    items = [ParcelItem(name, None, Role.MODEL, said, 0) for name in "ab"]
    assert {"m-a-1", "m-b-1"} <= set(read("".join(html(parcels.head(), items, LOOK))).ids)


def test_hostile_words_stay_words() -> None:
    item = replace(
        parcels.items()[0],
        id=HOSTILE,
        body=question_body(HOSTILE),
        author=HOSTILE,
        files=tuple(replace(file, name=HOSTILE, text=HOSTILE) for file in parcels.items()[0].files),
    )
    branches = tuple(replace(branch, name=HOSTILE, tip=HOSTILE) for branch in parcels.head().branches)
    head = replace(parcels.head(), title=HOSTILE, folder=HOSTILE, tags=(HOSTILE,), branches=branches)
    reader = read("".join(html(head, [item], LOOK)))
    assert "script" not in reader.tags
    assert [address for address in reader.loaded if not address.startswith("data:image/png")] == []


def test_it_is_written_as_it_comes() -> None:
    def without_end() -> Iterator[ParcelItem]:
        yield from (ParcelItem(f"{each}", None, Role.PERSON, question_body("x"), 0) for each in count())

    assert len(list(islice(html(parcels.head(), without_end(), LOOK), 20))) == 20


def test_in_text_alone_there_is_nothing_to_unfold() -> None:
    text = "".join(html(parcels.head(), parcels.items(), replace(LOOK, detail=Detail.TEXT)))
    assert not re.search("<details|Thoughts|look_up", text)
    assert "Cobalt stays blue" in text
