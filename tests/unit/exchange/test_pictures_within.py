"""Pictures that a page carries within itself."""

from base64 import b64decode

import pytest

from app.exchange.pictures_within import MOST_WITHIN, PicturesWithin, is_within, link_within
from tests.fakes.parcels import PICTURE


def test_a_picture_is_its_own_link() -> None:
    link = link_within(PICTURE)
    assert link
    assert is_within(link)
    assert link.startswith("data:image/png;base64,")
    assert b64decode(link.partition(",")[2]) == PICTURE


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"%PDF-1.7", PICTURE + bytes(MOST_WITHIN)])
def test_nothing_but_a_picture_of_a_fit_size_stands_in_a_page(content: bytes) -> None:
    assert link_within(content) is None


def test_a_place_beside_the_page_is_not_within() -> None:
    assert not is_within("files/pot.png")


def test_links_are_made_as_they_are_asked_for() -> None:
    asked: list[str] = []

    def bytes_of(sha256: str) -> list[bytes]:
        asked.append(sha256)
        return {
            "pot": [PICTURE[:9], PICTURE[9:]],
            "text": [b"words"],
            "large": [PICTURE, bytes(MOST_WITHIN)],
        }[sha256]

    links = PicturesWithin(bytes_of)
    assert not asked
    assert links["pot"] == link_within(PICTURE)
    assert links.get("text", "") == links.get("large", "") == ""
    assert list(links) == []
    assert len(links) == 0
