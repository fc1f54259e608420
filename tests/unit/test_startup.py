"""The service of one window, on a real profile and keyring. tests/end_to_end tries the whole command."""

import asyncio
import gc
import json
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.chat import way_in
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import set_passphrase, use_passphrase_only
from app.credentials.os_keyring import OsKeyring, open_keyring
from app.credentials.sidecar import ArchiveState
from app.credentials.sidecar_files import read_sidecar
from app.credentials.unlocking import begin_with_passphrase, unlock
from app.domain.ids import IdSource
from app.domain.remedy import Remedy
from app.domain.ways import Answer
from app.startup import serve
from app.store.backups import drop_backup, list_backups
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from app.ui.actions import Command
from app.ui.composer.composer import Composer
from app.ui.main_window import MainWindow
from app.ui.panels.backups_page import BackupsPage
from app.ui.panels.empty_page import EmptyPage
from app.ui.panels.problem_page import ProblemPage
from app.ui.panels.report_page import ReportPage
from app.ui.panels.unlock_page import UnlockPage
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.shell import Shell
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.theme.theme import Theme
from tests.fixtures.tomorrow import let_tomorrow_come
from tests.fixtures.waiting import until

WORDS = "four words are enough"


@pytest.fixture(autouse=True)
def small_heap() -> Iterator[None]:
    """What the tests before have left is none of the program's, which looks through all when it is locked."""
    gc.freeze()
    yield
    gc.unfreeze()


class Service:
    """A window that is being served, until `end`."""

    def __init__(self, qtbot: QtBot, theme: Theme, profile: Profile) -> None:
        self.shell = Shell(theme.colours)
        qtbot.addWidget(self.shell)
        self.shell.show()
        self.lock = ProfileLock(profile.lock)
        self._serving = asyncio.create_task(serve(self.shell, theme, profile, self.lock, None))

    async def end(self) -> int:
        self.shell.close()
        code = await self._serving
        self.lock.release()
        return code

    async def opened(self) -> None:
        """Wait until text can be sent: the archive is open."""
        await until(lambda: any(each.button.isEnabled() for each in self._composers()), "the composer")

    async def page(self) -> EmptyPage:
        await until(lambda: self.shell.findChildren(EmptyPage), "the window's content")
        return self.shell.findChildren(EmptyPage)[0]

    async def unlock_page(self) -> UnlockPage:
        await until(lambda: any(page.isVisible() for page in self.shell.findChildren(UnlockPage)), "the page")
        return self.shell.findChildren(UnlockPage)[0]

    def command(self, command: Command) -> None:
        self.shell.findChildren(MainWindow)[-1].actions_by_command[command].trigger()

    async def problem(self) -> ProblemPage:
        await until(lambda: any(page.isVisible() for page in self._pages()), "the page that tells")
        return self._pages()[0]

    async def report(self, title: str) -> ReportPage:
        def told() -> list[ReportPage]:
            return [page for page in self.shell.findChildren(ReportPage) if page.title.text() == title]

        await until(told, title)
        return told()[0]

    def _composers(self) -> list[Composer]:
        for composer in self.shell.findChildren(Composer):
            composer.field.setPlainText("typed")
        return self.shell.findChildren(Composer)

    def _pages(self) -> list[ProblemPage]:
        return self.shell.findChildren(ProblemPage)


def secrets_held() -> list[str]:
    """What kinds of objects there are that open the history."""
    answers = [each for each in gc.get_objects() if isinstance(each, Answer) and each.secret]
    keys = [each for each in gc.get_objects() if isinstance(each, ArchiveKey)]
    return sorted(type(each).__name__ for each in (*answers, *keys))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    qapp.setQuitOnLastWindowClosed(False)  # as the program has it
    yield Theme(qapp)
    qapp.setQuitOnLastWindowClosed(True)


