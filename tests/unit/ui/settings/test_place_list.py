from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.settings.place import Place
from app.ui.settings.place_list import PlaceList
from app.ui.theme.theme import Theme


def test_arrows_turn_to_a_page_and_return_takes_it(qtbot: QtBot, theme: Theme) -> None:
    places = PlaceList(theme)
    qtbot.addWidget(places)
    places.show()
    places.turn_to(Place.SERVICES)
    with qtbot.waitSignal(places.wanted) as wanted:
        qtbot.keyClick(places, Qt.Key.Key_Down)
    assert wanted.args == [Place.MODELS]
    with qtbot.waitSignal(places.taken) as taken:
        qtbot.keyClick(places, Qt.Key.Key_Return)
    assert taken.args == [Place.MODELS]


def test_its_rows_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    places = PlaceList(theme)
    qtbot.addWidget(places)
    theme.resize_text(200)
    assert places.item(0).sizeHint().height() == 72
