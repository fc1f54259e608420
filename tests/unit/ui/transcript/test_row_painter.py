"""How rows look."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.item import Item, ItemState, Role, reasoning_body
from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK, LIGHT
from app.ui.transcript.row import Around, Row
from app.ui.transcript.row_painter import RowPainter, Sight
from app.ui.transcript.selection import Place, Selection
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.test_row import WIDTH, row_of

NOTHING = Sight()


def picture(theme: Theme, row: Row, sight: Sight = NOTHING) -> QImage:
    image = QImage(WIDTH, row.height, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colours.ground))
    painter = QPainter(image)
    RowPainter(theme).paint(painter, row, 0, QRectF(0, 0, WIDTH, row.height), sight)
    painter.end()
    return image


def colours(image: QImage, left: int, top: int, right: int, bottom: int) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(max(0, left), min(right, image.width()))
        for y in range(max(0, top), min(bottom, image.height()))
    }


def seen(theme: Theme, item: Item, sight: Sight = NOTHING, **around: object) -> set[str]:
    row = row_of(theme, item, around=Around(**around))
    return colours(picture(theme, row, sight), 0, 0, WIDTH, row.height)


def test_the_persons_words_lie_on_the_tint_at_the_right(theme: Theme, make_item: MakeItem) -> None:
    image = picture(theme, row_of(theme, make_item(Role.PERSON, "Thanks")))
    assert image.pixelColor(WIDTH - 8, 10).name().upper() == LIGHT.tint
    assert image.pixelColor(WIDTH // 2, 10).name().upper() == LIGHT.ground


def test_colours_are_those_of_the_theme_in_force(theme: Theme, make_item: MakeItem) -> None:
    theme.choose(Scheme.DARK)
    assert {DARK.tint, DARK.ground} <= seen(theme, make_item(Role.PERSON, "Thanks"))


def test_what_is_selected_lies_on_its_colour(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "some words")
    selection = Selection(Place(0, 0, 0), Place(0, 0, 4))
    assert LIGHT.selection in seen(theme, item, Sight(selection))
    assert LIGHT.selection not in seen(theme, item)


def test_a_streaming_reply_shows_a_dot(theme: Theme, make_item: MakeItem) -> None:
    assert LIGHT.accent in seen(theme, make_item(Role.MODEL, "So", ItemState.STREAMING))
    assert LIGHT.accent not in seen(theme, make_item(Role.MODEL, "So"))


def test_what_went_wrong_is_told_in_its_colour(theme: Theme, make_item: MakeItem) -> None:
    assert LIGHT.warn in seen(theme, make_item(Role.MODEL, "Half", ItemState.INTERRUPTED))
    assert LIGHT.bad in seen(theme, make_item(Role.MODEL, "", ItemState.FAILED))


def test_the_focus_and_a_found_message_are_marked(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.PERSON, "Thanks")
    assert LIGHT.accent in seen(theme, item, Sight(focused=0))
    assert LIGHT.mark in seen(theme, make_item(Role.MODEL, "So"), Sight(flashed=0))


def test_what_the_model_does_not_see_is_paler(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "MMMM" * 20)
    assert LIGHT.ink in seen(theme, item)
    assert LIGHT.ink not in seen(theme, item, is_unseen=True)


def test_lines_chips_and_folded_lines_are_painted(theme: Theme, make_item: MakeItem) -> None:
    thought = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm."))
    assert len(seen(theme, thought)) > 3
    assert LIGHT.line in seen(theme, make_item(Role.MODEL, "So"), lines=(("cut", "Not seen"),))
    assert LIGHT.surface in seen(theme, make_item(Role.PERSON, "Look"), chips=("a.pdf",))
