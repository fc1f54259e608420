"""Saved prompts by `/` and assistants by `@`, offered while they are typed, by key and by pointer."""

from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from app.chat.controller import ChatController
from app.domain.library import Assistant, SavedPrompt
from app.domain.title_match import closest
from app.ui.composer.completion import ASSISTANT, PROMPT, Begun, begun_at
from app.ui.errands import Errands
from app.ui.panels.conversation_pane import ConversationPane
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID
from app.ui.translation import tr
from app.ui.widgets.choice_list import Choice, ChoiceList
from app.ui.widgets.display_text import single_line
from app.ui.widgets.floating import Floating
from app.ui.widgets.utf16 import characters_in, units_in
from app.ui.writing.prompt_saving import PromptSaving

_WIDTH, _ROWS = 360, 8
_SHOWN = 80  # characters of a prompt that are shown beside its name
_STEPS = MappingProxyType({Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1})
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completing(QObject):
    """The field keeps the keyboard; the list over it is moved from there."""

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        pane: ConversationPane,
        errands: Errands,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._composer = composer = pane.composer
        self._field = composer.field
        self._pane = pane
        self._errands = errands
        self._begun: Begun | None = None
        self._dismissed: int | None = None
        self._known: tuple[SavedPrompt | Assistant, ...] = ()
        self.popup = Floating(theme, pane)
        self.popup.hide()
        self.list = ChoiceList(theme, tr("Suggestions"))
        self.popup.column.addWidget(self.list)
        self._saving = PromptSaving(controller, composer, errands, self)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._look)
        self._field.cursorPositionChanged.connect(self._look)
        self._field.menu_opening.connect(self._offer_saving)
        self.list.clicked.connect(self._take_clicked)
        composer.bar.prompt_button.clicked.connect(lambda: self._begin(PROMPT))
        composer.bar.assistant_button.clicked.connect(lambda: self._begin(ASSISTANT))

    def close(self) -> None:
        """Offer nothing any more, until something else is begun."""
        self.popup.hide()
        self._begun = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list is open, the keys that move in it, take and leave are not the field's."""
        if watched is self._field and self.popup.isVisible():
            if event.type() is QEvent.Type.FocusOut:
                self.close()
            elif isinstance(event, QKeyEvent) and self._is_ours(event):
                if event.type() is QEvent.Type.KeyPress:
                    self._press(Qt.Key(event.key()))
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return True
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and self.list.current is not None and event.key() in (*_STEPS, *_TAKING)

    def _press(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self.list.step(_STEPS[key])
            self._say_current()
        elif key in _TAKING:
            self._take(self.list.current)
        else:
            self._dismissed = self._begun.start if self._begun else None
            self.close()

    def _look(self) -> None:
        """See whether the cursor stands behind something begun, and offer what fits it."""
        begun = None
        if not self._field.is_long:
            text, cursor = self._field.toPlainText(), self._field.textCursor()
            begun = None if cursor.hasSelection() else begun_at(text, characters_in(text, cursor.position()))
        if begun is None or begun.start != self._dismissed:
            self._dismissed = None
        if begun is None or begun.start == self._dismissed:
            self.close()
        elif self._begun is None or self._begun.sign != begun.sign:
            self._begun = begun
            self._errands.send(self._load(begun.sign))
        else:
            self._begun = begun
            self._fill()

    async def _load(self, sign: str) -> None:
        library = self._controller.library
        known = await library.prompts() if sign == PROMPT else await library.assistants()
        if self._begun and self._begun.sign == sign:
            self._known = tuple(known)
            self._fill()

    def _fill(self) -> None:
        if self._begun is None:
            return
        found = closest([each.name for each in self._known], self._begun.typed)
        choices = [_choice(self._known[place]) for place in found]
        if not self._known and not self._begun.typed:
            choices = [Choice(_nothing_yet(self._begun.sign))]
        self.list.fill(choices)
        if choices:
            self._place()
        else:
            self.popup.hide()

    def _place(self) -> None:
        """Stand right above the frame that the field lies in."""
        was_visible = self.popup.isVisible()
        self.list.setFixedHeight(self.list.height_of(_ROWS))
        frame = self._composer.frame
        width = min(scaled(_WIDTH), frame.width())
        self.popup.setFixedSize(width, self.popup.sizeHint().height())
        above = frame.mapTo(self._pane, QPoint(0, -GRID - self.popup.height()))
        if frame.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            above.setX(above.x() + frame.width() - width)
        self.popup.move(above)
        self.popup.show()
        self.popup.raise_()
        if not was_visible:
            self._say_current()

    def _say_current(self) -> None:
        """Let assistive tools hear what the keys would take: the focus itself stays in the field."""
        if current := self.list.current:
            event = QAccessibleAnnouncementEvent(self._field, single_line(current.name))
            QAccessible.updateAccessibility(event)

    def _begin(self, sign: str) -> None:
        """Write the sign as if it had been typed: for a prompt at the cursor, for an assistant in front."""
        self._dismissed = None
        cursor = self._field.textCursor()
        if sign == ASSISTANT:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        elif cursor.positionInBlock() and not cursor.block().text()[: cursor.positionInBlock()].endswith(" "):
            cursor.insertText(" ")
        cursor.insertText(sign)
        self._field.setTextCursor(cursor)
        self._field.setFocus()

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(self.list.choice_at(index))

    def _take(self, choice: Choice | None) -> None:
        begun, taken = self._begun, choice.value if choice else None
        if begun is None or not isinstance(taken, SavedPrompt | Assistant):
            return
        self.close()
        text, cursor = self._field.toPlainText(), self._field.textCursor()
        cursor.setPosition(units_in(text[: begun.start]))
        cursor.setPosition(
            units_in(text[: begun.start + 1 + len(begun.typed)]), QTextCursor.MoveMode.KeepAnchor
        )
        self._dismissed = begun.start
        self._field.setTextCursor(cursor)
        self._dismissed = begun.start
        self._field.put_in(taken.text if isinstance(taken, SavedPrompt) else f"{ASSISTANT}{taken.name} ")
        self._field.setFocus()

    def _offer_saving(self, menu: QMenu, _place: int) -> None:
        menu.addSeparator()
        save = menu.addAction(tr("Save as prompt"))
        save.setEnabled(self._field.has_words)
        save.triggered.connect(self._saving.ask)


def _choice(thing: SavedPrompt | Assistant) -> Choice:
    detail = single_line(thing.text[:_SHOWN]) if isinstance(thing, SavedPrompt) else thing.model or ""
    return Choice(thing.name, thing, detail)


def _nothing_yet(sign: str) -> str:
    if sign == PROMPT:
        return tr("No saved prompts yet. The menu of the field saves what is written.")
    return tr("No assistants yet")
