"""Small pictures of pictures."""

from PIL import Image
from PySide6.QtGui import QColor

from app.ui.composer.thumbnails import SIDE, thumbnail
from tests.fakes import made_files


def test_the_middle_is_shown_as_a_square() -> None:
    wide = Image.new("RGB", (400, 100), "red")
    wide.paste(Image.new("RGB", (100, 100), "blue"), (150, 0))
    made = thumbnail(made_files.picture(wide, "PNG"))
    assert made is not None
    assert (made.width(), made.height()) == (SIDE, SIDE)
    assert QColor(made.pixel(SIDE // 2, SIDE // 2)).blue() > 200


def test_of_what_is_no_picture_there_is_none() -> None:
    assert thumbnail(b"nothing") is None
