import pytest

from app.domain.diagnosis import Diagnosis, SlowMoment, moments, report

AT = "2026-11-20 10:41:00"
SLOW = f"{AT},123 INFO app.system.worker_thread: history page took 55 ms on the screen thread"
STALL = f"{AT},123 WARNING app.ui.stall_watch: the window stood still for 180 ms in app.ui.shell:Shell.fill"


def test_slow_calls_and_stalls_are_read_from_the_log() -> None:
    assert moments([SLOW, STALL]) == (
        (SlowMoment(AT, 55, "history page (screen)"),),
        (SlowMoment(AT, 180, "app.ui.shell:Shell.fill"),),
    )


def test_the_newest_come_first_and_old_ones_are_left_out() -> None:
    lines = [SLOW.replace("55", str(number)) for number in range(1, 41)]
    slow, _ = moments(lines)
    assert [each.milliseconds for each in slow] == list(range(40, 20, -1))


@pytest.mark.parametrize(
    "line",
    ["", "anything at all", SLOW + " and more", SLOW.replace("page", "{celadon}"), STALL.replace("180", "x")],
)
def test_no_other_line_is_told(line: str) -> None:
    assert moments([line]) == ((), ())


def test_the_report_holds_versions_and_places_alone() -> None:
    slow, stalls = moments([SLOW, STALL])
    told = report(Diagnosis({"Sotto": "0.1"}, slow, stalls, 4096))
    assert told.splitlines() == [
        "Sotto 0.1",
        "Archive: 4096 bytes",
        "",
        "Slow calls: 1",
        f"{AT}  55 ms  history page (screen)",
        "",
        "Stalls: 1",
        f"{AT}  180 ms  app.ui.shell:Shell.fill",
    ]
