"""What is told of an item beside its text: the day on which it begins, the cut, its versions, its cost."""

from collections.abc import Mapping

from app.domain.attachment import Attachment
from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.domain.item import Item
from app.system.clock import now_us
from app.ui.transcript.history_window import HistoryWindow
from app.ui.transcript.row import Around
from app.ui.translation import tr
from app.ui.when import day, long_day
from app.ui.widgets.display_text import single_line

DAY, CUT, UNREAD = "day", "cut", "unread"


class Circumstances:
    """Knows what the items themselves do not."""

    def __init__(self, window: HistoryWindow) -> None:
        self._window = window
        self._versions: dict[ItemId, Versions] = {}
        self._files: dict[ItemId, tuple[Attachment, ...]] = {}
        self._cut = 0
        self.unread = 0

    def clear(self) -> None:
        self._versions.clear()
        self._files.clear()
        self._cut = self.unread = 0

    def set_cut(self, depth: int) -> None:
        """Say from which depth on the model is given what is said."""
        self._cut = depth

    def set_unread(self, depth: int) -> None:
        """Say from which depth on nothing has been seen before; 0 ends it."""
        self.unread = depth

    def add_versions(self, versions: Mapping[ItemId, Versions]) -> None:
        self._versions.update(versions)

    def add_files(self, files: Mapping[ItemId, tuple[Attachment, ...]]) -> None:
        self._files.update(files)

    def of(self, _number: int, item: Item) -> Around:
        """Return what is known around an item."""
        return Around(
            tuple(self._lines(item)),
            self._window.usage(item.id),
            self._versions.get(item.id),
            item.is_excluded or (item.depth < self._cut and not item.is_pinned),
            tuple(single_line(file.name) for file in self._files.get(item.id, ())),
        )

    def _lines(self, item: Item) -> list[tuple[str, str]]:
        before = self._window.before(item.depth)
        lines = []
        if self._begins_day(item, before):
            lines.append((DAY, long_day(item.created_at)))
        if _is_first_from(self._cut, item, before):
            lines.append((CUT, _cut_words(self._cut - 1)))
        if _is_first_from(self.unread, item, before):
            lines.append((UNREAD, tr("New")))
        return lines

    def _begins_day(self, item: Item, before: Item | None) -> bool:
        if before:
            return day(before.created_at) != day(item.created_at)
        return item.depth == 1 and day(item.created_at) != day(now_us())


def _is_first_from(depth: int, item: Item, before: Item | None) -> bool:
    """Whether an item is the first one shown from a depth on; nothing begins at the very first."""
    if depth <= 1 or item.depth < depth:
        return False
    return item.depth == depth if before is None else before.depth < depth


def _cut_words(messages: int) -> str:
    if messages == 1:
        return tr("The model does not see the message above")
    return tr("The model does not see the {count} messages above").format(count=messages)
