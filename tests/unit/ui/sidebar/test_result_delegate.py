"""How a row of what was found is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.domain.title_match import sought
from app.ui.sidebar.result_delegate import ResultDelegate
from app.ui.sidebar.result_model import ResultModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT
from tests.fakes.scripted_searching import hit
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import conversation

WIDTH = 256
HEADING, TITLE, OWNER, SHORT, LONG, BRANCHED, MORE = range(7)
State = QStyle.StateFlag


@pytest.fixture
def model() -> ResultModel:
    made = ResultModel()
    made.now = NOW
    made.set_titles(
        [conversation("A rather long title with glaze that cannot stand there")], 1, sought("title")
    )
    texts = ("glaze", "a word " * 6 + "glaze " + "and more " * 20, "branched", "x", "y")
    hits = [hit("Pots", text, "glaze", is_shown=text != "branched") for text in texts]
    made.add(hits, is_first=True)
    return made


def option(state: State = State.State_None, width: int = WIDTH) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, width, 1)
    made.state = state
    return made


def painted(
    theme: Theme, model: ResultModel, row: int, state: State = State.State_None, *, leftward: bool = False
) -> QImage:
    delegate = ResultDelegate(theme, model)
    delegate.ring = True
    wanted = option(state)
    wanted.rect.setHeight(delegate.sizeHint(wanted, model.index(row)).height())
    direction = Qt.LayoutDirection
    wanted.direction = direction.RightToLeft if leftward else direction.LeftToRight
    image = QImage(wanted.rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("side"))
    painter = QPainter(image)
    delegate.paint(painter, wanted, model.index(row))
    painter.end()
    return image


def columns(image: QImage, colour: str) -> list[int]:
    """Where there is something of a colour."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name().upper() == colour for y in range(image.height()))
    ]


def test_a_snippet_has_as_many_lines_as_it_needs(theme: Theme, model: ResultModel) -> None:
    delegate = ResultDelegate(theme, model)

    def height(row: int, width: int = WIDTH) -> int:
        return delegate.sizeHint(option(width=width), model.index(row)).height()

    assert [height(row) for row in (HEADING, TITLE, OWNER, SHORT, LONG, MORE)] == [36, 36, 36, 52, 72, 36]
    assert height(LONG, 4000) == 52


@pytest.mark.parametrize("row", [TITLE, SHORT, LONG])
def test_what_was_looked_for_is_marked_in_sight(theme: Theme, model: ResultModel, row: int) -> None:
    assert len(columns(painted(theme, model, row), LIGHT.mark)) > 20


def test_the_chosen_row_and_the_one_under_the_pointer_are_lit(theme: Theme, model: ResultModel) -> None:
    for state, colour in ((State.State_Selected, LIGHT.chosen), (State.State_MouseOver, LIGHT.hover)):
        assert len(columns(painted(theme, model, SHORT, state), colour)) > 200
        assert columns(painted(theme, model, OWNER, state), colour) == []


def test_the_ring_shows_where_the_focus_is(theme: Theme, model: ResultModel) -> None:
    assert len(columns(painted(theme, model, SHORT, State.State_HasFocus), LIGHT.accent)) > 200


def test_the_branch_stands_behind_who_and_when(theme: Theme, model: ResultModel) -> None:
    plain, branched = (painted(theme, model, row).copy(0, 8, WIDTH, 16) for row in (SHORT, BRANCHED))
    assert max(ink(branched)) > max(ink(plain)) + 40


def ink(image: QImage) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 170 for y in range(image.height()))
    ]


def test_from_right_to_left_everything_begins_at_the_right(theme: Theme, model: ResultModel) -> None:
    for row in (HEADING, OWNER, SHORT, BRANCHED, MORE):
        left, right = (ink(painted(theme, model, row, leftward=leftward)) for leftward in (False, True))
        assert min(left) < 20
        assert max(left) < max(right)
        assert max(right) > WIDTH - 20
