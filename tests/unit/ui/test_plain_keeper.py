"""Keeping the plain settings."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.plain_settings import PlainSettings, Scheme
from app.system.plain_file import read_plain_settings
from app.ui.plain_keeper import PlainKeeper


def test_a_change_holds_at_once_and_is_written_at_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = PlainKeeper(tmp_path / "settings.json")
    with qtbot.waitSignal(keeper.changed):
        keeper.change(scheme=Scheme.DARK)
    assert keeper.settings.scheme is Scheme.DARK
    keeper.end()
    assert PlainKeeper(tmp_path / "settings.json").settings.scheme is Scheme.DARK


def test_a_change_is_written_after_a_rest(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    keeper = PlainKeeper(file)
    keeper.change(text_percent=150)
    keeper.change(text_percent=175)
    qtbot.waitUntil(lambda: read_plain_settings(file).text_percent == 175)
    keeper.end()


def test_the_same_again_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = PlainKeeper(tmp_path / "settings.json")
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.change(scheme=Scheme.SYSTEM)
    keeper.end()
    assert not list(tmp_path.iterdir())


def test_without_a_file_it_holds_for_this_run_alone(qtbot: QtBot) -> None:
    keeper = PlainKeeper()
    assert keeper.settings == PlainSettings()
    with qtbot.waitSignal(keeper.changed):
        keeper.change(lock_minutes=5)
    keeper.end()
    assert keeper.settings.lock_minutes == 5
