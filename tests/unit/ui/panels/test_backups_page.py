from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.backup import Backup
from app.ui.first_aid_words import CHOOSING, NO_BACKUPS
from app.ui.panels.backups_page import BackupsPage
from app.ui.theme.theme import Theme

NOON = int(datetime(2026, 11, 20, 12, 5).astimezone().timestamp() * 1_000_000)
DAY = 24 * 3_600_000_000
KEPT = [Backup(f"{number}.backup", NOON - number * DAY, (21 - number) << 20) for number in range(7)]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> BackupsPage:
    made = BackupsPage(theme)
    qtbot.addWidget(made)
    made.resize(480, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.offer(CHOOSING, KEPT)
    return made


def test_the_newest_is_at_the_top_with_its_day_and_size(page: BackupsPage) -> None:
    rows = [page.list.item(row).text() for row in range(page.list.count())]
    assert rows[0] == "20 Nov 2026, 12:05   21.0 MiB"
    assert len(rows) == 7
    assert (page.list.currentRow(), page.list.hasFocus()) == (0, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_is_chosen_by_key(qtbot: QtBot, page: BackupsPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.list, key)
    assert chosen.args == [KEPT[1]]
    assert not page.list.isEnabled()


def test_one_is_chosen_by_its_button(qtbot: QtBot, page: BackupsPage) -> None:
    with qtbot.waitSignal(page.chosen) as chosen:
        page.restore_button.click()
    assert chosen.args == [KEPT[0]]


def test_one_can_turn_back(qtbot: QtBot, page: BackupsPage) -> None:
    with qtbot.waitSignal(page.chosen) as chosen:
        page.back_button.click()
    assert chosen.args == [None]


def test_any_file_can_be_chosen(
    qtbot: QtBot, page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = iter(["", str(tmp_path / "mine.backup")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(answers), ""))
    page.file_button.click()
    assert page.file_button.isEnabled()
    with qtbot.waitSignal(page.chosen) as chosen:
        page.file_button.click()
    assert chosen.args == [tmp_path / "mine.backup"]


def test_what_went_wrong_is_told_and_the_choice_stays(page: BackupsPage) -> None:
    page.list.setCurrentRow(3)
    page.restore_button.click()
    page.offer(CHOOSING, KEPT, "The file is not a backup.")
    assert page.trouble.isVisible()
    assert (page.list.currentRow(), page.list.isEnabled()) == (3, True)


def test_without_backups_a_file_is_asked_for(page: BackupsPage) -> None:
    page.offer(NO_BACKUPS, ())
    assert not page.list.isVisible()
    assert not page.restore_button.isVisible()
    assert page.file_button.hasFocus()
