"""A name is written into its row."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.panels.map_list import MapList


def editor(rows: MapList) -> QLineEdit:
    return rows.findChild(QLineEdit)


def test_a_branch_is_renamed_in_its_place(qtbot: QtBot, map_list: MapList) -> None:
    written: list[str] = []
    map_list.delegate.renamed.connect(lambda _row, name: written.append(name))
    qtbot.keyClick(map_list, Qt.Key.Key_F2)
    assert editor(map_list).text() == "Shorter, for Anna"
    editor(map_list).selectAll()
    qtbot.keyClicks(editor(map_list), "For  Anna and Ben")
    qtbot.keyClick(editor(map_list), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: written == ["For Anna and Ben"])


def test_the_same_name_is_no_new_one(qtbot: QtBot, map_list: MapList) -> None:
    written: list[str] = []
    map_list.delegate.renamed.connect(lambda _row, name: written.append(name))
    qtbot.keyClick(map_list, Qt.Key.Key_F2)
    line = editor(map_list)
    with qtbot.waitSignal(line.destroyed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert written == []


def test_the_sign_that_folds_lies_before_the_words(map_list: MapList) -> None:
    index = map_list.model().index(2)
    sign = map_list.delegate.sign_area(QRect(0, 0, 300, 52), index)
    assert sign.left() == map_list.delegate.words_left(index) - 2
    assert (sign.top(), sign.bottom()) == (18, 33)
