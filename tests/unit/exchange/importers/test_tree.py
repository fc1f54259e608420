from itertools import pairwise

from app.domain.conversation import TitleSource
from app.domain.conversation_settings import ConversationSettings
from app.domain.exchange_errors import FileDamaged
from app.domain.item import text_of
from app.domain.parcel import FileBytes, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.importers.bodies import question, reply, thoughts
from app.exchange.importers.files import FoundFile, of_text
from app.exchange.importers.tally import CYCLES, DUPLICATES, EMPTY, FILES_UNREADABLE, Tally
from app.exchange.importers.tree import Account, Node, in_line, pieces_of
from app.exchange.refusals import refusal
from tests.fixtures.pace import within

ACCOUNT = Account("program", "c")


def asked(name: str, behind: str | None = None, at: int | None = None) -> Node:
    return Node(name, behind, (question(name, created_at=at),))


def told(pieces: list[Piece]) -> tuple[ParcelHead, dict[str, str | None]]:
    head = pieces[0]
    assert isinstance(head, ParcelHead)
    items = [piece for piece in pieces if isinstance(piece, ParcelItem)]
    behind = {item.id: item.behind for item in items}
    assert len(behind) == len(items)
    return head, behind


def test_every_leaf_ends_a_branch() -> None:
    nodes = [asked("b1", "a"), asked("a"), asked("b2", "a"), asked("c", "b2", at=9)]
    head, behind = told(list(pieces_of(ACCOUNT, nodes)))
    assert behind == {"a": None, "b1": "a", "b2": "a", "c": "b2"}
    assert next(iter(behind)) == "a"
    assert {branch.tip for branch in head.branches} == {"b1", "c"}
    assert head.shown == "c"


def test_the_current_node_names_the_branch_that_is_shown() -> None:
    nodes = [asked("a", at=1), asked("b1", "a", at=2), asked("b2", "a", at=3), Node("hidden", "b1")]
    head, _ = told(list(pieces_of(Account("program", "c", current="hidden"), nodes)))
    assert head.shown == "b1"
    assert [branch.id for branch in head.branches if branch.is_main] == ["b1"]


def test_a_current_node_within_the_tree_has_a_branch_of_its_own() -> None:
    nodes = [asked("a"), asked("b", "a"), asked("c", "b")]
    head, _ = told(list(pieces_of(Account("program", "c", current="b"), nodes)))
    assert {branch.tip for branch in head.branches} == {"b", "c"}
    assert head.shown == "b"


def test_a_branch_may_have_a_name_and_end_anywhere() -> None:
    nodes = [asked("a"), asked("b", "a"), asked("c", "b"), Node("link", "a")]
    account = Account("program", "c", endings=(("link", "early"), ("c", "late"), ("gone", "never")))
    head, _ = told(list(pieces_of(account, nodes)))
    assert {branch.tip: branch.name for branch in head.branches} == {"a": "early", "c": "late"}
    assert head.shown == "c"


def test_a_node_may_be_several_items_or_a_link_alone() -> None:
    nodes = [asked("a"), Node("link", "a"), Node("b", "link", (thoughts("Hm."), reply("So."), reply("!")))]
    _, behind = told(list(pieces_of(ACCOUNT, nodes)))
    assert behind == {"a": None, "b": "a", "b/1": "b", "b/2": "b/1"}


def test_a_made_name_is_never_one_of_the_source() -> None:
    twice = (reply("1"), reply("2"))
    nodes = [Node("a", None, twice), Node("a/1", "a", twice), Node("a/1/", "a", twice)]
    _, behind = told(list(pieces_of(ACCOUNT, nodes)))
    assert len(behind) == 6


def test_orphans_become_first_items() -> None:
    _, behind = told(list(pieces_of(ACCOUNT, [asked("a", "gone"), asked("b", "a"), asked("c", "gone")])))
    assert behind == {"a": None, "b": "a", "c": None}


def test_circles_are_cut_and_counted() -> None:
    nodes = [asked("a", "c"), asked("b", "a"), asked("c", "b"), asked("d", "c"), asked("self", "self")]
    pieces = list(pieces_of(ACCOUNT, nodes))
    _, behind = told(pieces)
    assert set(behind) == {"a", "b", "c", "d", "self"}
    assert list(behind.values()).count(None) == 2
    assert pieces[-1] == Skipped(CYCLES, 2)


def test_of_two_nodes_with_one_name_the_first_stays() -> None:
    pieces = list(pieces_of(ACCOUNT, [asked("a"), asked("a"), asked("", "a"), asked("", "a")]))
    _, behind = told(pieces)
    assert behind == {"a": None, "#2": "a", "#3": "a"}
    assert pieces[-1] == Skipped(DUPLICATES, 1)


