"""A conversation on its way out of an archive or into one, with all branches, told without places on disk.

Nobody needs to hold all of it at once: the head comes first, then the items, each after the one that it
follows, and before the item that first mentions a file that file's bytes, where they travel along.
"""

from dataclasses import dataclass, field, replace

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.item import MESSAGE, ItemState, Role

OURS = "sotto"
"""The origin of what was written by Sotto itself: its ids are ours, and are kept where they are free."""


@dataclass(frozen=True, slots=True)
class ParcelFile:
    """A file beside an item; `text` is what a model is given of it in words. A picture has none."""

    name: str = field(repr=False)
    media_type: str
    sha256: str
    size: int
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FileBytes:
    """What is in a file, once for every hash."""

    sha256: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ParcelItem:
    """An item `behind` another or, with None, a first one. Its id is what it is called where it comes from.

    `body` is the original, `edited` what its conversation shows in its place; `raw` is the source's own node.
    """

    id: str
    behind: str | None
    role: Role
    body: str = field(repr=False)
    created_at: int
    ended_at: int | None = None
    state: ItemState = ItemState.COMPLETE
    model: str | None = None
    kind: str = MESSAGE
    author: str | None = None
    fault: Fault | None = None
    edited: str | None = field(default=None, repr=False)
    is_pinned: bool = False
    is_excluded: bool = False
    files: tuple[ParcelFile, ...] = ()
    raw: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ParcelBranch:
    """A branch ends with the item `tip`; with None it is empty."""

    id: str
    tip: str | None
    created_at: int
    name: str | None = field(default=None, repr=False)
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class ParcelHead:
    """A conversation without its items. `origin` names the program it comes from, `id` its name there.

    `settings` is the JSON text that the archive keeps of a conversation's settings. What stands below it is
    for who reads, and is not brought in: which models and assistants answered, and by what instructions.
    """

    origin: str
    id: str
    title: str = field(repr=False)
    title_source: TitleSource
    created_at: int
    changed_at: int
    branches: tuple[ParcelBranch, ...]
    shown: str
    folder: str | None = field(default=None, repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    is_pinned: bool = False
    is_archived: bool = False
    settings: str = field(default="{}", repr=False)
    models: tuple[str, ...] = ()
    assistants: tuple[str, ...] = field(default=(), repr=False)
    instructions: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something of the source that stays behind, and why, as a person would say it; never its content."""

    why: str
    count: int = 1


Piece = ParcelHead | ParcelItem | FileBytes | Skipped


@dataclass(frozen=True, slots=True)
class Parcel:
    """One conversation as it was taken out of a file, without the bytes of its files."""

    head: ParcelHead
    items: tuple[ParcelItem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every branch has its end. Since items come parents first, all that lies before has come."""
        came = {item.id for item in self.items}
        return all(branch.tip is None or branch.tip in came for branch in self.head.branches)

    def dated(self, now: int) -> "Parcel":
        """Return it with a moment wherever the source told none, which is 0 in a parcel."""
        begun = self.head.created_at or now
        head = replace(self.head, created_at=begun, changed_at=self.head.changed_at or begun)
        items = (item if item.created_at else replace(item, created_at=begun) for item in self.items)
        branches = (each if each.created_at else replace(each, created_at=begun) for each in head.branches)
        return Parcel(replace(head, branches=tuple(branches)), tuple(items))
