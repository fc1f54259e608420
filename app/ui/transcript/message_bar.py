"""Brings the buttons of a message to whichever is pointed at or has the focus, and its menu with them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence

from app.domain.ids import ItemId
from app.domain.item import Item
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tone
from app.ui.transcript.action_bar import ActionBar
from app.ui.transcript.deeds import Deed, Groups, bar_deeds, deeds_for, icon, words
from app.ui.transcript.transcript_view import TranscriptView
from app.ui.transcript.version_steps import VersionSteps
from app.ui.translation import tr
from app.ui.widgets.menu import Menu

_MENU_WIDTH, _MENU_WIDTH_AT_MOST = 208, 480  # as wide as its longest words
_GRACE_MS = 60  # between a message and its buttons the pointer may be over neither


class MessageBar(QObject):
    """Knows which message the bar belongs to.

    Signals:
        wanted: a deed, and the item that it is about.
        version_wanted: an item, and by how many versions to go on from it.
    """

    wanted = Signal(object, object)
    version_wanted = Signal(object, int)

    def __init__(self, theme: Theme, view: TranscriptView, is_resting: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._is_resting = is_resting
        self._item: ItemId | None = None
        self.bar = ActionBar(theme, view.viewport())
        self.steps = VersionSteps(theme, view.viewport())
        self.menu = Menu(theme, tr("Message actions"), view.viewport())
        self.menu.setMinimumWidth(_MENU_WIDTH)
        self.menu.setMaximumWidth(_MENU_WIDTH_AT_MOST)
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(_GRACE_MS)
        self._grace.timeout.connect(self._look_again)
        view.pointed.connect(self._point)
        view.moved.connect(self._follow)
        view.entered.connect(self._enter)
        view.menu_wanted.connect(self.open_menu)
        self.bar.wanted.connect(lambda deed: self.wanted.emit(deed, self._item))
        self.bar.more_wanted.connect(self._open_from_bar)
        self.bar.given_up.connect(self._give_back)
        self.steps.wanted.connect(lambda by: self.version_wanted.emit(self._item, by))
        for away in (self.bar.left, self.steps.left):
            away.connect(self._grace.start)

    @property
    def target(self) -> Item | None:
        """The message that a key is about: the one with the focus or under the pointer, or else the last."""
        focused = self._view.focused_item if self._view.hasFocus() else None
        return self._view.item_of(focused or self._item) or self._view.newest

    def offers(self, deed: Deed, item: Item) -> bool:
        """Whether something can be done with an item now."""
        return any(deed in group for group in self._deeds(item))

    def open_menu(self, item_id: ItemId, place: QPoint) -> None:
        """Offer everything that can be done with a message."""
        item = self._view.item_of(item_id)
        if item is None:
            return
        self.menu.clear()
        for number, group in enumerate(self._deeds(item)):
            if number:
                self.menu.addSeparator()
            for deed in group:
                self._offer(deed, item_id)
        self.menu.popup(place)

    def _offer(self, deed: Deed, item_id: ItemId) -> None:
        tone: Tone = "bad" if deed is Deed.DELETE else "quiet"
        self.menu.offer(
            words(deed), icon(deed), lambda: self.wanted.emit(deed, item_id), key=_key(deed), tone=tone
        )

    def _point(self, item_id: ItemId | None) -> None:
        if item_id is None or self._is_held:
            self._grace.start()
        else:
            self._show_at(item_id)

    def _look_again(self) -> None:
        """Nothing is pointed at, or something else than what has the buttons."""
        if self._is_held:
            return
        pointed = self._view.pointed_item
        if pointed is None:
            self._put_away()
        else:
            self._show_at(pointed)

    @property
    def _is_held(self) -> bool:
        """Whether somebody is about to press one of the buttons."""
        at = (self.bar, self.steps)
        return any(each.has_focus or (each.isVisible() and each.underMouse()) for each in at)

    def _show_at(self, item_id: ItemId) -> None:
        anew, self._item = item_id != self._item, item_id
        self._lay_out(anew=anew)

    def _follow(self) -> None:
        if self._item:
            self._lay_out(anew=False)

    def _lay_out(self, *, anew: bool) -> None:
        item = self._view.item_of(self._item)
        foot = self._view.foot_of(item.id) if item else None
        if item is None or foot is None:
            self._put_away()
            return
        self.bar.lay_out(bar_deeds(item, self._deeds(item)), foot.free, anew=anew)
        versions = self._view.versions_of(item.id)
        if versions and foot.versions:
            self.steps.lay_out(versions, foot.versions)
        else:
            self.steps.hide()

    def _deeds(self, item: Item) -> Groups:
        newest = self._view.newest
        is_last = newest is not None and newest.id == item.id
        return deeds_for(item, is_last=is_last, is_resting=self._is_resting())

    def _enter(self, item_id: ItemId) -> None:
        """From a message with the focus to its buttons."""
        self._show_at(item_id)
        if self.bar.isVisible():
            self.bar.focus()

    def _give_back(self) -> None:
        if self._item:
            self._view.focus_message(self._item)

    def _open_from_bar(self) -> None:
        if self._item:
            more = self.bar.more
            self.open_menu(self._item, more.mapToGlobal(QPoint(0, more.height())))

    def _put_away(self) -> None:
        self._item = None
        self.bar.hide()
        self.steps.hide()


def _key(deed: Deed) -> str:
    """Return the key that no command of the window has: those of commands are known to the menu."""
    return QKeySequence(QKeySequence.StandardKey.Copy).toString() if deed is Deed.COPY else ""
