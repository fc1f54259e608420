"""What the palette offers for what was typed: commands, conversations, and a search for messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId
from app.domain.title_match import (
    Sought,
    closeness,
    folded_title,
    holding,
    holding_loosely,
    sought,
    title_marks,
)
from app.ui.actions import Command

_RECENT_COMMANDS, _NEWEST, _COMMANDS = 3, 6, 6
_IN_SIGHT = 7  # rows before the one that searches: it is seen without scrolling
_INSIDE = 2  # closeness of what is only inside of a word

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CommandRow:
    command: Command
    words: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class ConversationRow:
    conversation_id: ConversationId
    title: str = field(repr=False)
    changed_at: int
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class SearchRow:
    text: str = field(repr=False)


PaletteRow = CommandRow | ConversationRow | SearchRow


def rows_for(
    text: str,
    commands: Mapping[Command, str],
    recent: Sequence[Command],
    conversations: Sequence[Conversation],
) -> list[PaletteRow]:
    """Return the rows, the best first. `commands` can be done now, `conversations` come in their order."""
    wanted = sought(text)
    found = [
        ConversationRow(each.id, each.title, each.changed_at, title_marks(each.title, wanted))
        for each in conversations
    ]
    if wanted.is_empty:
        return _at_first(commands, recent, found)
    offered = _commands(commands, recent, wanted)[:_COMMANDS]
    near = [row for row in offered if _is_near(row.words, wanted)]
    near_titles = [row for row in found if _is_near(row.title, wanted)]
    others: list[PaletteRow] = [*found, *offered]
    rows: list[PaletteRow] = [*near, *near_titles]
    rows += [row for row in others if row not in rows]
    rows.insert(_IN_SIGHT, SearchRow(text.strip()))
    return rows


def _at_first(
    commands: Mapping[Command, str], recent: Sequence[Command], found: Sequence[ConversationRow]
) -> list[PaletteRow]:
    """Return what may be wanted before anything is typed: what was in hand last, then all commands."""
    first = [command for command in recent if command in commands][:_RECENT_COMMANDS]
    others = [command for command in commands if command not in first]
    return [
        *(CommandRow(command, commands[command]) for command in first),
        *found[:_NEWEST],
        *(CommandRow(command, commands[command]) for command in others),
    ]


def _commands(commands: Mapping[Command, str], recent: Sequence[Command], wanted: Sought) -> list[CommandRow]:
    """Return the commands that fit, the closest first, and of those the ones used last."""
    every = [*recent, *(command for command in commands if command not in recent)]
    names = [command for command in every if command in commands]
    titles = [folded_title(commands[command]) for command in names]
    held = holding(titles, wanted)
    loose = [place for place in holding_loosely(titles, wanted) if place not in held]
    ordered = sorted(held, key=lambda place: closeness(titles[place], wanted))
    return [
        CommandRow(names[place], commands[names[place]], title_marks(commands[names[place]], wanted))
        for place in (*ordered, *(loose if wanted.can_be_loose else ()))
    ]


def _is_near(words: str, wanted: Sought) -> bool:
    title = folded_title(words)
    return bool(holding([title], wanted)) and closeness(title, wanted) < _INSIDE
