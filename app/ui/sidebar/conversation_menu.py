"""What can be done to the chosen conversations, as the entries of a menu. It is filled when it opens."""

from collections.abc import Callable, Sequence

from app.domain.ids import FolderId
from app.domain.library import Folder
from app.domain.listing import ListedConversation, Place, PlaceKind
from app.domain.naming import name_key
from app.ui.actions import SHORTCUTS, Command
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.wishes import Chosen, Wish, Wishes
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line
from app.ui.widgets.menu import Menu

_DELETE_KEY = "Del"
_ENTER = "Return"


class ConversationMenu:
    """`rename` opens the editor of the row that the menu speaks of."""

    def __init__(
        self,
        menu: Menu,
        place: Callable[[], Place],
        known: KnownRows,
        wishes: Wishes,
        rename: Callable[[], None],
    ) -> None:
        self._menu = menu
        self._place = place
        self._known = known
        self._wishes = wishes
        self._rename = rename

    def offer_for(self, chosen: Chosen, rows: Sequence[ListedConversation]) -> None:
        """Offer what can be done to these; of `rows` more is known than their numbers."""
        self._menu.clear()
        one = rows[0] if len(chosen) == 1 and rows else None
        if self._place().kind is PlaceKind.TRASH:
            self._offer_way_out_of_trash(chosen)
        elif all(number < 0 for number in chosen):  # temporary ones
            if one:
                self._offer_single(one)
                self._menu.addSeparator()
            self._offer_deletion(chosen)
        else:
            if one:
                self._offer_single(one)
                self._menu.addSeparator()
            self._offer_marks(chosen, rows)
            self._offer_order(chosen, rows)
            if one:
                identity = one.conversation.id
                self._menu.offer(tr("Delete after…"), "clock", lambda: self._wishes.retention.emit(identity))
            self._offer_export(chosen)
            self._menu.addSeparator()
            self._offer_removal(chosen)

    def offer_for_folder(self, folder: Folder) -> None:
        self._menu.clear()
        place = Place(PlaceKind.FOLDER, folder.id)
        self._menu.offer(tr("Open"), "folder", lambda: self._wishes.place.emit(place), key=_ENTER)
        self._menu.offer(tr("Rename"), "pencil", self._rename, key=SHORTCUTS[Command.RENAME])
        self._menu.offer(tr("Export…"), "download", lambda: self._wishes.folder_export.emit(folder.id))
        self._menu.addSeparator()
        remove = lambda: self._wishes.folder_removal.emit(folder.id)  # noqa: E731
        self._menu.offer(tr("Remove folder"), "trash-2", remove, key=_DELETE_KEY, tone="bad")

    def _offer_single(self, one: ListedConversation) -> None:
        identity = one.conversation.id
        branch = lambda: self._wishes.branch.emit(identity)  # noqa: E731
        self._menu.offer(tr("Branch"), "git-branch", branch, key=SHORTCUTS[Command.BRANCH])
        self._menu.offer(tr("Rename"), "pencil", self._rename, key=SHORTCUTS[Command.RENAME])

    def _offer_marks(self, chosen: Chosen, rows: Sequence[ListedConversation]) -> None:
        if all(row.is_pinned for row in rows):
            self._offer_wish(tr("Unpin"), "pin-off", Wish.UNPIN, chosen)
        else:
            self._offer_wish(tr("Pin"), "pin", Wish.PIN, chosen)
        if any(row.is_unread for row in rows):
            self._offer_wish(tr("Mark as read"), "check", Wish.READ, chosen)
        else:
            self._offer_wish(tr("Mark as unread"), "circle-dot", Wish.UNREAD, chosen)

    def _offer_order(self, chosen: Chosen, rows: Sequence[ListedConversation]) -> None:
        folders = self._menu.offer_more(tr("Move to folder"), "folder")
        lie_in = {row.folder for row in rows}
        for folder in self._known.folders:
            icon = "check" if lie_in == {folder.id} else ""
            folders.offer(single_line(folder.name), icon, self._moving(chosen, folder.id))
        if lie_in - {None}:
            folders.offer(tr("No folder"), "", self._moving(chosen, None))
        if self._known.folders:
            folders.addSeparator()
        folders.offer(tr("New folder…"), "folder-plus", lambda: self._wishes.new_folder.emit(chosen))
        tags = self._menu.offer_more(tr("Tags"), "tag")
        for tag in self._known.tags:
            borne = bool(rows) and all(_bears(row, tag.name) for row in rows)
            deed = self._tagging(chosen, tag.name, borne=borne)
            tags.offer(single_line(tag.name), "check" if borne else "", deed)
        if self._known.tags:
            tags.addSeparator()
        tags.offer(tr("New tag…"), "plus", lambda: self._wishes.new_tag.emit(chosen))

    def _offer_export(self, chosen: Chosen) -> None:
        many = len(chosen)
        words = tr("Export…") if many == 1 else tr("Export {count}…").format(count=many)
        key = SHORTCUTS[Command.EXPORT] if many == 1 else ""
        self._menu.offer(words, "download", lambda: self._wishes.export.emit(chosen), key=key)

    def _offer_removal(self, chosen: Chosen) -> None:
        many = len(chosen)
        if self._place().kind is PlaceKind.ARCHIVED:
            words = tr("Unarchive") if many == 1 else tr("Unarchive {count}").format(count=many)
            self._offer_wish(words, "archive-restore", Wish.UNARCHIVE, chosen)
        else:
            words = tr("Archive") if many == 1 else tr("Archive {count}").format(count=many)
            self._offer_wish(words, "archive", Wish.ARCHIVE, chosen, SHORTCUTS[Command.ARCHIVE])
        self._offer_deletion(chosen)

    def _offer_deletion(self, chosen: Chosen) -> None:
        many = len(chosen)
        words = tr("Delete") if many == 1 else tr("Delete {count}").format(count=many)
        deed = self._wishing(Wish.TRASH, chosen)
        self._menu.offer(words, "trash-2", deed, key=_DELETE_KEY, tone="bad")

    def _offer_way_out_of_trash(self, chosen: Chosen) -> None:
        many = len(chosen)
        words = tr("Restore") if many == 1 else tr("Restore {count}").format(count=many)
        self._offer_wish(words, "undo-2", Wish.RESTORE, chosen, _ENTER)
        self._menu.addSeparator()
        words = tr("Delete for ever…") if many == 1 else tr("Delete {count} for ever…").format(count=many)
        remove = self._wishing(Wish.REMOVE, chosen)
        self._menu.offer(words, "trash-2", remove, key=_DELETE_KEY, tone="bad")

    def _offer_wish(self, words: str, icon: str, wish: Wish, chosen: Chosen, key: str = "") -> None:
        self._menu.offer(words, icon, self._wishing(wish, chosen), key=key)

    def _wishing(self, wish: Wish, chosen: Chosen) -> Callable[[], None]:
        return lambda: self._wishes.many.emit(wish, chosen)

    def _moving(self, chosen: Chosen, folder: FolderId | None) -> Callable[[], None]:
        return lambda: self._wishes.move.emit(chosen, folder)

    def _tagging(self, chosen: Chosen, name: str, *, borne: bool) -> Callable[[], None]:
        return lambda: self._wishes.tag.emit(chosen, name, not borne)


def _bears(row: ListedConversation, tag: str) -> bool:
    return name_key(tag) in map(name_key, row.tags)
