"""The keyboard: the keys of all commands, and those that mean the same everywhere."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialogs.part import Part
from app.ui.dialogs.shortcuts_part import ShortcutsPart
from app.ui.shortcuts import Shortcuts
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import PRIMARY, Button
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.scroll_area import in_scroll_area

_MARGIN, _BETWEEN = 24, 28
_HEIGHT, _LEAST_HEIGHT = 640, 320


class KeyboardDialog(QDialog):
    def __init__(self, theme: Theme, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self.shortcuts = ShortcutsPart(theme, shortcuts)
        self.fixed = _fixed_part(theme)
        self.done_button = Button(theme, tr("Done"), PRIMARY)
        self.done_button.clicked.connect(self.accept)
        self._arrange(parent.window().size())
        self.setWindowTitle(tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.done_button.setFocus()

    def _arrange(self, around_it: QSize) -> None:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(self.shortcuts)
        column.addWidget(self.fixed)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(in_scroll_area(parts))
        around.addLayout(buttons)
        room = around_it.height() - 2 * _MARGIN
        width = min(parts.sizeHint().width() + 12, around_it.width())
        self.resize(width, min(scaled(_HEIGHT), max(scaled(_LEAST_HEIGHT), room)))


def open_keyboard(theme: Theme, shortcuts: Shortcuts, window: QWidget) -> KeyboardDialog:
    """Open the dialog over a window, and go back to where the person was when it closes."""
    before = QApplication.focusWidget()
    dialog = KeyboardDialog(theme, shortcuts, window)
    if before:
        dialog.finished.connect(lambda _result: before.setFocus())
    dialog.open()
    return dialog


def _fixed_part(theme: Theme) -> Part:
    part = Part(theme, tr("Keys that stay"))
    part.state.hide()
    for words, key in _fixed_keys():
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 8, 0)
        name, shown = CutLabel(words), QLabel(key)
        shown.setFont(font(SMALL))
        shown.setForegroundRole(part.palette().ColorRole.PlaceholderText)
        line.addWidget(name, 1)
        line.addWidget(shown)
        part.put(row)
    return part


def _fixed_keys() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Send the message"), tr("Enter")),
        (tr("A new line in the message"), tr("Shift+Enter")),
        (tr("From message to message"), tr("Ctrl+Up, Ctrl+Down")),
        (tr("Delete the chosen conversation"), tr("Del")),
        (tr("What can be done with it"), tr("Menu, Shift+F10")),
        (tr("Leave what is open"), tr("Esc")),
    )
