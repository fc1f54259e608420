"""How conversations are kept to what a model reads, and when they are summed up. Holds at once, for all."""

from dataclasses import replace

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.chat.compacting import Compacting
from app.chat.shaping import Shaping
from app.domain.compaction import CompactionRule
from app.domain.context_policy import USUAL_COUNT, ContextPolicy, PolicyKind
from app.domain.errors import AppError
from app.ui import ledger_words
from app.ui.errands import Errands
from app.ui.settings.page import Page
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for

_NUMBER = "[0-9]{0,7}"  # nothing at all is an answer too
_SHARES = (0.25, 0.5, 0.75)


class ContextPage(Page):
    def __init__(self, theme: Theme, shaping: Shaping, compacting: Compacting) -> None:
        super().__init__(theme, tr("Context"))
        self._shaping = shaping
        self._compacting = compacting
        self._errands = Errands(self._failed)
        self._policy, self._rule = ContextPolicy(), CompactionRule()
        self.kind = Choice(
            theme, tr("What is sent"), [(kind, ledger_words.policy(kind)) for kind in PolicyKind]
        )
        self.count = QLineEdit()
        self.share = Choice(theme, tr("When it has to be cut"), [(each, _share(each)) for each in _SHARES])
        self.shortens = CheckBox(theme, tr("Shorten long results of tools when it is cut"))
        self.by_service = CheckBox(theme, tr("Let the service sum up by itself, where it can"))
        by_service_line = FlowText(theme, SMALL, "quiet")
        by_service_line.set_text(_by_service_hint())
        self.by_service.setAccessibleDescription(_by_service_hint())
        self.at_tokens, self.at_items, self.kept_items = (QLineEdit() for _ in range(3))
        for field in (self.count, self.at_tokens, self.at_items, self.kept_items):
            field.setValidator(QRegularExpressionValidator(QRegularExpression(_NUMBER), self))
        for field in (self.at_tokens, self.at_items):
            field.setPlaceholderText(tr("Never"))
        self.trouble = FlowText(theme, tone="bad")
        self.trouble.hide()
        self.explanation(tr("This holds for every conversation without settings of its own."))
        self.count_field = Field(theme, tr("How many"), self.count)
        self.put(Field(theme, tr("What is sent"), self.kind), self.count_field)
        self.put(
            Field(theme, tr("When it has to be cut"), self.share, _share_hint()),
            self.shortens,
            Field(theme, tr("Sum up from so many tokens on"), self.at_tokens, _summary_hint()),
            Field(theme, tr("Sum up from so many messages on"), self.at_items),
            Field(theme, tr("Newest messages outside a summary"), self.kept_items),
            _close_together(self.by_service, by_service_line),
            self.trouble,
        )
        self.kind.chosen.connect(self._choose_kind)
        self.count.editingFinished.connect(lambda: self._shape(count=_number(self.count) or USUAL_COUNT))
        self.share.chosen.connect(lambda share: self._shape(low_mark=share))
        self.shortens.clicked.connect(lambda wanted: self._shape(shortens_results=wanted))
        for field in (self.at_tokens, self.at_items, self.kept_items):
            field.editingFinished.connect(self._keep_rule)
        self.by_service.clicked.connect(self._keep_rule)

    def look(self) -> None:
        self._errands.send(self._look())

    def end(self) -> None:
        self._errands.cancel()

    async def _look(self) -> None:
        self._policy = await self._shaping.general_policy()
        self._rule = await self._compacting.rule()
        self._show()

    def _show(self) -> None:
        policy, rule = self._policy, self._rule
        self.kind.set_value(policy.kind)
        self.count_field.setVisible(policy.kind.counts)
        self.count.setText(str(policy.count))
        self.share.set_value(policy.low_mark)
        self.shortens.setChecked(policy.shortens_results)
        self.at_tokens.setText(str(rule.at_tokens or ""))
        self.at_items.setText(str(rule.at_items or ""))
        self.kept_items.setText(str(rule.kept_items))
        self.by_service.setChecked(rule.by_service)

    def _choose_kind(self, kind: PolicyKind) -> None:
        count = self._policy.count or USUAL_COUNT
        self._shape(kind=kind, count=count if kind.counts else 0)

    def _shape(self, **values: object) -> None:
        policy = ContextPolicy.from_mapping(self._policy.to_mapping() | values)
        if policy != self._policy:
            self._errands.send(self._keep_policy(policy))

    async def _keep_policy(self, policy: ContextPolicy) -> None:
        await self._shaping.keep_general_policy(policy)
        self._policy = policy
        self._show()

    def _keep_rule(self) -> None:
        kept = self.kept_items.text()
        rule = replace(
            self._rule,
            at_tokens=_number(self.at_tokens) or None,
            at_items=_number(self.at_items) or None,
            kept_items=int(kept) if kept else self._rule.kept_items,
            by_service=self.by_service.isChecked(),
        )
        if rule != self._rule:
            self._errands.send(self._keep(rule))

    async def _keep(self, rule: CompactionRule) -> None:
        await self._compacting.keep_rule(rule)
        self._rule = rule
        self._show()

    def _failed(self, error: AppError) -> None:
        self.trouble.set_text(words_for(error.fault).sentence)
        self.trouble.show()


def _close_together(*widgets: QWidget) -> QWidget:
    """Return a choice with the line that explains it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return both


def _number(field: QLineEdit) -> int:
    return int(field.text()) if field.text() else 0


def _share(share: float) -> str:
    return tr("Keep {percent} % of the room").format(percent=round(share * 100))


def _share_hint() -> str:
    return tr("Less is cut more seldom, which costs less. More remembers more.")


def _by_service_hint() -> str:
    return tr(
        "Only services with the Responses API can; others are asked for a summary in words. What such a"
        " service makes is sealed: only it can read that."
    )


def _summary_hint() -> str:
    return tr("A summary is one more request. The messages themselves stay as they are.")
