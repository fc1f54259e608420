"""What is done about replies of which nothing has come yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.domain.ids import ItemId
from app.ui.transcript.progress_words import ProgressWords


class Progress(QObject):
    """Keeps the words for each reply until it is forgotten, and tells when they have changed."""

    def __init__(self, changed: Callable[[ItemId], None], parent: QObject) -> None:
        super().__init__(parent)
        self._changed = changed
        self._known: dict[ItemId, ProgressWords] = {}

    def think(self, item_id: ItemId) -> None:
        self._words_of(item_id).think()

    def wait(self, item_id: ItemId, seconds: float) -> None:
        self._words_of(item_id).wait(seconds)

    def words(self, item_id: ItemId) -> str:
        known = self._known.get(item_id)
        return known.text if known else ""

    def forget(self, item_id: ItemId) -> None:
        """Something of the reply has come, or it has ended."""
        if known := self._known.pop(item_id, None):
            known.clear()
            known.deleteLater()

    def clear(self) -> None:
        for item_id in list(self._known):
            self.forget(item_id)

    def _words_of(self, item_id: ItemId) -> ProgressWords:
        if item_id not in self._known:
            self._known[item_id] = ProgressWords(partial(self._changed, item_id), self)
        return self._known[item_id]
