"""What fills the window: the sidebar, the conversation beside it, and pages that take their place.

It owns no logic. It lies in the shell that is on the screen before it, and can stand alone as well.
"""

import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from app.chat.controller import ChatController
from app.ui import later
from app.ui.actions import Command, bind
from app.ui.appearance import Appearance
from app.ui.beside import Beside
from app.ui.core_keys import core_deeds
from app.ui.dialogs.palette import Palette
from app.ui.panels.empty_page import WAITING, WELCOME
from app.ui.panels.panel import PanelKind
from app.ui.panels.side_panels import SidePanels
from app.ui.plain_keeper import PlainKeeper
from app.ui.presenter import Presenter
from app.ui.searcher import join_finding
from app.ui.settings.place import Place
from app.ui.shortcuts import Shortcuts
from app.ui.sides import Sides
from app.ui.theme.theme import Theme
from app.ui.threshold import Threshold

_PATIENCE_MS = 1000  # a window that is begun minimised is never painted, and must work all the same
_FEW_COLOURS = 5
_ICON_SIZES = (16, 32, 64, 128)


class MainWindow(QWidget):
    """Shows its places at once and becomes usable with `attach`. Until then its `threshold` may be shown.

    Signals:
        lock_wanted: the history is to be closed, and opened only by who holds a key.
        key_change_wanted: the history is to be closed, written under a new key and opened again.
        mending_wanted: the history is to be closed, because of its damage, and told of that.
    """

    lock_wanted = Signal()
    key_change_wanted = Signal()
    mending_wanted = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], int], plain: PlainKeeper | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.plain = plain or PlainKeeper(parent=self)
        self.appearance = Appearance(theme, self.plain, self)
        self._clock = clock
        self._painted = asyncio.Event()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._painted.set)
        self._presenter: Presenter | None = None
        self._panels: SidePanels | None = None
        self._beside: Beside | None = None
        self._sides = Sides(theme, self.plain.settings.sidebar_width, self)
        self.sidebar, self.pane = self._sides.sidebar, self._sides.pane
        self._sides.sidebar_resized.connect(lambda width: self.plain.change(sidebar_width=width))
        theme.resized.connect(self._sides.reconsider)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._sides)
        self.threshold = Threshold(theme)
        self.threshold.quit_wanted.connect(self._quit)
        self._pages.addWidget(self.threshold)
        self.actions_by_command = bind(self, self._deeds())
        self.shortcuts = Shortcuts(self.actions_by_command, self.plain, self)
        self.command_palette = Palette(theme, self.shortcuts, clock, self)
        self.sidebar.search.field.follow(self.shortcuts.actions[Command.PALETTE])
        # What is typed before there is a core would be stored after all.
        temporary = self.actions_by_command[Command.TEMPORARY]
        temporary.enabledChanged.connect(self.sidebar.temporary_button.setEnabled)
        for command in (Command.STOP, Command.UNDO, Command.TEMPORARY):
            self.actions_by_command[command].setEnabled(False)
        self.sidebar.search.begun.connect(self._sides.show_sidebar)
        for chosen in (self.sidebar.search.target_chosen, self.command_palette.conversation_chosen):
            chosen.connect(self._sides.show_pane)
        self.command_palette.search_wanted.connect(self.sidebar.search.begin)
        self.sidebar.settings_wanted.connect(self.open_settings)
        for wish in (self.sidebar.safety_wanted, self.sidebar.reminder.taken):
            wish.connect(lambda: self.open_settings(Place.SECURITY))
        self.pane.header.settings_wanted.connect(self.open_settings)
        self.pane.header.sidebar_wanted.connect(self._sides.toggle)
        self.pane.composer.setup_wanted.connect(self.open_settings)
        self.setFocusProxy(self.pane.composer.field)

    async def painted(self) -> None:
        """Wait until the window has been painted for the first time."""
        await self._painted.wait()

    def attach(self, controller: ChatController) -> None:
        """Come to life: from now on the window shows and does what `controller` knows and can."""
        self._put_presenter_away()
        self.pane.empty.say(WELCOME)
        self._pages.setCurrentWidget(self._sides)
        self._presenter = Presenter(self._theme, controller, self.sidebar, self.pane, self._clock, self)
        self._presenter.streaming_changed.connect(self.actions_by_command[Command.STOP].setEnabled)
        self._presenter.undos.changed.connect(self.actions_by_command[Command.UNDO].setEnabled)
        self._presenter.message_acts.settings_wanted.connect(self.open_settings)
        self._presenter.opened.connect(self._sides.show_pane)
        self._panels = SidePanels(self._theme, controller, self.pane, self._clock, self._presenter)
        self._presenter.shown_changed.connect(self._panels.show_conversation)
        self._panels.message_wanted.connect(self._presenter.revealing.reveal)
        self._beside = Beside(self._theme, controller, self.plain, self.sidebar.model, self._pages, self)
        self._beside.lock_due.connect(self._lock)
        self._beside.settings_wanted.connect(self.open_settings)
        self._beside.welcomed.connect(self._welcome)
        self.actions_by_command[Command.TEMPORARY].setEnabled(True)
        join_finding(controller, self._presenter, self.sidebar.search, self.command_palette, self._clock)
        self._presenter.start()

    def _welcome(self) -> None:
        self._pages.setCurrentWidget(self._sides)
        self._go_to(self.pane.composer.field)

    def look_at_clock(self) -> None:
        """Somebody has come back to the window: what was today may be yesterday."""
        if self._presenter:
            self._presenter.look_at_clock()

    def show_waiting(self) -> None:
        """Say that the keyring has not answered yet: it may wait for the person."""
        self.pane.empty.say(WAITING)

    def show_threshold(self) -> None:
        """Let the threshold stand in place of everything else."""
        self._pages.setCurrentWidget(self.threshold)

    def open_settings(self, place: Place = Place.SERVICES) -> None:
        if self._presenter:
            make = partial(later.settings, plain=self.plain, shortcuts=self.shortcuts, place=place)
            dialog = self._presenter.open_dialog(make, self)
            dialog.key_change_wanted.connect(self.key_change_wanted)
            dialog.mending_wanted.connect(self.mending_wanted)

    def is_blank(self) -> bool:
        """Say whether a picture of the window shows hardly anything."""
        picture = self.grab().toImage()
        step = 4
        seen = {
            picture.pixel(x, y)
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
        return len(seen) < _FEW_COLOURS

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted.is_set():
            QTimer.singleShot(0, self, self._first_painted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._patience.start(_PATIENCE_MS)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._put_presenter_away()
        event.accept()

    def _deeds(self) -> dict[Command, Callable[[], object]]:
        return {
            Command.NEW_CONVERSATION: self.sidebar.new_wanted.emit,
            Command.TEMPORARY: self.sidebar.temporary_wanted.emit,
            Command.RENAME: self._rename,
            Command.BRANCH: self.sidebar.list.branch_current,
            Command.ARCHIVE: self.sidebar.places.archive,
            Command.PIN: self.sidebar.places.pin,
            **core_deeds(lambda: self._presenter),
            Command.CONTEXT: partial(self.pane.beside.wanted.emit, PanelKind.CONTEXT),
            Command.MAP: partial(self.pane.beside.wanted.emit, PanelKind.MAP),
            Command.CONVERSATION_SETTINGS: partial(self.pane.beside.wanted.emit, PanelKind.SETTINGS),
            Command.STATISTICS: partial(self.pane.beside.wanted.emit, PanelKind.STATISTICS),
            Command.STOP: self.pane.composer.stop_wanted.emit,
            Command.PALETTE: lambda: self.command_palette.open(),  # noqa: PLW0108 (it is made later)
            Command.SEARCH: self.sidebar.search.begin,
            Command.SETTINGS: self.open_settings,
            Command.SAFETY: lambda: self.open_settings(Place.SECURITY),
            Command.LOCK: self._lock,
            Command.LARGER: self.appearance.enlarge,
            Command.SMALLER: self.appearance.shrink,
            Command.USUAL_SIZE: self.appearance.restore_size,
            Command.TOGGLE_SIDEBAR: self._sides.toggle,
            Command.GO_TO_CONVERSATIONS: self._go_to_conversations,
            Command.GO_TO_MESSAGES: lambda: self._go_to(self.pane.transcript),
            Command.GO_TO_COMPOSER: lambda: self._go_to(self.pane.composer.field),
            Command.KEYBOARD: lambda: later.keyboard(self._theme, self.shortcuts, self),
            Command.QUIT: self._quit,
        }

    def _go_to_conversations(self) -> None:
        self._sides.show_sidebar()
        self.sidebar.show_conversations()
        self.sidebar.focus_rows()

    def _rename(self) -> None:
        if self.sidebar.list.currentIndex().isValid():
            self._go_to_conversations()
            self.sidebar.list.rename_current()

    def _go_to(self, place: QWidget) -> None:
        self._sides.show_pane()
        if self._panels:
            self._panels.give_way()
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lock(self) -> None:
        if self._presenter:
            self.lock_wanted.emit()

    def _quit(self) -> None:
        self.window().close()

    def _first_painted(self) -> None:
        """The shell is on the screen: time for what nobody waited for."""
        self._patience.stop()
        self._painted.set()
        icon = QIcon()
        for size in _ICON_SIZES:
            icon.addPixmap(self._theme.icons.program_icon(size))
        self.window().setWindowIcon(icon)

    def _put_presenter_away(self) -> None:
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():  # what it shows is no more for this window to show; no dialog is asked
                dialog.done(QDialog.DialogCode.Rejected)
        if self._presenter:
            if self._panels:
                self._panels.end()
            if self._beside:
                self._beside.end()
            self._panels = self._beside = None
            self._presenter.end()
            self._presenter.deleteLater()
            self._presenter = None
