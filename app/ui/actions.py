"""Everything the window can be told to do by key, as one table."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.translation import translated


class Command(StrEnum):
    """The commands, by the words a person reads. Send is Enter in the composer, and not a command."""

    NEW_CONVERSATION = "New conversation"
    TEMPORARY = "Temporary conversation"
    RENAME = "Rename"
    BRANCH = "Branch"
    ARCHIVE = "Archive"
    PIN = "Pin or unpin"
    EXPORT = "Export conversation"
    EXPORT_ALL = "Export everything"
    IMPORT = "Import conversations"
    PREVIOUS_VERSION = "Previous version"
    NEXT_VERSION = "Next version"
    EDIT_MESSAGE = "Edit message"
    AGAIN = "Answer again"
    FIND = "Find in conversation"
    FIND_NEXT = "Find next"
    FIND_PREVIOUS = "Find previous"
    UNDO = "Undo"
    CONTEXT = "What the model sees"
    MAP = "Branch map"
    CONVERSATION_SETTINGS = "Settings of this conversation"
    STATISTICS = "Statistics"
    STOP = "Stop"
    PALETTE = "Find anything"
    SEARCH = "Search everything"
    SETTINGS = "Settings"
    SAFETY = "Keys and backups"
    LOCK = "Lock"
    LARGER = "Larger text"
    SMALLER = "Smaller text"
    USUAL_SIZE = "Usual text size"
    TOGGLE_SIDEBAR = "Show or hide conversations"
    GO_TO_CONVERSATIONS = "Go to conversations"
    GO_TO_MESSAGES = "Go to messages"
    GO_TO_COMPOSER = "Go to the message field"
    KEYBOARD = "Keyboard"
    QUIT = "Quit"


SHORTCUTS: Mapping[Command, str] = MappingProxyType(
    {
        Command.NEW_CONVERSATION: "Ctrl+N",
        Command.TEMPORARY: "Ctrl+Shift+N",
        Command.RENAME: "F2",
        Command.BRANCH: "Ctrl+Shift+B",
        Command.ARCHIVE: "Ctrl+Shift+A",
        Command.PIN: "Ctrl+Shift+P",
        Command.EXPORT: "Ctrl+Shift+S",
        Command.EXPORT_ALL: "Ctrl+Alt+Shift+S",
        Command.IMPORT: "Ctrl+O",
        Command.PREVIOUS_VERSION: "Alt+Left",
        Command.NEXT_VERSION: "Alt+Right",
        Command.EDIT_MESSAGE: "Ctrl+Shift+E",
        Command.AGAIN: "Ctrl+R",
        Command.FIND: "Ctrl+F",
        Command.FIND_NEXT: "F3",
        Command.FIND_PREVIOUS: "Shift+F3",
        Command.UNDO: "Ctrl+Z",
        Command.CONTEXT: "Ctrl+Shift+M",
        Command.MAP: "Ctrl+M",
        Command.CONVERSATION_SETTINGS: "Ctrl+Shift+,",
        Command.STATISTICS: "Ctrl+Shift+Y",
        Command.STOP: "Esc",
        Command.PALETTE: "Ctrl+K",
        Command.SEARCH: "Ctrl+Shift+F",
        Command.SETTINGS: "Ctrl+,",
        Command.SAFETY: "Ctrl+Shift+K",
        Command.LOCK: "Ctrl+L",
        Command.LARGER: "Ctrl++",
        Command.SMALLER: "Ctrl+-",
        Command.USUAL_SIZE: "Ctrl+0",
        Command.TOGGLE_SIDEBAR: "Ctrl+B",
        Command.GO_TO_CONVERSATIONS: "Ctrl+1",
        Command.GO_TO_MESSAGES: "Ctrl+2",
        Command.GO_TO_COMPOSER: "Ctrl+3",
        Command.KEYBOARD: "F1",
        Command.QUIT: "Ctrl+Q",
    }
)


def bind(window: QWidget, deeds: Mapping[Command, Callable[[], object]]) -> dict[Command, QAction]:
    """Give the window an action with its shortcut for each command."""
    actions: dict[Command, QAction] = {}
    for command, deed in deeds.items():
        action = QAction(translated(command.value), window)
        action.setShortcut(QKeySequence(SHORTCUTS[command]))
        action.triggered.connect(lambda _checked=False, do=deed: do())
        window.addAction(action)
        actions[command] = action
    return actions
