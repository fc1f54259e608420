"""How a row of the sidebar is painted."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.ui.sidebar.conversation_delegate import ConversationDelegate
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import LIGHT, ROW_HEIGHT
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import filled, listed

WIDTH = 256
TITLE = "A rather long title that cannot stand on one line of the list"
HEADING, ROW = 0, 1
State = QStyle.StateFlag


@pytest.fixture
def model() -> ConversationModel:
    return filled(listed(TITLE))


def painted(
    theme: Theme, model: ConversationModel, row: int, state: State = State.State_None, *, ring: bool = False
) -> QImage:
    delegate = ConversationDelegate(theme)
    delegate.ring = ring
    return painted_by(delegate, theme, model, state, row)


def painted_by(
    delegate: ConversationDelegate, theme: Theme, model: ConversationModel, state: State, row: int = ROW
) -> QImage:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, ROW_HEIGHT)
    option.state = state
    image = QImage(WIDTH, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colour("side"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_every_row_has_one_height(theme: Theme, model: ConversationModel) -> None:
    delegate = ConversationDelegate(theme)
    assert {delegate.sizeHint(QStyleOptionViewItem(), model.index(row)).height() for row in (0, 1)} == {36}


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (State.State_None, LIGHT.side),
        (State.State_MouseOver, LIGHT.hover),
        (State.State_Selected | State.State_MouseOver, LIGHT.chosen),
    ],
)
def test_the_ground_tells_what_is_chosen(
    theme: Theme, model: ConversationModel, state: State, ground: str
) -> None:
    assert colour(painted(theme, model, ROW, state), 4, ROW_HEIGHT // 2) == ground


def test_a_heading_is_never_lit(theme: Theme, model: ConversationModel) -> None:
    image = painted(theme, model, HEADING, State.State_MouseOver)
    assert colour(image, 4, ROW_HEIGHT // 2) == LIGHT.side


def test_the_ring_is_drawn_only_where_it_is_wanted(theme: Theme, model: ConversationModel) -> None:
    focused = State.State_HasFocus
    assert colour(painted(theme, model, ROW, focused, ring=True), WIDTH // 2, 0) == LIGHT.accent
    assert colour(painted(theme, model, ROW, focused), WIDTH // 2, 0) == LIGHT.side
    assert colour(painted(theme, model, ROW, ring=True), WIDTH // 2, 0) == LIGHT.side


def test_a_dot_takes_the_place_of_the_moment(theme: Theme, model: ConversationModel) -> None:
    place = (WIDTH - 12 - 3, ROW_HEIGHT // 2)
    assert colour(painted(theme, model, ROW), *place) != LIGHT.accent
    model.known.streaming.add(ConversationId(TITLE))
    assert colour(painted(theme, model, ROW), *place) == LIGHT.accent


def test_the_row_that_a_menu_speaks_of_is_lit(theme: Theme, model: ConversationModel) -> None:
    delegate = ConversationDelegate(theme)
    delegate.pointed = QPersistentModelIndex(model.index(ROW))
    assert colour(painted_by(delegate, theme, model, State.State_None), 4, ROW_HEIGHT // 2) == LIGHT.hover


def test_room_is_kept_free_for_a_button_in_the_chosen_row(theme: Theme, model: ConversationModel) -> None:
    delegate = ConversationDelegate(theme)
    delegate.reserve = WIDTH // 2
    image = painted_by(delegate, theme, model, State.State_Selected)
    free = {colour(image, x, ROW_HEIGHT // 2) for x in range(WIDTH // 2, WIDTH - 60)}
    assert free == {LIGHT.chosen}


def test_what_is_unread_has_a_dot_before_its_title(theme: Theme, model: ConversationModel) -> None:
    place = (2 + 3, ROW_HEIGHT // 2)
    assert colour(painted(theme, model, ROW), *place) == LIGHT.side
    model.put(listed(TITLE, is_unread=True), NOW)
    assert colour(painted(theme, model, ROW), *place) == LIGHT.accent


def test_branches_take_the_place_of_the_moment(theme: Theme, model: ConversationModel) -> None:
    before = painted(theme, model, ROW)
    model.put(listed(TITLE, branches=12), NOW)
    assert painted(theme, model, ROW) != before


def test_in_a_mirrored_window_all_of_it_is_mirrored(
    qtbot: QtBot, theme: Theme, model: ConversationModel
) -> None:
    rows = QWidget()
    qtbot.addWidget(rows)
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    model.put(listed(TITLE, is_unread=True), NOW)
    model.known.streaming.add(ConversationId(TITLE))
    image = painted_by(ConversationDelegate(theme, rows), theme, model, State.State_None)
    assert colour(image, WIDTH - 2 - 3, ROW_HEIGHT // 2) == LIGHT.accent
    assert colour(image, 12 + 3, ROW_HEIGHT // 2) == LIGHT.accent


def test_a_folder_shows_how_many_lie_in_it(theme: Theme, model: ConversationModel) -> None:
    pictures = []
    for count in (0, 7):
        model.set_folders([Folder(FolderId("f"), "Kiln", count)])
        pictures.append(painted(theme, model, 1))
    assert pictures[0] != pictures[1]
    assert model.index(1).data() == "Kiln"
