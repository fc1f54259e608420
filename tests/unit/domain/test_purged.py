from app.domain.purged import Purged


def test_what_was_purged_adds_up() -> None:
    total = (
        Purged(items=2, oldest=7) + Purged(emptied=1, oldest=5) + Purged(conversations=1) + Purged(texts=3)
    )
    assert total == Purged(items=2, emptied=1, conversations=1, oldest=5, texts=3)
    assert total
    assert not Purged()
    assert Purged(texts=1)
