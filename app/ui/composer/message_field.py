"""The field a question is typed into; it grows with it. Enter submits, Shift+Enter begins a new line."""

import re

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.ui.composer.incoming import holds_files
from app.ui.theme.fonts import font
from app.ui.theme.tokens import READING
from app.ui.translation import tr
from app.ui.widgets.utf16 import characters_in, units_in

_LONG_LINE = 5000  # characters from which on breaking at words takes too long
_LINES_AT_LEAST = 2
_PLACE = re.compile(r"\{[^{}\n]{1,60}\}")
LONG_TEXT = 50_000  # characters from which on nothing is worked out anew at every letter
MOST_PASTED = 50_000  # characters that are put in without asking
FIRST_LINE_DROP = 2  # Qt puts the whole leading of a line above its text, and half of it belongs below


class MessageField(QTextEdit):
    """Plain text only. `enter_sends` says whether Enter submits; Ctrl+Enter always does.

    Where it `takes_files`, these are handed on, and so is a text that is better off as one.

    Signals:
        submitted: the key was pressed that submits.
        edit_last_wanted: Up was pressed where there is nothing to go up in.
        content_pasted: a QMimeData that holds files or a picture.
        long_text_pasted: a text that is too long to be put in without asking.
        menu_opening: a menu is about to open, at this place of the text: others may add to it.
    """

    submitted = Signal()
    edit_last_wanted = Signal()
    content_pasted = Signal(object)
    long_text_pasted = Signal(str)
    menu_opening = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 240
        self._is_composing = False
        self._has_places = False
        self.enter_sends = True
        self.takes_files = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(READING))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(tr("Message"))
        self.setAccessibleDescription(tr("Ask anything"))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_text("")

    @property
    def is_long(self) -> bool:
        """Whether it takes a while to work anything out of the text."""
        return self.document().characterCount() > LONG_TEXT

    @property
    def has_words(self) -> bool:
        return self.is_long or bool(self.toPlainText().strip())

    def set_text(self, text: str) -> None:
        """Put `text` in place of what is there; nothing of before can be undone back."""
        self.clear()  # first, or the old text would be wrapped anew
        self.textCursor().mergeBlockFormat(_lines())
        self._choose_wrapping(text)
        self.insertPlainText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._has_places = False
        self._fit()

    def fit_lines(self) -> None:
        """Let lines be as high as text is by now."""
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(_lines())
        self._fit()

    def put_in(self, text: str) -> None:
        """Insert `text` at the cursor, however long it is. Its {places} are gone through by Tab."""
        self._choose_wrapping(text)
        start = self.textCursor().selectionStart()
        self.insertPlainText(text)
        self._has_places = len(text) <= LONG_TEXT and _PLACE.search(text) is not None
        if self._has_places:
            self._select_place(start)
        self.ensureCursorVisible()

    def set_room(self, height: int) -> None:
        """Grow to `height` at most; what does not fit scrolls."""
        self._room = height
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (self.takes_files and holds_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.takes_files and holds_files(source):
            self.content_pasted.emit(source)
        elif len(text := source.text()) > MOST_PASTED and self.takes_files:
            self.long_text_pasted.emit(text)
        else:
            self._choose_wrapping(text)
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Leave the key for undoing to the window while nothing was typed that could be undone."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self.viewport().update()  # the placeholder goes with the first letter that is being composed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_composing:
            self._enter(event.modifiers())
        elif event.key() == Qt.Key.Key_Up and self.document().isEmpty() and not self._is_composing:
            self.edit_last_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab selects the next {place} of a prompt that was put in. Behind the last it is itself again."""
        if forward and self._has_places:
            self._has_places = self._select_place(self.textCursor().selectionEnd())
            if self._has_places:
                return True
        return super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self.menu_opening.emit(menu, place.position())
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The placeholder stands where the text will: Qt's own knows nothing of the line height."""
        super().paintEvent(event)
        if self.document().isEmpty() and not self._is_composing:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(self.palette().ColorRole.PlaceholderText))
            line = QRect(0, FIRST_LINE_DROP, self.viewport().width(), READING.line)
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, side, tr("Ask anything"))
            painter.end()

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & Qt.KeyboardModifier.ShiftModifier or not (self.enter_sends or with_control):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            self.submitted.emit()

    def _select_place(self, start: int) -> bool:
        text = self.toPlainText()
        found = _PLACE.search(text, characters_in(text, start)) or _PLACE.search(text)
        if found:
            cursor = self.textCursor()
            cursor.setPosition(units_in(text[: found.start()]))
            cursor.setPosition(units_in(text[: found.end()]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        return found is not None

    def _choose_wrapping(self, text: str) -> None:
        """Qt takes many seconds to break one very long line at words, and no time to break it anywhere."""
        longest = max(map(len, text.split("\n")))
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if longest > _LONG_LINE else mode.WrapAtWordBoundaryOrAnywhere)

    def _fit(self) -> None:
        wanted = max(_LINES_AT_LEAST * READING.line, round(self.document().size().height()))
        self.setFixedHeight(min(wanted, max(self._room, _LINES_AT_LEAST * READING.line)))


def _lines() -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(READING.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return lines
