"""What lets parts of trees go, and what brings them back, done to an archive and to plain lists."""

from dataclasses import replace

import pytest

from app.domain.errors import OnlyBranch, UndoOutdated
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.item import question_body
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import conversations, overlays, pruning, purge, removal, undo
from tests.unit.store.plain_tree import Marks, PlainBranch, PlainConversation, PlainUndo
from tests.unit.store.tree_deeds import Deeds


class Acts(Deeds):
    """Each lets something go in one conversation, and in its plain twin, and notes how it is undone."""

    def hide(self, conversation: str) -> None:
        self._mark(conversation, Act.HIDE, "hidden", self.now)

    def edit(self, conversation: str) -> None:
        self._mark(conversation, Act.EDIT, "text", f"edit {self.now}")

    def step_back(self, conversation: str) -> None:
        name = self.choose.choice(self.plain.of(conversation))
        branch = self.plain.branches[name]
        if not branch.items:
            return
        before, count = list(branch.items), self.choose.randint(1, min(3, len(branch.items)))
        after = before[:-count]

        def can() -> bool:
            return name in self.plain.branches and self.plain.branches[name].items == after

        def play() -> None:
            self.plain.branches[name].items = list(before)

        by = self._undo(Act.STEP_BACK, PlainUndo(self.now, {conversation}, can, play, [before]))
        pruning.step_back(self.connection, BranchId(name), count, by, self.now)
        branch.items = list(after)

    def delete_branch(self, conversation: str) -> None:
        name = self.choose.choice(self.plain.of(conversation))
        heir, plain = self._heir(conversation, name), self.plain.conversations[conversation]
        if heir is None:
            with pytest.raises(OnlyBranch):
                pruning.delete_branch(self.connection, BranchId(name), Undo(UndoId("-"), Act.PRUNE), self.now)
            return
        branch, was_main, was_shown = self.plain.branches[name], plain.main == name, plain.shown == name

        def can() -> bool:
            return self._stands(conversation)

        def play() -> None:
            self._come_back(conversation, {name: branch})
            plain.main = name if was_main and plain.main == heir else plain.main
            plain.shown = name if was_shown and plain.shown == heir else plain.shown

        kept = PlainUndo(self.now, {conversation}, can, play, [branch.items])
        pruning.delete_branch(self.connection, BranchId(name), self._undo(Act.DELETE_BRANCH, kept), self.now)
        del self.plain.branches[name]
        plain.main = heir if was_main else plain.main
        plain.shown = heir if was_shown else plain.shown

    def prune(self, conversation: str) -> None:
        plain = self.plain.conversations[conversation]
        shown, main = plain.shown, plain.main
        gone = {name: self.plain.branches[name] for name in self.plain.of(conversation) if name != shown}

        def can() -> bool:
            return self._stands(conversation) and (bool(gone) or self._leads(shown))

        def play() -> None:
            self._come_back(conversation, gone)
            plain.main = main if plain.main == shown else plain.main

        tips = [branch.items for branch in gone.values()]
        by = self._undo(Act.PRUNE, PlainUndo(self.now, {conversation}, can, play, tips))
        pruning.prune(self.connection, ConversationId(conversation), by, self.now)
        for name in gone:
            del self.plain.branches[name]
        plain.main = shown

    def detach(self, conversation: str) -> None:
        name, to = self.choose.choice(self.plain.of(conversation)), f"c{self.now}"
        heir, plain = self._heir(conversation, name), self.plain.conversations[conversation]
        if heir is None:
            return
        branch, was_main, was_shown = self.plain.branches[name], plain.main == name, plain.shown == name
        copied = self._copied(conversation, branch.items)

        def can() -> bool:
            made = self.plain.conversations.get(to)
            return (
                made is not None
                and self._stands(conversation)
                and not made.has_grown
                and (made.shown, made.main, self.plain.of(to)) == (name, name, [name])
                and made.marks == copied
            )

        def play() -> None:
            del self.plain.conversations[to]
            self._come_back(conversation, {name: branch})
            plain.main = name if was_main and plain.main == heir else plain.main
            plain.shown = name if was_shown and plain.shown == heir else plain.shown

        kept = PlainUndo(self.now, {conversation, to}, can, play, marked=set(copied))
        by = self._undo(Act.DETACH, kept)
        pruning.detach(self.connection, BranchId(name), ConversationId(to), by, self.now)
        branch.conversation = to
        marks = {item: replace(marks) for item, marks in copied.items()}
        self.plain.conversations[to] = PlainConversation(name, name, marks)
        plain.main = heir if was_main else plain.main
        plain.shown = heir if was_shown else plain.shown

    def trash(self, conversation: str) -> None:
        plain = self.plain.conversations[conversation]
        if plain.is_trashed:
            assert conversations.restore(self.connection, ConversationId(conversation), 9)
        else:
            assert conversations.trash(self.connection, ConversationId(conversation), self.now)
        plain.is_trashed = not plain.is_trashed

    def remove(self, conversation: str) -> None:
        removal.remove_conversation(self.connection, ConversationId(conversation))
        self.plain.remove(conversation)

    def play(self, _: str) -> None:
        if not self.plain.undos:
            return
        name = self.choose.choice(list(self.plain.undos))
        kept = self.plain.undos[name]
        if not kept.can():
            self.counts["outdated"] += 1
            with pytest.raises(UndoOutdated):
                undo.play(self.connection, UndoId(name), 9)
            return
        undo.play(self.connection, UndoId(name), 9)
        kept.play()
        self.plain.undos.pop(name, None)
        self.counts["played"] += 1

    def wait(self, _: str) -> None:
        """Let half a day pass, as the undos see it, so that the older ones are let go of."""
        for kept in self.plain.undos.values():
            kept.made_at -= undo.KEPT_FOR // 2
        self.connection.execute("UPDATE undo SET created_at = created_at - ?", (undo.KEPT_FOR // 2,))
        old = [name for name, kept in self.plain.undos.items() if kept.made_at <= self.now - undo.KEPT_FOR]
        assert undo.forget_old(self.connection, self.now) == Purged()
        assert len(list(undo.kept(self.connection))) == len(self.plain.undos) - len(old)
        for name in old:
            del self.plain.undos[name]

    def purge(self, _: str) -> None:
        before, emptied = len(self.plain.texts), len(self.plain.emptied)
        done, left = Purged(), purge.unneeded(self.connection)
        while left:
            batch, left = purge.purge(self.connection, left, limit=3)
            assert batch.items <= 3
            done += batch
        self.plain.purge()
        kept = {item for (item,) in self.connection.execute("SELECT public_id FROM item")}
        assert kept == set(self.plain.texts)
        gone = self.connection.execute("SELECT public_id FROM item WHERE state = 'emptied'")
        assert {item for (item,) in gone} == self.plain.emptied & kept
        assert done.items == before - len(self.plain.texts)
        assert done.emptied == len(self.plain.emptied) - emptied
        assert purge.unneeded(self.connection) == purge.Unneeded((), ())
        self.counts["items purged"] += done.items
        self.counts["items emptied"] += done.emptied

    def _mark(self, conversation: str, act: Act, name: str, value: int | str) -> None:
        view = self.plain.view(conversation)
        if not view:
            return
        item, _ = self.choose.choice(view)
        plain = self.plain.conversations[conversation]
        marks = plain.marks.setdefault(item, Marks())
        before = getattr(marks, name)

        def can() -> bool:
            found = plain.marks.get(item) if self._stands(conversation) else None
            return found is not None and getattr(found, name) == value

        def play() -> None:
            setattr(plain.marks[item], name, before)

        by = self._undo(act, PlainUndo(self.now, {conversation}, can, play, marked={item}))
        args = self.connection, ConversationId(conversation), ItemId(item)
        if act is Act.HIDE:
            overlays.hide(*args, by, self.now)
        else:
            overlays.edit(*args, question_body(str(value)), by, self.now)
        setattr(marks, name, value)

    def _heir(self, conversation: str, branch: str) -> str | None:
        others = [name for name in self.plain.of(conversation) if name != branch]
        return max(others, key=lambda name: int(name[1:]), default=None)

    def _come_back(self, conversation: str, gone: dict[str, PlainBranch]) -> None:
        """What bore a name that another bears by now comes back without it."""
        for name, branch in gone.items():
            branch.name = branch.name if self.plain.is_free(conversation, branch.name) else None
            branch.conversation = conversation
            self.plain.branches[name] = branch

    def _leads(self, branch: str) -> bool:
        return any(each.main == branch for each in self.plain.conversations.values())

    def _stands(self, conversation: str) -> bool:
        return conversation in self.plain.conversations

    def _undo(self, act: Act, kept: PlainUndo) -> Undo:
        made = Undo(UndoId(f"u{self.now}"), act)
        self.plain.undos[made.id] = kept
        return made
