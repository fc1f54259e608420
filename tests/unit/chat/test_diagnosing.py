from app.chat.diagnosing import Diagnosing
from app.system.profile import Profile

LINES = """2026-11-20 10:41:00,123 INFO app.system.worker_thread: history page took 55 ms on the screen thread
2026-11-20 10:42:00,123 WARNING app.ui.stall_watch: the window stood still for 180 ms in app.ui:fill
"""


async def test_the_log_and_what_is_installed_tell_how_it_runs(profile: Profile) -> None:
    profile.make()
    (profile.logs / "sotto.log").write_text(LINES)
    diagnosis = await Diagnosing(profile).diagnosis()
    assert [each.milliseconds for each in (*diagnosis.slow_calls, *diagnosis.stalls)] == [55, 180]
    assert "Python" in diagnosis.versions


async def test_without_a_log_nothing_was_slow(profile: Profile) -> None:
    diagnosis = await Diagnosing(profile).diagnosis()
    assert (diagnosis.slow_calls, diagnosis.stalls, diagnosis.archive_bytes) == ((), (), 0)
