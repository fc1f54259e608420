"""A command and its key, which can be changed there."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.actions import Command
from app.ui.shortcuts import Shortcuts, trouble_with
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import LINK, SMALL_TOOL, Button
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.key_button import KeyButton

_SENTENCE_WIDTH = 320


class ShortcutRow(QWidget):
    """Says what stands against a key that was pressed, and lets it be taken from another command."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts, command: Command) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self.command = command
        self._wanted = ""
        words = CutLabel(shortcuts.actions[command].text())  # the key is what must be seen whole
        self.key_button = KeyButton(theme)
        self.reset_button = Button(
            theme, tr("Back to the usual key"), SMALL_TOOL, icon="undo-2", icon_only=True
        )
        self.trouble = FlowText(theme, SMALL, "warn")
        self.trouble.use_width(_SENTENCE_WIDTH)
        self.take_button = Button(theme, tr("Use it here"), LINK)
        self._trouble_place = QWidget()
        self._arrange(words)
        self.key_button.pressed_keys.connect(self._look_at)
        self.key_button.emptied.connect(lambda: shortcuts.choose(command, ""))
        self.reset_button.clicked.connect(lambda: shortcuts.reset(command))
        self.take_button.clicked.connect(lambda: shortcuts.choose(command, self._wanted))
        shortcuts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        key, words = self._shortcuts.shown_key_of(self.command), self._shortcuts.actions[self.command].text()
        self.key_button.show_key(key)
        self.key_button.setAccessibleDescription(tr("The key of “{command}”").format(command=words))
        self.reset_button.setAccessibleDescription(words)
        self.reset_button.setVisible(self._shortcuts.is_own(self.command))
        self._trouble_place.hide()

    def _look_at(self, pressed: QKeyCombination) -> None:
        """Take the keys that were pressed, unless something stands against them."""
        key = QKeySequence(pressed).toString()
        owner = self._shortcuts.owner_of(key)
        if trouble := trouble_with(pressed):
            self._object(trouble)
        elif owner is None or owner is self.command:
            self._shortcuts.choose(self.command, key)
        else:
            self._wanted = key
            shown = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.NativeText)
            sentence = tr("{key} is the key of “{command}”.")
            self._object(
                sentence.format(key=shown, command=self._shortcuts.actions[owner].text()), can_take=True
            )

    def _object(self, sentence: str, *, can_take: bool = False) -> None:
        self.trouble.set_text(sentence)
        self.take_button.setVisible(can_take)
        self._trouble_place.show()

    def _arrange(self, words: QLabel) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(words, 1)
        top.addWidget(self.reset_button)
        top.addWidget(self.key_button)
        below = QHBoxLayout(self._trouble_place)
        below.setContentsMargins(0, 0, 0, GRID)
        below.setSpacing(GRID)
        below.addWidget(self.trouble, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._trouble_place)
