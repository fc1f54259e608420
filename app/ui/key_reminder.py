"""Reminds of the recovery key that was never made, now and then, as soon as there is a history to lose."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.chat.key_care import KeyCare
from app.ui.errands import Errands
from app.ui.sidebar.offer_line import OfferLine


class KeyReminder(QObject):
    """Shows the line when it is time. To dismiss it is to put it off."""

    def __init__(
        self, care: KeyCare, line: OfferLine, errands: Errands, clock: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._care = care
        self._line = line
        self._errands = errands
        self._clock = clock
        line.dismissed.connect(self._put_off)

    def look(self) -> None:
        """See whether it is time to remind, or no longer."""
        self._errands.send(self._look())

    async def _look(self) -> None:
        state = await self._care.state()
        self._line.setVisible(state.needs_reminder(self._clock()))

    def _put_off(self) -> None:
        self._line.hide()
        self._errands.send(self._care.defer_recovery_key())
