from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.undo_offers import UndoOffers


def test_the_latest_offer_is_taken(qtbot: QtBot, qapp: QApplication) -> None:
    taken: list[str] = []
    offers = UndoOffers(qapp)
    offers.take()
    offers.offer("message", lambda: taken.append("message"))
    offers.offer("conversation", lambda: taken.append("conversation"))
    offers.take()
    offers.offer("message", lambda: taken.append("another message"))
    offers.take()
    offers.take_from("conversation")
    assert taken == ["conversation", "another message", "conversation"]
    with qtbot.waitSignals([offers.changed] * 2):
        offers.withdraw("message")
        offers.withdraw("conversation")
    offers.take()
    offers.take_from("message")
    assert len(taken) == 3


def test_whether_there_is_an_offer_is_told(qapp: QApplication) -> None:
    told: list[bool] = []
    offers = UndoOffers(qapp)
    offers.changed.connect(told.append)
    offers.offer("a", lambda: None)
    offers.offer("b", lambda: None)
    offers.withdraw("a")
    offers.withdraw("b")
    assert told == [True, True, True, False]
