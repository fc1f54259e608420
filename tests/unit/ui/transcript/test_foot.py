from PySide6.QtCore import QRect

from app.ui.transcript.foot import Foot, Room


def test_a_foot_may_be_without_versions() -> None:
    assert Foot(QRect(0, 0, 10, 16), None) == Foot(QRect(0, 0, 10, 16), versions=None)


def test_rooms_of_one_height_differ_by_what_they_are_for() -> None:
    assert Room(10, instead=True) != Room(10, instead=False)
