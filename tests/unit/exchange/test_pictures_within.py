"""Pictures that a page carries within itself."""

from base64 import b64decode

import pytest

from app.exchange.pictures_within import MOST_WITHIN, is_within, link_within
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
