from PySide6.QtCore import QMimeData

from app.ui.sidebar.dragging import Carried, carried, chip
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ROW_HEIGHT


def test_rows_are_carried_by_their_numbers_alone() -> None:
    mime = Carried((3, 1))
    assert carried(mime) == (3, 1)
    assert [(kind, mime.data(kind).size()) for kind in mime.formats()] == [("application/x-sotto-rows", 0)]


def test_what_comes_from_elsewhere_is_nothing_here() -> None:
    mime = QMimeData()
    mime.setText("3")
    assert carried(mime) == ()


def test_the_chip_is_as_wide_as_its_words_up_to_a_limit(theme: Theme) -> None:
    short, long = chip(theme, "Tea", 2.0), chip(theme, "x" * 500, 1.0)
    assert (short.height(), short.devicePixelRatio()) == (2 * ROW_HEIGHT, 2.0)
    assert (long.width(), long.height()) == (240, ROW_HEIGHT)
    assert short.width() < 2 * 100