def test_a_list_becomes_a_line() -> None:
    _, behind = told(list(pieces_of(ACCOUNT, in_line([asked("a", "x"), asked(""), asked("a"), asked("b")]))))
    assert behind == {"a": None, "#1": "a", "b": "#1"}


def test_a_conversation_without_items_stays_behind() -> None:
    assert list(pieces_of(ACCOUNT, [])) == [Skipped(EMPTY)]
    assert list(pieces_of(ACCOUNT, [Node("a", None)])) == [Skipped(EMPTY)]


def test_the_title_is_the_sources_own_or_the_first_question() -> None:
    nodes = [Node("r", None, (reply("Hello"),)), Node("a", "r", (question("# Why\nnot?"),))]
    titled, _ = told(list(pieces_of(Account("program", "c", " Our\ntitle "), nodes)))
    assert (titled.title, titled.title_source) == ("Our title", TitleSource.IMPORT)
    named, _ = told(list(pieces_of(ACCOUNT, nodes)))
    assert (named.title, named.title_source) == ("Why", TitleSource.QUESTION)


def test_without_words_the_title_is_the_name_of_a_file() -> None:
    nodes = [Node("a", None, (question("", files=(of_text("notes.txt", "x"),)),))]
    assert told(list(pieces_of(ACCOUNT, nodes)))[0].title == "notes.txt"
    assert told(list(pieces_of(ACCOUNT, [Node("r", None, (reply("Hello"),))])))[0].title


def test_missing_times_are_those_of_what_comes_before() -> None:
    nodes = [asked("a"), asked("b", "a", at=5), asked("c", "b"), asked("d", "c", at=9)]
    pieces = list(pieces_of(ACCOUNT, nodes))
    assert [piece.created_at for piece in pieces if isinstance(piece, ParcelItem)] == [5, 5, 5, 9]
    head, _ = told(pieces)
    assert (head.created_at, head.changed_at) == (5, 9)


def test_an_end_before_the_beginning_is_none() -> None:
    nodes = [
        Node("a", None, (reply("So.", created_at=5, ended_at=4), reply("So.", created_at=5, ended_at=6)))
    ]
    pieces = pieces_of(ACCOUNT, nodes)
    assert [piece.ended_at for piece in pieces if isinstance(piece, ParcelItem)] == [None, 6]


def test_a_file_comes_once_before_the_item_that_mentions_it() -> None:
    note, other = of_text("a.txt", "same"), of_text("b.txt", "same")
    nodes = [Node("a", None, (question("?", files=(note, other)), question("!", files=(note,))))]
    pieces = list(pieces_of(ACCOUNT, nodes))
    assert [type(piece) for piece in pieces] == [ParcelHead, FileBytes, ParcelItem, ParcelItem]
    first = pieces[2]
    assert isinstance(first, ParcelItem)
    assert [file.name for file in first.files] == ["a.txt", "b.txt"]


def test_a_file_that_cannot_be_read_leaves_its_item() -> None:
    def fail() -> bytes:
        raise refusal(FileDamaged)

    tally = Tally()
    tally.add("Before")
    nodes = [Node("a", None, (question("?", files=(FoundFile("x", fail),)),))]
    pieces = list(pieces_of(ACCOUNT, nodes, tally))
    assert pieces[2:] == [Skipped("Before"), Skipped(FILES_UNREADABLE)]


def test_settings_are_kept_as_the_archive_keeps_them() -> None:
    settings = ConversationSettings(instructions="Be brief.")
    head, _ = told(list(pieces_of(Account("program", "c", settings=settings), [asked("a")])))
    assert head.settings == '{"instructions":"Be brief."}'


def test_a_chain_of_any_depth_takes_time_by_its_length() -> None:
    names = [str(number) for number in range(100_000)]
    nodes = [asked(names[0]), *(asked(name, before) for before, name in pairwise(names))]
    with within(10):
        head, behind = told(list(pieces_of(ACCOUNT, reversed(nodes))))
    assert list(behind) == names
    assert len(head.branches) == 1


def test_the_items_can_be_laid_out_as_they_come() -> None:
    nodes = [asked(str(number), str((number * 7) // 11) if number else None) for number in range(500)]
    pieces = list(pieces_of(ACCOUNT, nodes))
    seen: set[str | None] = {None}
    for piece in pieces[1:]:
        assert isinstance(piece, ParcelItem)
        assert piece.behind in seen
        seen.add(piece.id)
        assert text_of(piece.body) == piece.id
