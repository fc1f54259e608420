"""Who answers in a conversation: a small window of models and assistants, found by a few letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.domain.offered_model import OfferedModel
from app.domain.title_match import closest
from app.ui.measures import rounded
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, SMALL
from app.ui.translation import tr
from app.ui.widgets.choice_list import Choice, ChoiceList
from app.ui.widgets.fitting import fitting
from app.ui.widgets.floating import Floating

_WIDTH, _ROWS = 320, 12


@dataclass(frozen=True, slots=True)
class ModelWish:
    """Without a name: the model that is asked as a rule."""

    name: str | None


@dataclass(frozen=True, slots=True)
class AssistantWish:
    id: AssistantId | None


@dataclass(frozen=True, slots=True)
class SettingsWish:
    """The model services themselves are to be looked after."""


@dataclass(frozen=True, slots=True)
class Answerers:
    """Who can answer, what is set for the conversation, and which model is asked as a rule.

    Where it is for one answer alone, nothing but a model is to be chosen.
    """

    usual: str
    own: ConversationSettings
    models: tuple[OfferedModel, ...] = ()
    assistants: tuple[Assistant, ...] = ()
    is_for_once: bool = False


class ModelChoice(Floating):
    """Signals:
    chosen: a ModelWish, an AssistantWish or a SettingsWish.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.setAccessibleName(tr("Who answers"))
        self._answerers = Answerers("", ConversationSettings())
        self.search = QLineEdit()
        self._name_search(tr("Find a model or an assistant"))
        self.search.installEventFilter(self)
        self.list = ChoiceList(theme, tr("Who answers"))
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setFont(font(SMALL))
        self.note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.note.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        for widget in (self.search, self.list, self.note):
            self.column.addWidget(widget)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.list.clicked.connect(self._take_clicked)

    def open_at(self, place: QPoint) -> None:
        """Open with its upper corner at `place` of the screen, with nothing sought yet."""
        self.search.clear()
        around = self.parentWidget()
        width = fitting(_WIDTH, around) if around else scaled(_WIDTH)
        for widget in (self.search, self.list, self.note):
            widget.setFixedWidth(width)
        self.move(place)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, answerers: Answerers, note: str = "") -> None:
        """Show who can answer; `note` says what keeps the list from being whole."""
        self._answerers = answerers
        if answerers.is_for_once:
            self._name_search(tr("Find a model"))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that go up and down move the list while the letters go into the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if by := steps.get(Qt.Key(event.key())):
                self.list.step(by)
                return True
        return super().eventFilter(watched, event)

    def _name_search(self, words: str) -> None:
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)

    def _fill(self) -> None:
        typed = self.search.text().strip()
        choices = [*_models(self._answerers, typed), *_assistants(self._answerers, typed)]
        if not self._answerers.is_for_once:
            choices.append(Choice(tr("Settings"), SettingsWish()))
        self.list.fill(choices)
        self.list.setFixedHeight(self.list.height_of(_ROWS))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._choose(self.list.choice_at(index))

    def _take(self) -> None:
        if choice := self.list.current:
            self._choose(choice)

    def _choose(self, choice: Choice) -> None:
        if choice.value is not None:
            self.close()
            self.chosen.emit(choice.value)


def _models(answerers: Answerers, typed: str) -> Sequence[Choice]:
    """Every model that fits; a name that nobody has told of can be asked for all the same."""
    own = answerers.usual if answerers.is_for_once else answerers.own.model
    names = [model.name for model in answerers.models]
    if own and own not in names:
        names.insert(0, own)
    reads = {model.name: model.context_tokens for model in answerers.models}
    found = [
        Choice(names[place], ModelWish(names[place]), _reach(reads.get(names[place])), names[place] == own)
        for place in closest(names, typed)
    ]
    if not typed and answerers.is_for_once:
        return found
    if not typed:
        usual = Choice(tr("As usual"), ModelWish(None), answerers.usual, own is None)
        return [Choice(tr("Model")), usual, *found]
    if typed not in names:
        found.append(Choice(tr("Ask “{name}”").format(name=typed), ModelWish(typed)))
    return found


def _assistants(answerers: Answerers, typed: str) -> Sequence[Choice]:
    if not answerers.assistants:
        return []
    own = answerers.own.assistant
    found = [
        Choice(each.name, AssistantWish(each.id), each.model or "", each.id == own)
        for each in (
            answerers.assistants[place] for place in closest([a.name for a in answerers.assistants], typed)
        )
    ]
    if typed:
        return found
    return [Choice(tr("Assistant")), Choice(tr("Nobody"), AssistantWish(None), "", own is None), *found]


def _reach(context_tokens: int | None) -> str:
    return tr("reads {tokens}").format(tokens=rounded(context_tokens)) if context_tokens else ""
