"""A button that says how a conversation is kept to what the model can read, and opens the other ways."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from app.domain.context_policy import USUAL_COUNT, ContextPolicy, PolicyKind
from app.ui import ledger_words
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button
from app.ui.widgets.menu import Menu

_WIDEST = 16_777_215  # as wide as its words
_MOST = 100_000
_COUNT_WIDTH = 72


class PolicyChoice(QWidget):
    """Shows a choice only once it is set from outside.

    Signals:
        chosen: the ContextPolicy that was picked.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = ContextPolicy()
        self.button = Button(theme, "", SMALL_PLAIN, icon="chevron-down", icon_after=True)
        self.button.setAccessibleDescription(tr("How much of the conversation is sent"))
        self.menu = Menu(theme, tr("How much is sent"), self)
        self.menu.setMaximumWidth(_WIDEST)
        self.count = QSpinBox()
        self.count.setRange(1, _MOST)
        self.count.setKeyboardTracking(False)
        self.count.setFixedWidth(scaled(_COUNT_WIDTH))
        self.count.setAccessibleName(tr("How many are sent"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.count)
        self.button.clicked.connect(self._open)
        self.count.valueChanged.connect(self._choose_count)
        self.show_policy(self._policy)

    def show_policy(self, policy: ContextPolicy) -> None:
        self._policy = policy
        self.button.set_words(ledger_words.policy(policy.kind))
        self.count.setVisible(policy.kind.counts)
        self.count.blockSignals(True)  # it was not a person who changed it
        self.count.setValue(policy.count or USUAL_COUNT)
        self.count.blockSignals(False)
        self.menu.clear()
        for kind in PolicyKind:
            sign = "check" if kind is policy.kind else ""
            self.menu.offer(ledger_words.policy(kind), sign, partial(self._choose, kind))

    def _choose(self, kind: PolicyKind) -> None:
        count = self.count.value() if kind.counts else 0
        self.chosen.emit(replace(self._policy, kind=kind, count=count))

    def _choose_count(self, count: int) -> None:
        self.chosen.emit(replace(self._policy, count=count))

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))
