"""The bar under the field: what can be added, about what it will cost, and the button that sends or stops."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.outlook import Outlook
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL, Tone
from app.ui.translation import tr
from app.ui.widgets.button import ROUND, SMALL_TOOL, Button, Face
from app.ui.widgets.words_line import draw_words

_SMALL_WORDS = Face(ink="quiet", style=SMALL, height=28, padding=6, radius=RADIUS_SMALL)
_BEFORE_COST = 12
_WORDS_FIT = 420  # from this width on the buttons have words


class Cost(QLabel):
    """About how many tokens there are, and whether that is too many. Cut where it does not fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone = "quiet"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._tone))
        draw_words(painter, self.rect(), self.text(), self.layoutDirection())
        painter.end()

    def show_tokens(self, tokens: int) -> None:
        self._say(_about(tokens) if tokens else "", "quiet")

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what the draft costs, and what it would leave no room for."""
        about = _about(outlook.draft)
        if outlook.is_over:
            self._say(tr("{about}: too long for this model").format(about=about), "bad")
        elif outlook.moves and outlook.draft:
            self._say(tr("{about}: older messages will be left out").format(about=about), "quiet")
        else:
            self.show_tokens(outlook.draft)

    def _say(self, words: str, tone: Tone) -> None:
        self._tone = tone
        self.setText(words)
        self.setToolTip(words)


class ComposerBar(QWidget):
    """Buttons for files, assistants and prompts; the cost; and the one button in colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attach_button = Button(theme, tr("Attach files"), SMALL_TOOL, icon="paperclip", icon_only=True)
        self.assistant_button = Button(theme, tr("@ assistant"), _SMALL_WORDS)
        self.prompt_button = Button(theme, tr("/ prompt"), _SMALL_WORDS)
        self.cost = Cost(theme)
        self.button = Button(theme, tr("Send"), ROUND, icon="arrow-up", icon_only=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.attach_button)
        row.addWidget(self.assistant_button)
        row.addWidget(self.prompt_button)
        row.addSpacing(_BEFORE_COST)
        row.addWidget(self.cost, 1)
        row.addWidget(self.button)

    def show_as(self, *, stops: bool, can_send: bool) -> None:
        """Let the button stop what is coming, or send where there is something to send."""
        if stops:
            self.button.set_icon("square", tr("Stop"))
        else:
            self.button.set_icon("arrow-up", tr("Send"))
        self.button.setEnabled(stops or can_send)

    def use_width(self, width: int) -> None:
        """Leave the words of the buttons away where there is no room for them: the keys say the same."""
        fits = width >= scaled(_WORDS_FIT)
        self.assistant_button.set_words(tr("@ assistant") if fits else "@")
        self.prompt_button.set_words(tr("/ prompt") if fits else "/")
        for button, name in ((self.assistant_button, tr("Assistants")), (self.prompt_button, tr("Prompts"))):
            button.setAccessibleDescription(name)


def _about(tokens: int) -> str:
    if tokens == 1:
        return tr("about 1 token")
    count = f"{tokens:,}".replace(",", "\u202f")
    return tr("about {count} tokens").format(count=count)
