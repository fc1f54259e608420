from app.domain.import_report import program_of, summed
from app.domain.parcel import Skipped


def test_each_reason_is_told_once_with_all_that_it_was_for() -> None:
    assert summed([Skipped("No text.", 2), Skipped("Too large."), Skipped("No text.")]) == (
        Skipped("No text.", 3),
        Skipped("Too large.", 1),
    )
    assert summed([]) == ()


def test_programs_are_called_what_people_call_them() -> None:
    assert [program_of(each) for each in ("open-webui", "one of tomorrow")] == [
        "Open WebUI",
        "one of tomorrow",
    ]
