from app.domain.branch import Range
from app.domain.ids import ItemId, SummaryId
from app.domain.summary import Summary


def test_the_repr_does_not_hold_the_words() -> None:
    summary = Summary(SummaryId("s"), ItemId("i"), 3, "canary-19aa", (Range(1, 1, 3),), "m", 1, 2)
    assert summary.text == "canary-19aa"
    assert "canary" not in repr(summary)
