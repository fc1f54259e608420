"""The files above the field."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.attachment import PreparedFile, Seal
from app.domain.errors import Fault
from app.domain.ids import AttachmentId
from app.ui.composer.file_strip import FileStrip
from app.ui.composer.file_taking import Stage, TakenFile
from app.ui.theme.theme import Theme
from tests.fakes.scripted_writing import ScriptedAttaching


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> FileStrip:
    made = FileStrip(theme)
    qtbot.addWidget(made)
    made.resize(700, 100)
    return made


def file(number: int, name: str = "notes.txt", media_type: str = "text/plain", **more: object) -> TakenFile:
    made = TakenFile(number, name, None, ScriptedAttaching())  # type: ignore[arg-type]
    made.prepared = PreparedFile(AttachmentId(name), 1, Seal(b"", 24_000), name, media_type)
    for field, value in more.items():
        setattr(made, field, value)
    return made


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (file(1), "Text · 23 KiB"),
        (file(1, media_type="application/pdf"), "PDF · 23 KiB"),
        (file(1, media_type="image/png"), "Picture · 23 KiB"),
        (file(1, prepared=None, stage=Stage.READING), "Reading"),
        (file(1, prepared=None, stage=Stage.READING, share=0.4), "Reading, 40 %"),
        (file(1, prepared=None, fault=Fault("FileProtected", "")), "The file is protected"),
    ],
)
def test_each_says_what_it_is_or_how_far_it_has_come(strip: FileStrip, taken: TakenFile, words: str) -> None:
    strip.show_files([taken])
    assert strip.chips[0].words == words
    assert strip.chips[0].accessibleName() == f"notes.txt, {words}"


def test_the_whole_reason_is_read_with_the_button(strip: FileStrip) -> None:
    strip.show_files([file(1, prepared=None, fault=Fault("FileProtected", ""))])
    assert "without the password" in strip.chips[0].remove_button.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_file_is_removed_by_key(qtbot: QtBot, strip: FileStrip, key: Qt.Key) -> None:
    strip.show_files([file(1), file(2)])
    assert strip.chips[1].remove_button.accessibleName() == "Remove notes.txt"
    with qtbot.waitSignal(strip.removed) as removed:
        qtbot.keyClick(strip.chips[1].remove_button, key)
    assert removed.args == [2]


def test_the_focus_goes_to_the_file_that_takes_the_place(qtbot: QtBot, strip: FileStrip) -> None:
    strip.show_files([file(1), file(2)])
    strip.activateWindow()
    strip.chips[0].remove_button.setFocus()
    qtbot.waitUntil(strip.chips[0].remove_button.hasFocus)
    kept = strip.chips[1]
    strip.show_files([file(2)])
    assert strip.chips == [kept]
    assert kept.remove_button.hasFocus()


def test_it_grows_by_rows_and_no_further_than_three(strip: FileStrip) -> None:
    heights = []
    for count in (0, 3, 4, 40):
        strip.show_files([file(number) for number in range(count)])
        heights.append(0 if strip.isHidden() else strip.height())
    assert heights == [0, 56, 112, 168]
