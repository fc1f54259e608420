"""Icons in the colours of the theme."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.system.resources import resource
from app.ui.theme.icons import Icons
from app.ui.theme.tokens import LIGHT


def colours(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("file", sorted(resource("icons").glob("*.svg")), ids=lambda file: file.stem)
@pytest.mark.usefixtures("qapp")
def test_every_icon_is_drawn_in_the_colour_asked_for(file: Path) -> None:
    picture = Icons().pixmap(file.stem, "#3B6757", 64).toImage()
    assert colours(picture) == {"#3B6757"}


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_sharp_on_a_dense_screen() -> None:
    picture = Icons().pixmap("plus", "#000000", 16, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_once() -> None:
    icons = Icons()
    first, again = icons.pixmap("plus", "#000000"), icons.pixmap("plus", "#000000")
    assert first.cacheKey() == again.cacheKey()
    assert icons.pixmap("plus", "#FFFFFF").cacheKey() != first.cacheKey()


@pytest.mark.usefixtures("qapp")
def test_the_program_icon_shows_its_keyhole_at_16_pixels() -> None:
    picture = Icons().program_icon(16).toImage()
    bubble, keyhole = picture.pixelColor(4, 5), picture.pixelColor(7, 6)
    assert bubble == QColor(LIGHT.accent)
    assert keyhole.lightness() > bubble.lightness() + 60


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
@pytest.mark.usefixtures("qapp")
def test_the_pictures_of_the_program_icon_are_as_it_is_drawn(size: int) -> None:
    kept = QImage(str(resource(f"program/sotto-{size}.png")))
    drawn = Icons().program_icon(size).toImage().convertToFormat(kept.format())
    assert kept.size() == drawn.size()
    middle = [(x, y) for x in range(0, size, max(1, size // 16)) for y in range(0, size, max(1, size // 16))]
    assert [kept.pixelColor(x, y) for x, y in middle] == [drawn.pixelColor(x, y) for x, y in middle]


def test_the_icons_come_with_their_licence() -> None:
    assert "ISC License" in resource("licences/lucide.txt").read_text("utf-8")
