import pytest

from app.chat.looking import Looking
from app.domain.exchange_errors import FileDamaged
from app.domain.import_report import Preview
from app.domain.parcel import Parcel, Skipped
from app.exchange.export_reader import Origin
from app.exchange.refusals import refusal
from tests.unit.exchange import parts


def test_what_is_found_is_counted() -> None:
    look = Looking()
    whole = Parcel(parts.head(), (parts.item(), parts.full_item()))
    for found in (Origin("chatgpt"), parts.BYTES, whole, Skipped("No text.", 2)):
        look.add(found)
    size = len(parts.CONTENT)
    assert look.preview == Preview("chatgpt", 0, conversations=1, items=2, files=1, file_bytes=size)
    assert (look.ids, look.skipped) == (["c1"], [Skipped("No text.", 2)])


def test_what_ends_it_early_is_noted_or_raised() -> None:
    look, error = Looking(), refusal(FileDamaged)
    with pytest.raises(FileDamaged):
        look.end(error)
    look.add(Parcel(parts.head(), (parts.item(),)))
    look.end(error)
    assert look.preview.fault == error.fault
