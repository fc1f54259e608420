"""What the palette offers for what was typed."""

from app.ui.actions import Command
from app.ui.dialogs.palette_rows import CommandRow, ConversationRow, PaletteRow, SearchRow, rows_for
from tests.unit.ui.sidebar.listed import conversation

OFFERED = (
    Command.NEW_CONVERSATION,
    Command.BRANCH,
    Command.LOCK,
    Command.GO_TO_CONVERSATIONS,
    Command.GO_TO_MESSAGES,
    Command.GO_TO_COMPOSER,
)
COMMANDS = {command: command.value for command in OFFERED}


def brief(rows: list[PaletteRow]) -> list[str]:
    told: list[str] = []
    for row in rows:
        match row:
            case CommandRow(_, words):
                told.append(words)
            case ConversationRow():
                told.append(f"in {row.title}")
            case SearchRow(text):
                told.append(f"search {text}")
    return told


def offered(text: str, *titles: str, recent: tuple[Command, ...] = ()) -> list[str]:
    return brief(rows_for(text, COMMANDS, recent, [conversation(title) for title in titles]))


def test_before_anything_is_typed_the_last_ones_come_first() -> None:
    titles = [f"{n}" for n in range(9)]
    rows = offered("", *titles, recent=(Command.LOCK, Command.BRANCH))
    assert rows[:9] == ["Lock", "Branch", *(f"in {n}" for n in range(6)), "New conversation"]
    assert len(rows) == len(set(rows)) == 6 + len(OFFERED)


def test_what_begins_so_comes_before_what_only_holds_it() -> None:
    assert offered("bra", "A branch", "Vibrato", "Brass") == [
        "Branch",
        "in A branch",
        "in Brass",
        "in Vibrato",
        "search bra",
    ]


def test_commands_are_found_by_their_letters_too() -> None:
    assert offered("gtm")[:2] == ["Go to messages", "Go to the message field"]
    assert offered("gt") == ["search gt"]


def test_of_commands_that_fit_as_well_the_one_used_last_comes_first() -> None:
    assert offered("go to", recent=(Command.GO_TO_COMPOSER,))[0] == "Go to the message field"
    assert offered("go to")[0] == "Go to conversations"


def test_the_search_is_seen_without_scrolling() -> None:
    rows = offered(" kiln ", *(f"kiln {n}" for n in range(30)))
    assert (rows.index("search kiln"), len(rows)) == (7, 31)


def test_what_was_typed_is_marked() -> None:
    command, title, _search = rows_for("bran", COMMANDS, (), [conversation("A branch")])
    assert (command.marks, title.marks) == (((0, 4),), ((2, 6),))


def test_what_cannot_be_done_now_is_left_out() -> None:
    assert brief(rows_for("undo", {Command.LOCK: "Lock"}, (Command.UNDO,), [])) == ["search undo"]
