"""How a row of the palette is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.dialogs.palette_delegate import PaletteDelegate
from app.ui.dialogs.palette_model import PaletteModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from tests.unit.ui.dialogs.test_palette_model import model

__all__ = ["model"]

WIDTH = 300
State = QStyle.StateFlag


def painted(
    theme: Theme, model: PaletteModel, row: int, state: State = State.State_None, *, leftward: bool = False
) -> QImage:
    option = QStyleOptionViewItem()
    delegate = PaletteDelegate(theme)
    option.rect = QRect(0, 0, WIDTH, delegate.sizeHint(option, model.index(row)).height())
    option.state = state
    option.direction = Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return image


def ink(image: QImage, first: int, last: int) -> bool:
    """Whether anything is painted between two columns."""
    return any(
        image.pixelColor(x, y).lightness() < 190 for x in range(first, last) for y in range(image.height())
    )


@pytest.mark.parametrize("row", [0, 1, 3])
def test_a_sign_stands_before_the_words(theme: Theme, model: PaletteModel, row: int) -> None:
    image = painted(theme, model, row)
    assert image.height() == 36
    assert ink(image, 12, 28)
    assert not ink(image, 28, 35)
    assert ink(image, 36, 70)


def test_the_key_stands_at_the_end(theme: Theme, model: PaletteModel) -> None:
    assert ink(painted(theme, model, 0), WIDTH - 40, WIDTH)
    assert not ink(painted(theme, model, 3), WIDTH - 40, WIDTH)


def test_from_right_to_left_all_is_the_other_way_round(theme: Theme, model: PaletteModel) -> None:
    image = painted(theme, model, 0, leftward=True)
    assert ink(image, WIDTH - 28, WIDTH - 12)
    assert not ink(image, WIDTH - 35, WIDTH - 29)
    assert ink(image, 12, 40)


def test_the_chosen_row_is_lit(theme: Theme, model: PaletteModel) -> None:
    middle = [
        painted(theme, model, 0, state).pixelColor(200, 4)
        for state in (State.State_Selected, State.State_None)
    ]
    assert [colour.name().upper() for colour in middle] == [LIGHT.chosen, LIGHT.surface]
