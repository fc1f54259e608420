"""A conversation's tree, as a source tells it, put into pieces: the same work for every program.

A source has nodes, each with a parent; a node may become no item, one, or several in a row. Whoever reads a
source makes `Node`s of it in any order, and an `Account` of what is known of the whole:

    yield from pieces_of(Account(ORIGIN, id, ...), nodes, tally)

A list without links between its entries becomes nodes by `in_line`, and `parents_in` reads the links of a
mapping of nodes, whichever of the two ends keeps them. A node without items is a link only: what
follows it follows what it follows. A parent that is not there makes a first node, a circle is cut, of two
nodes with one name the second is left out, and all of that is counted. Nothing here recurses, and the time
grows with the number of nodes. A conversation without items yields only the reason why it stays behind.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.conversation import TitleSource, title_from_question
from app.domain.conversation_settings import ConversationSettings
from app.domain.exchange_errors import ExchangeError
from app.domain.item import MESSAGE, Role, text_of
from app.domain.json_text import json_text
from app.domain.parcel import FileBytes, ParcelBranch, ParcelFile, ParcelHead, ParcelItem, Piece
from app.exchange.importers.bodies import NewItem
from app.exchange.importers.files import taken_in
from app.exchange.importers.tally import CYCLES, DUPLICATES, EMPTY, FILES_UNREADABLE, Tally
from app.exchange.importers.values import Values, id_at, identity, sequence_at

_LONGEST_TITLE = 300
_UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class Node:
    """`id` may be empty: then its place in the source names it. The first of its items has its very name."""

    id: str
    parent: str | None
    items: tuple[NewItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What a source tells of a conversation as a whole. `current` is the node that the shown branch ends at,
    and `endings` are the nodes that other branches end at, each with that branch's name.

    Without a title of its own it is called after its first question; times not told are those of its items.
    """

    origin: str
    id: str
    title: str = field(default="", repr=False)
    created_at: int | None = None
    changed_at: int | None = None
    current: str | None = None
    folder: str | None = field(default=None, repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    is_pinned: bool = False
    is_archived: bool = False
    settings: ConversationSettings = field(default_factory=ConversationSettings)
    endings: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Placed:
    id: str
    behind: str | None
    item: NewItem
    created_at: int


def in_line(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes each of which follows the one before it, whatever parent they name."""
    before: str | None = None
    seen: set[str] = set()
    for number, node in enumerate(nodes):
        name = node.id or f"#{number}"
        yield replace(node, id=name, parent=before)
        if name not in seen:
            before = name
            seen.add(name)


def parents_in(nodes: Mapping[str, Values], parent: str, children: str) -> dict[str, str]:
    """Return the parent that each node names or, where that is not there, the node that names it a child."""
    by_children = {
        identity(child): name for name, node in nodes.items() for child in sequence_at(node, children)
    }
    named = {name: id_at(node, parent) for name, node in nodes.items()}
    return {
        name: found
        for name, above in named.items()
        if (found := above if above in nodes else by_children.get(name, ""))
    }


def pieces_of(account: Account, nodes: Iterable[Node], tally: Tally | None = None) -> Iterator[Piece]:
    """Yield a conversation: its head, its items, the bytes of its files, and what stays behind."""
    tally = tally or Tally()
    by_name = _by_name(nodes, tally)
    parents = _without_circles({name: _known(node.parent, by_name) for name, node in by_name.items()}, tally)
    placed, last = _placed(by_name, parents, account.created_at or _earliest(by_name.values()))
    if not placed:
        tally.add(EMPTY)
    else:
        yield _head(account, placed, last)
        yield from _items(placed.values(), tally)
    yield from tally.told()


def _by_name(nodes: Iterable[Node], tally: Tally) -> dict[str, Node]:
    by_name: dict[str, Node] = {}
    for number, node in enumerate(nodes):
        name = node.id or f"#{number}"
        if name in by_name:
            tally.add(DUPLICATES)
        else:
            by_name[name] = node
    return by_name


def _known(parent: str | None, by_name: Mapping[str, Node]) -> str | None:
    return parent if parent in by_name else None


def _without_circles(parents: dict[str, str | None], tally: Tally) -> dict[str, str | None]:
    """Cut each circle of parents at one node of it, which thereby becomes a first one."""
    walks: dict[str, int] = {}
    for walk, start in enumerate(parents):
        name: str | None = start
        while name is not None and name not in walks:
            walks[name] = walk
            name = parents[name]
        if name is not None and walks[name] == walk:
            parents[name] = None
            tally.add(CYCLES)
    return parents


def _in_order(parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the nodes parents first, each line of descent to its end before the next begins."""
    children: dict[str | None, list[str]] = {}
    for name, parent in parents.items():
        children.setdefault(parent, []).append(name)
    waiting = children.get(None, [])[::-1]
    while waiting:
        name = waiting.pop()
        yield name
        waiting.extend(reversed(children.get(name, ())))


def _placed(
    by_name: Mapping[str, Node], parents: Mapping[str, str | None], begun_at: int
) -> tuple[dict[str, _Placed], dict[str, str | None]]:
    """Give the items names and places, and tell for each node which item ends the way down to it."""
    placed: dict[str, _Placed] = {}
    last: dict[str, str | None] = {}
    for name in _in_order(parents):
        parent = parents[name]
        behind = last[parent] if parent is not None else None
        for number, item in enumerate(by_name[name].items):
            called = _unused(f"{name}/{number}", by_name, placed) if number else name
            before = placed[behind].created_at if behind is not None else begun_at
            moment = before if item.created_at is None else item.created_at
            placed[called] = _Placed(called, behind, item, moment)
            behind = called
        last[name] = behind
    return placed, last


def _earliest(nodes: Iterable[Node]) -> int:
    return min((item.created_at for node in nodes for item in node.items if item.created_at), default=0)


def _unused(made: str, nodes: Mapping[str, Node], placed: Mapping[str, _Placed]) -> str:
    """Return a name that was made up, longer where a source has given it to something of its own."""
    while made in nodes or made in placed:
        made += "/"
    return made


def _head(account: Account, placed: Mapping[str, _Placed], last: Mapping[str, str | None]) -> ParcelHead:
    followed = {each.behind for each in placed.values()}
    leaves = [name for name in placed if name not in followed]
    shown = last.get(account.current) if account.current is not None else None
    if shown is None:
        shown = max(reversed(leaves), key=lambda tip: placed[tip].created_at)
    names = {tip: name for node, name in account.endings if (tip := last.get(node)) is not None}
    tips = dict.fromkeys((*leaves, *names, shown))
    moments = [each.created_at for each in placed.values()]
    created_at = account.created_at or min(moments)
    title, source = _title(account.title, _way_to(shown, placed))
    return ParcelHead(
        account.origin,
        account.id,
        title,
        source,
        created_at,
        max(created_at, account.changed_at or max(moments)),
        tuple(
            ParcelBranch(tip, tip, placed[tip].created_at, names.get(tip) or None, tip == shown)
            for tip in tips
        ),
        shown,
        account.folder,
        account.tags,
        account.is_pinned,
        account.is_archived,
        json_text(account.settings.to_mapping()),
    )


def _branch(tip: _Placed, name: str | None, *, is_main: bool) -> ParcelBranch:
    return ParcelBranch(tip.id, tip.id, tip.created_at, name or None, is_main)


def _way_to(tip: str, placed: Mapping[str, _Placed]) -> list[NewItem]:
    """Return the items that lead to a tip and it, the first one first."""
    way: list[NewItem] = []
    name: str | None = tip
    while name is not None:
        way.append(placed[name].item)
        name = placed[name].behind
    return way[::-1]


def _title(given: str, way: Iterable[NewItem]) -> tuple[str, TitleSource]:
    """Return the title that a conversation came with, or one after its first question."""
    if title := " ".join(given.split()):
        return title[:_LONGEST_TITLE], TitleSource.IMPORT
    for item in way:
        if item.role is Role.PERSON and item.kind == MESSAGE:
            named = next((file.name for file in item.files), "")
            if title := title_from_question(text_of(item.body)) or title_from_question(named):
                return title, TitleSource.QUESTION
    return _UNTITLED, TitleSource.QUESTION


def _items(placed: Iterable[_Placed], tally: Tally) -> Iterator[Piece]:
    sent: set[str] = set()
    for each in placed:
        files: list[ParcelFile] = []
        for file, content in _files(each.item, tally):
            if file.sha256 not in sent:
                sent.add(file.sha256)
                yield content
            files.append(file)
        yield _item(each, tuple(files))


def _files(item: NewItem, tally: Tally) -> Iterator[tuple[ParcelFile, FileBytes]]:
    for found in item.files:
        try:
            taken = taken_in(found)
        except ExchangeError:
            tally.add(FILES_UNREADABLE)
        else:
            yield taken


def _item(each: _Placed, files: tuple[ParcelFile, ...]) -> ParcelItem:
    item = each.item
    ended_at = item.ended_at if item.ended_at is not None and item.ended_at >= each.created_at else None
    return ParcelItem(
        each.id,
        each.behind,
        item.role,
        item.body,
        each.created_at,
        ended_at,
        item.state,
        item.model or None,
        item.kind,
        item.author or None,
        is_pinned=item.is_pinned,
        files=files,
        raw=item.raw,
    )
