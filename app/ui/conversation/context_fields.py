"""How much of one conversation is sent, and when it is summed up: as for all, or for itself."""

from dataclasses import replace

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.compaction import CompactionRule
from app.domain.context_policy import USUAL_COUNT, ContextPolicy, PolicyKind
from app.ui import ledger_words
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field

_MOST = 4_000_000
_AS_FOR_ALL, _NEVER, _FROM = "as for all", "never", "from"


class ContextFields(QWidget):
    """Keeps of a rule what it does not show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._policy: ContextPolicy | None = None
        self._rule: CompactionRule | None = None
        self.kind = Choice(theme, tr("What is sent"), _kinds())
        self.count, self.at_tokens = QLineEdit(), QLineEdit()
        for field in (self.count, self.at_tokens):
            field.setValidator(QIntValidator(1, _MOST, self))
        self.summaries = Choice(theme, tr("Summaries made unasked"), _summaries())
        self.count_field = Field(theme, tr("How many"), self.count)
        self.tokens_field = Field(theme, tr("From so many tokens on"), self.at_tokens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Field(theme, tr("What is sent"), self.kind))
        column.addWidget(self.count_field)
        column.addWidget(Field(theme, tr("Summaries made unasked"), self.summaries))
        column.addWidget(self.tokens_field)
        self.kind.chosen.connect(self._show_kind)
        self.summaries.chosen.connect(self._show_summaries)
        self.fill(None, None)

    def fill(self, policy: ContextPolicy | None, rule: CompactionRule | None) -> None:
        self._policy, self._rule = policy, rule
        self.count.setText(str((policy and policy.count) or USUAL_COUNT))
        self.at_tokens.setText(str((rule and rule.at_tokens) or ""))
        self._show_kind(policy.kind if policy else None)
        is_never = rule is not None and rule.at_tokens is None and rule.at_items is None
        self._show_summaries(_AS_FOR_ALL if rule is None else _NEVER if is_never else _FROM)

    @property
    def policy(self) -> ContextPolicy | None:
        kind = self.kind.value
        if not isinstance(kind, PolicyKind):
            return None
        count = int(self.count.text() or USUAL_COUNT) if kind.counts else 0
        return replace(self._policy or ContextPolicy(), kind=kind, count=count)

    @property
    def rule(self) -> CompactionRule | None:
        known = self._rule or CompactionRule()
        match self.summaries.value:
            case "never":
                return replace(known, at_tokens=None, at_items=None)
            case "from":
                tokens = int(self.at_tokens.text()) if self.at_tokens.text() else None
                return replace(known, at_tokens=tokens)
            case _:
                return None

    def _show_kind(self, kind: PolicyKind | None) -> None:
        self.kind.set_value(kind)
        self.count_field.setVisible(kind is not None and kind.counts)

    def _show_summaries(self, chosen: str) -> None:
        self.summaries.set_value(chosen)
        self.tokens_field.setVisible(chosen == _FROM)


def _kinds() -> list[tuple[object, str]]:
    return [(None, tr("As for all")), *((kind, ledger_words.policy(kind)) for kind in PolicyKind)]


def _summaries() -> list[tuple[object, str]]:
    return [(_AS_FOR_ALL, tr("As for all")), (_NEVER, tr("Never")), (_FROM, tr("When it has grown long"))]
