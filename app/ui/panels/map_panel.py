"""The branch map beside its conversation: where everything hangs, and a click to go there."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.branch import Branch, Pruning, Range
from app.domain.branch_map import BranchMap, Stretch
from app.domain.errors import AppError
from app.domain.events import BranchesChanged, Event, MessageStored, ReplyEnded, ReplyStarted, ViewChanged
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.undo import Undo
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.later import export
from app.ui.panels.map_list import MapList
from app.ui.panels.map_model import Beginning, MapModel, counted_messages
from app.ui.panels.panel import Panel
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.flow_row import FlowRow
from app.ui.wording import Words

_MARGIN, _SHORT = 16, 300

Deed = Callable[[Branch], Coroutine[Any, Any, None]]


class MapPanel(Panel):
    def __init__(self, theme: Theme, controller: ChatController, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme = theme
        self._controller = controller
        self._clock = clock
        self._conversation: ConversationId | None = None
        self._starting: dict[Beginning, ItemId] = {}
        self._leaving: set[BranchId] = set()  # on their way out, and still on the map
        self.model = MapModel(self)
        self.list = MapList(theme, self.model)
        self.told = CutLabel(style=SMALL, quiet=True)
        self.fold_button = Button(theme, tr("Fold all"), SMALL_PLAIN)
        self.prune_button = Button(theme, tr("Prune…"), SMALL_PLAIN)
        self.prune_button.setAccessibleDescription(tr("Deletes all branches but the one that is shown"))
        self._arrange()
        self.model.openings_wanted.connect(lambda ranges: self.send(self._open_up(ranges)))
        self.list.chosen.connect(self._go_to)
        self.list.main_wanted.connect(lambda branch: self.send(self._make_main(branch)))
        self.list.detach_wanted.connect(lambda branch: self._let_leave(branch, self._detach))
        self.list.export_wanted.connect(self._export)
        self.list.delete_wanted.connect(lambda branch: self._let_leave(branch, self._delete))
        self.list.delegate.renamed.connect(self._rename)
        self.fold_button.clicked.connect(self._fold_all)
        self.prune_button.clicked.connect(lambda: self.send(self._ask_to_prune()))

    @property
    def first(self) -> QWidget:
        return self.list

    def show_conversation(self, conversation: ConversationId | None) -> None:
        self.titled.emit(tr("Branches"))
        self._conversation = conversation
        self._starting.clear()
        self.model.forget()
        self.send(self._load(to_tip=True))

    def apply(self, event: Event) -> None:
        match event:
            case (
                BranchesChanged(of) | ViewChanged(of) | MessageStored(of) | ReplyStarted(of) | ReplyEnded(of)
            ):
                if of == self._conversation:
                    self.send(self._load(to_tip=False))
            case _:
                pass  # the tree is as it was

    async def _load(self, *, to_tip: bool) -> None:
        """Read the map. Where nothing has begun yet, there is none."""
        conversation = self._conversation
        kept = self.model.stretch(self.list.currentIndex())
        nothing = BranchMap((), ())
        drawn = await self._controller.branches.map(conversation) if conversation else nothing
        if conversation != self._conversation:
            return
        self.model.load(drawn, self._clock())
        self._leaving.intersection_update(each.branch.id for each in drawn.rows if each.branch)
        row = self.model.find((kept.run, kept.first)) if kept and not to_tip else self.model.shown_tip()
        self.list.setCurrentIndex(row if row.isValid() else self.model.shown_tip())
        self.list.scrollTo(self.list.currentIndex())
        self._tell()

    def _tell(self) -> None:
        rows = self.model.drawn.rows
        branches = sum(row.branch is not None for row in rows)
        messages = counted_messages(sum(row.items for row in rows))
        counts = f"{_counted_branches(branches)} · {messages}"
        self.told.setText(counts if rows else tr("Nothing has been asked yet."))
        self.prune_button.setEnabled(branches > 1)
        self.fold_button.setEnabled(any(row.sides for row in rows))
        self.fold_button.set_words(tr("Unfold all") if self.model.has_folded else tr("Fold all"))

    async def _open_up(self, ranges: tuple[Range, ...]) -> None:
        conversation = self._conversation
        if conversation is None:
            return
        found = await self._controller.branches.openings(conversation, ranges)
        if conversation == self._conversation:
            self._starting |= {place: item.id for place, item in found.items()}
            texts = {(part.run, part.first): "" for part in ranges}
            self.model.learn(texts | {place: item.text[:_SHORT] for place, item in found.items()})

    def _go_to(self, stretch: Stretch) -> None:
        self.send(self._go(stretch))

    async def _go(self, stretch: Stretch) -> None:
        """Show the branch that ends there, or the newest that passes, and the message that begins it."""
        conversation = self._conversation
        if conversation is None:
            return
        branch = stretch.branch or stretch.through
        if not branch.is_shown and not (stretch.is_shown and stretch.branch is None):
            await self._controller.branches.show(conversation, branch.id)
        if begins := self._starting.get((stretch.run, stretch.first)):
            self.message_wanted.emit(begins)

    def _rename(self, index: QPersistentModelIndex, name: str) -> None:
        stretch = self.model.stretch(index)
        if stretch and stretch.branch and self._conversation:
            naming = self._controller.branches.name(self._conversation, stretch.branch.id, name)
            self.send(naming)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _make_main(self, branch: Branch) -> None:
        await self._controller.branches.make_main(branch.conversation, branch.id)

    def _let_leave(self, branch: Branch, deed: Deed) -> None:
        """Begin what takes a branch off the map, once: a key may be pressed again before it has gone."""

        async def leave() -> None:
            try:
                await deed(branch)
            except AppError:
                self._leaving.discard(branch.id)
                raise

        if branch.id not in self._leaving:
            self._leaving.add(branch.id)
            self.send(leave())

    async def _detach(self, branch: Branch) -> None:
        undo = await self._controller.branches.detach(branch.conversation, branch.id)
        self._offer_undo(tr("Moved into a conversation of its own"), undo)

    def _export(self, branch: Branch) -> None:
        those = [branch.conversation]
        export(self._theme, self._controller.exchange.exporting, those, self.window(), (branch.id,)).open()

    async def _delete(self, branch: Branch) -> None:
        undo = await self._controller.branches.delete(branch.conversation, branch.id)
        self._offer_undo(tr("Branch deleted"), undo)

    async def _ask_to_prune(self) -> None:
        if self._conversation is None:
            return
        going = await self._controller.branches.pruning(self._conversation)
        dialog = ConfirmDialog(self._theme, _question(going), self.window())
        dialog.accepted.connect(lambda: self.send(self._prune(going)))
        dialog.finished.connect(lambda _result: self.list.setFocus())
        dialog.open()

    async def _prune(self, going: Pruning) -> None:
        if self._conversation:
            undo = await self._controller.branches.prune(self._conversation)
            self._offer_undo(
                tr("{branches} deleted").format(branches=_counted_branches(going.branches)), undo
            )

    def _offer_undo(self, done: str, undo: Undo) -> None:
        self.undo_offered.emit(done, TakingBack(self._controller.removing, [undo], self.send))

    def _fold_all(self) -> None:
        self.model.fold_all(folded=not self.model.has_folded)
        self.list.setCurrentIndex(self.model.shown_tip())
        self._tell()

    def _arrange(self) -> None:
        row = FlowRow()
        row.put_greedy(self.told)
        row.put((self.fold_button, self.prune_button), at_end=True)
        tools = QVBoxLayout()
        tools.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        tools.addWidget(row)
        rows = QVBoxLayout()
        rows.setContentsMargins(8, 0, 8, 8)
        rows.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(rows, 1)


def _counted_branches(count: int) -> str:
    return tr("1 branch") if count == 1 else tr("{count} branches").format(count=count)


def _question(going: Pruning) -> Words:
    explanation = tr(
        "{branches} would be deleted, with {messages} that only they hold. What is shown now stays, "
        "and becomes the main line. You can undo it."
    ).format(branches=_counted_branches(going.branches), messages=counted_messages(going.items))
    return Words(tr("Prune this conversation?"), explanation, tr("Delete the other branches"))