async def test_a_first_run_makes_an_archive_and_closes_it_with_the_window(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await service.opened()
    assert await service.end() == 0
    assert profile.traces() == [profile.sidecar_copy, profile.archive, profile.sidecar]
    sidecar = read_sidecar(profile)
    assert sidecar is not None
    assert sidecar.state is ArchiveState.READY


async def test_a_profile_that_cannot_be_opened_is_told_and_tried_again(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()
    away = profile.archive.rename(profile.folder / "elsewhere")

    service = Service(qtbot, theme, profile)
    page = await service.problem()
    away.rename(profile.archive)
    page.retry_button.click()
    await service.opened()
    assert await service.end() == 0


async def test_a_keyring_that_keeps_silent_is_told_of_until_it_answers(
    qtbot: QtBot, theme: Theme, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()

    def open_hesitantly() -> OsKeyring:
        answer.wait(10)
        return open_keyring()

    monkeypatch.setattr(way_in, "open_keyring", open_hesitantly)
    service = Service(qtbot, theme, profile)
    page = await service.page()
    await until(lambda: "Waiting for your keyring" in page.text(), "the words")
    answer.set()
    await service.opened()
    assert "Waiting" not in page.text()
    await service.end()


async def test_a_locked_history_is_closed_and_opens_again(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await service.opened()
    service.command(Command.LOCK)
    page = await service.unlock_page()
    assert not profile.archive.with_name("archive.db-wal").exists()
    assert len(service.shell.findChildren(MainWindow)) == 1
    page.unlock_button.click()
    await service.opened()
    assert await service.end() == 0


async def test_a_locked_window_holds_neither_the_key_nor_the_passphrase(
    qtbot: QtBot, theme: Theme, profile: Profile, keyring: OsKeyring, ids: IdSource
) -> None:
    await asyncio.to_thread(begin_with_passphrase, profile, keyring, WORDS, ids.next)
    gc.collect()  # what other tests have left
    service = Service(qtbot, theme, profile)
    page = await service.unlock_page()
    for typed in ("something else", WORDS):
        page.field.setText(typed)
        page.unlock_button.click()
        await until(lambda: page.trouble.isVisible() or not page.isVisible(), "an answer")
    await service.opened()
    assert secrets_held() == ["ArchiveKey"]
    service.command(Command.LOCK)
    await until(lambda: len(service.shell.findChildren(UnlockPage)) == 1, "the page")
    await service.unlock_page()
    assert secrets_held() == []
    assert await service.end() == 0


async def test_the_key_is_changed_and_the_history_opens_with_the_new_one(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await service.opened()
    before = json.loads(profile.sidecar.read_bytes())["check_value"]
    service.command(Command.SAFETY)
    await until(lambda: service.shell.findChildren(SettingsDialog), "the dialog")
    page = service.shell.findChildren(SettingsDialog)[0].pages[Place.SECURITY]
    page.key_change.change_button.click()
    await until(lambda: json.loads(profile.sidecar.read_bytes())["check_value"] != before, "the new key")
    await service.opened()
    assert await service.end() == 0
    assert not profile.rotating.exists()


async def test_an_older_history_is_backed_up_before_it_is_brought_up_to_date(
    qtbot: QtBot, theme: Theme, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()
    for backup in list_backups(profile.backups):
        drop_backup(profile.backups, backup.name)
    let_tomorrow_come(monkeypatch)
    service = Service(qtbot, theme, profile)
    await service.opened()
    assert await service.end() == 0
    assert [backup.is_precaution for backup in list_backups(profile.backups)] == [True]


async def test_behind_a_passphrase_only_the_passphrase_opens(
    qtbot: QtBot, theme: Theme, profile: Profile, keyring: OsKeyring, ids: IdSource
) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()

    def leave_keyring() -> None:
        set_passphrase(profile, unlock(profile, keyring, ids.next).key, WORDS)
        use_passphrase_only(profile, keyring, WORDS)

    await asyncio.to_thread(leave_keyring)

    service = Service(qtbot, theme, profile)
    page = await service.unlock_page()
    page.field.setText("something else")
    page.unlock_button.click()
    await until(page.trouble.isVisible, "the complaint")
    page.field.setText(WORDS)
    page.unlock_button.click()
    await service.opened()
    assert await service.end() == 0


async def test_a_window_can_be_closed_while_it_is_locked(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await service.opened()
    service.command(Command.LOCK)
    await service.unlock_page()
    assert await service.end() == 0


async def test_coming_back_to_the_window_looks_at_the_clock(
    qtbot: QtBot, theme: Theme, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = asyncio.Event()
    monkeypatch.setattr(ConversationModel, "look_at_clock", lambda *_: looked.set())
    service = Service(qtbot, theme, profile)
    await service.opened()
    looked.clear()
    service.shell.came_back.emit()
    assert looked.is_set()
    await service.end()


async def test_a_window_can_be_closed_while_it_tells_of_a_problem(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    profile.sidecar.write_text(json.dumps({"format": 99}))
    service = Service(qtbot, theme, profile)
    await service.problem()
    assert await service.end() == 0
    assert json.loads(profile.sidecar.read_text()) == {"format": 99}


async def test_a_damaged_archive_is_rescued_and_opens(qtbot: QtBot, theme: Theme, profile: Profile) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()
    content = bytearray(profile.archive.read_bytes())
    content[100] ^= 1  # within the first page
    profile.archive.write_bytes(content)

    service = Service(qtbot, theme, profile)
    (await service.problem()).remedy_buttons[Remedy.RESCUE].click()
    for title in ("What could be read is rescued", "The rescued history is in place"):
        (await service.report(title)).next_button.click()
    await service.opened()
    assert await service.end() == 0
    assert profile.archive.read_bytes() != bytes(content)
    assert [path.read_bytes() for path in profile.folder.glob("archive.db.before-rescue-*")] == [content]


async def test_a_remedy_that_does_not_do_is_told(qtbot: QtBot, theme: Theme, profile: Profile) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()
    profile.archive.write_bytes(b"noise" * 5000)
    service = Service(qtbot, theme, profile)
    page = await service.problem()
    page.remedy_buttons[Remedy.RESCUE].click()
    await until(lambda: page.title.text() == "Nothing can be rescued", "the words")
    assert await service.end() == 0
    assert profile.archive.read_bytes() == b"noise" * 5000


async def test_damage_that_the_check_finds_leads_to_what_may_help(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await service.opened()
    service.shell.findChildren(MainWindow)[-1].mending_wanted.emit()
    page = await service.problem()
    assert page.remedy_buttons[Remedy.RESCUE].isVisible()
    page.retry_button.click()
    await service.opened()
    assert await service.end() == 0


async def test_a_window_can_be_closed_in_the_middle_of_a_remedy(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    first = Service(qtbot, theme, profile)
    await first.opened()
    await first.end()
    profile.archive.write_bytes(b"noise" * 5000)
    service = Service(qtbot, theme, profile)
    (await service.problem()).remedy_buttons[Remedy.RESTORE].click()
    await until(lambda: any(page.isVisible() for page in service.shell.findChildren(BackupsPage)), "the page")
    assert await service.end() == 0


async def test_a_window_can_be_closed_before_anything_is_open(
    qtbot: QtBot, theme: Theme, profile: Profile
) -> None:
    service = Service(qtbot, theme, profile)
    await asyncio.sleep(0)
    assert await service.end() == 0
