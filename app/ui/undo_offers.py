"""Which of the acts that can be taken back the key for undoing is about: the latest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class UndoOffers(QObject):
    """Holds at most one offer of each place that makes any.

    Signals:
        changed: whether there is anything to take back.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: dict[str, Callable[[], object]] = {}

    def offer(self, place: str, take_back: Callable[[], object]) -> None:
        """Let the next undoing be this one, in place of any that was offered at the same place."""
        self._offers.pop(place, None)
        self._offers[place] = take_back
        self.changed.emit(True)

    def withdraw(self, place: str) -> None:
        self._offers.pop(place, None)
        self.changed.emit(bool(self._offers))

    def take_from(self, place: str) -> None:
        """Take the act back that is offered there."""
        if place in self._offers:
            self._offers[place]()

    def take(self) -> None:
        """Take the latest act back."""
        if self._offers:
            list(self._offers.values())[-1]()
