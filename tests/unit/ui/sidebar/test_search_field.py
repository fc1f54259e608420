"""The field that everything is searched from."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.sidebar.search_field import SearchField
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT, SMALL


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[SearchField]:
    around = QWidget()
    made = SearchField(theme)
    column = QVBoxLayout(around)
    column.addWidget(made)
    column.addWidget(other := QWidget())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(around)
    around.resize(272, 120)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    other.setFocus()
    yield made
    around.close()


def dark_columns(field: SearchField) -> list[int]:
    image = field.grab().toImage()
    middle = range(8, image.height() - 8)
    return [
        x
        for x in range(4, image.width() - 4)
        if any(image.pixelColor(x, y).lightness() < 160 for y in middle)
    ]


def test_what_is_typed_is_told(qtbot: QtBot, field: SearchField) -> None:
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClicks(field.line, "g")
    assert (changed.args, field.text) == (["g"], "g")


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Down, "down"), (Qt.Key.Key_Return, "entered"), (Qt.Key.Key_Escape, "left")],
)
def test_keys_lead_out_of_it(qtbot: QtBot, field: SearchField, key: Qt.Key, signal: str) -> None:
    field.setFocus()
    with qtbot.waitSignal(getattr(field, signal)):
        qtbot.keyClick(field.line, key)


def test_the_cross_is_there_while_there_is_something_to_clear(qtbot: QtBot, field: SearchField) -> None:
    assert not field.clear_button.isVisible()
    field.set_text("glaze")
    assert field.clear_button.isVisible()
    with qtbot.waitSignal(field.left):
        field.clear_button.click()


def test_at_rest_it_tells_its_key_at_the_end(field: SearchField) -> None:
    without = dark_columns(field)
    action = QAction("Find", field)
    field.follow(action)
    action.setShortcut("Ctrl+K")
    assert max(without) < field.width() // 2 + 40 < max(dark_columns(field))
    field.setFocus()
    assert field.line.hasFocus()
    assert max(dark_columns(field)) < field.width() // 2 + 40


def test_a_ring_shows_the_focus(field: SearchField) -> None:
    def edge() -> str:
        return field.grab().toImage().pixelColor(field.width() // 2, 1).name().upper()

    assert edge() != LIGHT.accent
    field.setFocus()
    assert edge() == LIGHT.accent


def test_from_right_to_left_the_sign_stands_at_the_right(qtbot: QtBot, field: SearchField) -> None:
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert max(dark_columns(field)) > field.width() - 36
    field.set_text("x")
    qtbot.waitUntil(lambda: field.clear_button.geometry().left() == 4)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_key_stands_at_the_far_end_with_a_gap_before_the_words(
    field: SearchField, direction: Qt.LayoutDirection
) -> None:
    field.follow(action := QAction(field))
    action.setShortcut(QKeySequence("Ctrl+K"))
    field.setLayoutDirection(direction)
    QApplication.processEvents()
    leftward = direction is Qt.LayoutDirection.RightToLeft
    key = QFontMetrics(font(SMALL)).horizontalAdvance("Ctrl K")
    room = field.line.x() if leftward else field.width() - field.line.geometry().right() - 1
    assert room == 12 + key + 8
    end = min(dark_columns(field)) if leftward else field.width() - 1 - max(dark_columns(field))
    assert end < 16


def test_it_has_a_name(field: SearchField) -> None:
    assert field.line.accessibleName() == "Search everything"
