"""A button that shows the key of something and, once pressed, takes the next keys in its place."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import Button, Face

_FACE = Face(fill="ground", border="line", style=SMALL, height=28, padding=8, radius=RADIUS_SMALL)
_ALONE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, 0)
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyButton(Button):
    """Escape leaves the key as it is, Backspace takes it away.

    Signals:
        pressed_keys: a QKeyCombination: what was pressed.
        emptied: no key is wanted.
    """

    pressed_keys = Signal(object)
    emptied = Signal()
    listens = False  # from before the first event, which comes while it is being made

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", _FACE, parent=parent)
        self._key = ""
        self.clicked.connect(lambda: self._listen(wanted=True))

    def show_key(self, key: str) -> None:
        self._key = key
        self._listen(wanted=False)

    def event(self, event: QEvent) -> bool:
        """While it listens, no key means anything to anybody else."""
        if self.listens and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self.listens and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._listen(wanted=False)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _ALONE:
            return
        self._listen(wanted=False)
        has_none = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if has_none and event.key() == Qt.Key.Key_Escape:
            return
        if has_none and event.key() in _NONE:
            self.emptied.emit()
        else:
            self.pressed_keys.emit(_without_keypad(event.keyCombination()))

    def _listen(self, *, wanted: bool) -> None:
        self.listens = wanted
        self.setCheckable(wanted)  # lit while it listens, and a plain button to an assistive tool otherwise
        self.setChecked(wanted)
        if wanted:
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # Qt gives a button none for a click
        self.set_words(tr("Press keys…") if wanted else self._key or tr("No key"))


def _without_keypad(combination: QKeyCombination) -> QKeyCombination:
    """Where on the keyboard a key lies makes no difference."""
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, combination.key())
