"""The keys of the commands: the window's own, or those that a person has chosen in their place."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.ui.actions import SHORTCUTS, Command
from app.ui.plain_keeper import PlainKeeper
from app.ui.translation import tr

_EDITING = frozenset(QKeySequence(key) for key in ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"))
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Shortcuts(QObject):
    """No two commands have one key. A person's own comes before a command's usual one.

    Signals:
        changed: some command has another key.
    """

    changed = Signal()

    def __init__(self, actions: Mapping[Command, QAction], keeper: PlainKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self.actions = actions
        self._keeper = keeper
        self._applied: tuple[tuple[str, str], ...] = ()
        keeper.changed.connect(self._apply)
        self._apply()

    def key_of(self, command: Command) -> str:
        """Return the key of a command, or nothing if it has none."""
        return self.actions[command].shortcut().toString()

    def shown_key_of(self, command: Command) -> str:
        """Return the key as it is called on this system."""
        return self.actions[command].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def is_own(self, command: Command) -> bool:
        """Whether a person has chosen the key of this command."""
        return command.name in self._own()

    def owner_of(self, key: str) -> Command | None:
        """Return the command that has this key."""
        wanted = QKeySequence(key)
        return next((each for each, action in self.actions.items() if action.shortcut() == wanted), None)

    def choose(self, command: Command, key: str) -> None:
        """Give a command another key, or none. Who has had it before goes without."""
        own = self._own()
        owner = self.owner_of(key) if key else None
        if owner is not None and owner is not command:
            own[owner.name] = ""
        own[command.name] = key
        self._keep(own)

    def reset(self, command: Command) -> None:
        """Let a command have its usual key again. Who has been given it meanwhile goes without."""
        own = {name: key for name, key in self._own().items() if name != command.name}
        usual = QKeySequence(SHORTCUTS[command])
        self._keep({name: "" if QKeySequence(key) == usual else key for name, key in own.items()})

    def reset_all(self) -> None:
        self._keep({})

    def _own(self) -> dict[str, str]:
        return dict(self._keeper.settings.shortcuts)

    def _keep(self, own: Mapping[str, str]) -> None:
        self._keeper.change(shortcuts=tuple(own.items()))

    def _apply(self) -> None:
        own = self._keeper.settings.shortcuts
        if own == self._applied:
            return
        self._applied = own
        for command, key in keys_of(dict(own)).items():
            if command in self.actions:
                self.actions[command].setShortcut(key)
        self.changed.emit()


def keys_of(own: Mapping[str, str]) -> dict[Command, QKeySequence]:
    """Return the key of every command, where these are a person's own by the commands' names."""
    nothing = QKeySequence()
    keys: dict[Command, QKeySequence] = {}
    for command in Command:
        if command.name in own:
            key = QKeySequence(own[command.name])
            keys[command] = nothing if key in keys.values() else key
    for command in Command:
        if command not in keys:
            key = QKeySequence(SHORTCUTS[command])
            keys[command] = nothing if key in keys.values() else key
    return keys


def trouble_with(combination: QKeyCombination) -> str:
    """Return why this cannot be the key of a command, or nothing if it can."""
    if QKeySequence(combination) in _EDITING:
        return tr("This key is for copying and pasting, and stays so. Choose another.")
    if combination.keyboardModifiers() & _WITH or combination.key() in _FUNCTION_KEYS:
        return ""
    return tr("This key is needed for writing. Hold Ctrl or Alt with it.")
