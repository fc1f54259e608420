"""What the view knows of a conversation: its length, and the items near to what is seen.

An item is known by its depth. Some that are known to be there are hidden: they
have no item, and no height.
"""

from collections.abc import Iterable

from app.domain.conversation import HistoryPage
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState
from app.domain.usage import Usage

_MOST_ITEMS = 800
_MOST_CHARACTERS = 24_000_000
_KEPT_NEAR = 120  # around what is seen, however long they are
_SPARED = 0.75  # of the bounds, when room is made


class HistoryWindow:
    """Keeps bounded many items, those nearest to what is read. Growing text is kept with its item."""

    def __init__(self, most_items: int = _MOST_ITEMS, most_characters: int = _MOST_CHARACTERS) -> None:
        self._most = (most_items, most_characters)
        self._items: dict[int, Item | None] = {}
        self._depths: dict[ItemId, int] = {}
        self._usages: dict[ItemId | None, Usage] = {}
        self._grown: dict[ItemId, list[str]] = {}
        self._characters = 0
        self.length = 0

    def clear(self) -> None:
        for kept in (self._items, self._depths, self._usages, self._grown):
            kept.clear()
        self._characters = 0
        self.length = 0

    def put_page(self, page: HistoryPage, first: int, last: int) -> None:
        """Take in a page that tells of everything from depth `first` to `last`."""
        self.length = max(self.length, page.length)
        found = {item.depth: item for item in page.items}
        for depth in range(first, last + 1):
            kept = self._items.get(depth)
            if kept is None or kept.state is not ItemState.STREAMING:  # a growing one is ahead of any page
                self._put_read(depth, found.get(depth))
        self._usages.update({item.id: page.usages[item.id] for item in page.items if item.id in page.usages})

    def put(self, item: Item, usage: Usage | None = None) -> None:
        """Take in what an item is now. One that has ended has the whole of its text."""
        old = self._depths.get(item.id)
        if old is not None and old != item.depth:  # something came to stand before it
            self._forget(old)
        self._grown.pop(item.id, None)
        if usage:
            self._usages[item.id] = usage
        self.length = max(self.length, item.depth)
        self._put(item.depth, item)

    def grow(self, item_id: ItemId, text: str) -> None:
        self._grown.setdefault(item_id, []).append(text)

    def knows(self, depth: int) -> bool:
        return depth in self._items

    def item(self, depth: int) -> Item | None:
        return self._items.get(depth)

    def item_of(self, item_id: ItemId) -> Item | None:
        return self._items.get(self._depths.get(item_id, 0))

    def usage(self, item_id: ItemId) -> Usage | None:
        return self._usages.get(item_id)

    def text(self, item: Item) -> str:
        return item.text + "".join(self._grown.get(item.id, ()))

    def before(self, depth: int) -> Item | None:
        """Return the next item that is shown before a depth, if it is known."""
        return self._next_shown(range(depth - 1, 0, -1))

    def after(self, depth: int) -> Item | None:
        """Return the next item that is shown behind a depth, if it is known."""
        return self._next_shown(range(depth + 1, self.length + 1))

    def first_unknown(self, depths: Iterable[int]) -> int | None:
        return next(
            (depth for depth in depths if 0 < depth <= self.length and depth not in self._items), None
        )

    @property
    def items(self) -> list[Item]:
        """All items that are known and shown, in their order."""
        return [item for _, item in sorted(self._items.items()) if item]

    def make_room(self, near: int) -> list[int]:
        """Forget what lies far from the depth `near`, if there is too much, and return whose depths."""
        if len(self._items) <= self._most[0] and self._characters <= self._most[1]:
            return []
        forgotten = []
        for depth in sorted(self._items, key=lambda depth: -abs(depth - near)):
            is_enough = self._is_below(_SPARED)
            if is_enough or abs(depth - near) <= _KEPT_NEAR:
                break
            item = self._items[depth]
            if item is None or item.state is not ItemState.STREAMING:
                self._usages.pop(self._forget(depth), None)
                forgotten.append(depth)
        return forgotten

    def _is_below(self, share: float) -> bool:
        return len(self._items) <= self._most[0] * share and self._characters <= self._most[1] * share

    def _put(self, depth: int, item: Item | None) -> None:
        self._forget(depth)
        self._items[depth] = item
        if item:
            self._depths[item.id] = depth
            self._characters += len(item.body)

    def _forget(self, depth: int) -> ItemId | None:
        item = self._items.pop(depth, None)
        if item is None:
            return None
        self._characters -= len(item.body)
        return ItemId(item.id) if self._depths.pop(item.id, None) else None

    def _put_read(self, depth: int, item: Item | None) -> None:
        """A page may have been read before its item made room for another: it is older than what is known."""
        if item is None or self._depths.get(item.id, depth) == depth:
            self._put(depth, item)

    def _next_shown(self, depths: Iterable[int]) -> Item | None:
        for depth in depths:
            if depth not in self._items:
                return None
            if item := self._items[depth]:
                return item
        return None


def newest_stretch(page: HistoryPage) -> tuple[int, int]:
    """Return what a page of the newest items tells of."""
    return (page.items[0].depth if page.items else 1), page.length


def stretch_before(page: HistoryPage, before: int) -> tuple[int, int]:
    """Return what a page in front of a depth tells of."""
    return (page.items[0].depth if page.items else 1), before - 1


def stretch_after(page: HistoryPage, after: int) -> tuple[int, int]:
    """Return what a page behind a depth tells of."""
    return after + 1, (page.items[-1].depth if page.items else page.length)
