from app.domain.errors import Fault
from app.domain.ids import ConversationId
from app.domain.import_report import Preview, Report
from app.domain.parcel import Skipped
from app.ui.exchange.exchange_words import brings_something, preview_words, report_words


def test_a_preview_tells_how_many_how_large_and_what_is_here_already() -> None:
    preview = Preview(
        "claude", 3 << 20, conversations=4, known=2, in_trash=1, items=90, files=1, file_bytes=1 << 10
    )
    assert preview_words(preview).split("\n\n") == [
        "Claude: 4 conversations with 90 messages, 3.0 MiB.",
        "With 1 file (1 KiB).",
        "Here already: 2 conversations. Only what is new is added.",
        "In the trash here, where they stay: 1 conversation.",
    ]


def test_it_says_what_is_left_out_and_why_but_no_endless_list() -> None:
    skipped = tuple(Skipped(f"reason {number}", number) for number in range(9))
    lines = preview_words(Preview("jan", 1, skipped=skipped)).split("\n\n")[-1].splitlines()
    assert lines[:2] == ["Left out:", "· reason 0 (0)"]
    assert lines[-1] == "· and 3 other reasons"


def test_a_report_tells_what_came_in_and_what_ended_it() -> None:
    report = Report(
        "jan",
        added=(ConversationId("a"),),
        grown=(ConversationId("b"),),
        known=2,
        items=5,
        fault=Fault("DiskFull", "full"),
        is_cancelled=True,
    )
    told = report_words(report).split("\n\n")
    assert told[0] == "You have ended it. What had come in by then is here."
    assert told[1] == "New: 1 conversation. Grown: 1. Unchanged: 2."
    assert told[2] == "5 messages and 0 files in all."
    assert len(told) == 4


def test_only_what_is_not_in_the_trash_can_come_in() -> None:
    assert brings_something(Preview("jan", 1, conversations=2, in_trash=1))
    assert not brings_something(Preview("jan", 1, conversations=2, in_trash=2))
