from app.domain.import_report import summed
from app.domain.parcel import Skipped


def test_each_reason_is_told_once_with_all_that_it_was_for() -> None:
    assert summed([Skipped("No text.", 2), Skipped("Too large."), Skipped("No text.")]) == (
        Skipped("No text.", 3),
        Skipped("Too large.", 1),
    )
    assert summed([]) == ()
