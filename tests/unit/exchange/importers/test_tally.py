from app.domain.parcel import Skipped
from app.exchange.importers.tally import CYCLES, EMPTY, Tally


def test_reasons_are_counted_in_the_order_of_their_coming() -> None:
    tally = Tally()
    for why in (EMPTY, CYCLES, EMPTY):
        tally.add(why)
    tally.add("Never", 0)
    assert list(tally.told()) == [Skipped(EMPTY, 2), Skipped(CYCLES, 1)]


def test_nothing_is_told_where_nothing_stays_behind() -> None:
    assert list(Tally().told()) == []
