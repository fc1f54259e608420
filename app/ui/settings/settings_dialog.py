"""The settings: a list of pages at the left and the page at the right, or one of both where it is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.chat.controller import ChatController
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.page import Page
from app.ui.settings.pages import Makers, makers
from app.ui.settings.place import Place
from app.ui.settings.place_list import PlaceList
from app.ui.shortcuts import Shortcuts
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PRIMARY, Button
from app.ui.widgets.scroll_area import in_scroll_area

_WIDTH, _HEIGHT, _LEAST_WIDTH, _LEAST_HEIGHT = 820, 640, 320, 320
_NARROW = 620
_MARGIN, _AROUND = 24, 48


class SettingsDialog(QDialog):
    """Makes a page when it is first turned to. Nothing secret stays in it when it is closed.

    Signals:
        key_change_wanted: the archive's key is to be changed; the dialog closes itself.
        mending_wanted: damage was found, and something is to be done about it; the dialog closes itself.
    """

    key_change_wanted = Signal()
    mending_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        parent: QWidget,
        plain: PlainKeeper | None = None,
        shortcuts: Shortcuts | None = None,
        place: Place = Place.SERVICES,
    ) -> None:
        super().__init__(parent)
        plain = plain or PlainKeeper(parent=self)
        shortcuts = shortcuts or Shortcuts({}, plain, self)
        self._makers: Makers = makers(theme, controller, plain, shortcuts, self)
        self.pages: dict[Place, Page] = {}
        self._scrolls: dict[Place, QScrollArea] = {}
        self._narrow = False
        self.list = PlaceList(theme)
        self._stack = QStackedWidget()
        self.done_button = Button(theme, tr("Done"), PRIMARY)
        self.back_button = Button(theme, tr("All settings"), LINK, icon="chevron-left")
        self._arrange()
        self.list.wanted.connect(self._show)
        self.list.taken.connect(self._enter)
        self.back_button.clicked.connect(self._go_back)
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(self._end)
        theme.resized.connect(self._fold)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        around = parent.window().size()
        width, height = around.width() - _AROUND, around.height() - _AROUND
        self.resize(min(scaled(_WIDTH), width), min(scaled(_HEIGHT), height))
        self.turn_to(place)

    def turn_to(self, place: Place) -> Page:
        """Show a page, and return it."""
        self.list.turn_to(place)
        return self.pages[place]

    def close_for_key_change(self) -> None:
        self.accept()
        self.key_change_wanted.emit()

    def close_for_mending(self) -> None:
        self.accept()
        self.mending_wanted.emit()

    def see(self, widget: QWidget) -> None:
        """Scroll to something on the page that is shown."""
        scroll = self._stack.currentWidget()
        if isinstance(scroll, QScrollArea):
            scroll.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show(self, place: Place) -> None:
        if place not in self.pages:
            self.pages[place] = page = self._makers[place]()
            self._scrolls[place] = _scroll_around(page)
            self._stack.addWidget(self._scrolls[place])
            for button in page.findChildren(QPushButton):
                button.setAutoDefault(False)
            # Tab goes down the page and then to the foot, whatever was made first.
            self.setTabOrder(_last_in(page), self.back_button)
            self.setTabOrder(self.back_button, self.done_button)
        self._stack.setCurrentWidget(self._scrolls[place])
        self.pages[place].look()

    def _enter(self, _place: Place) -> None:
        """Where the list takes all the room, the page takes its place."""
        if self._narrow:
            self._show_side(page=True)
            self.focusNextChild()

    def _go_back(self) -> None:
        self._show_side(page=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        is_narrow = self.width() < scaled(_NARROW)
        if is_narrow != self._narrow:
            self._narrow = is_narrow
            self._show_side(page=True)

    def _show_side(self, *, page: bool) -> None:
        self.list.setVisible(not (self._narrow and page))
        self._stack.setVisible(not self._narrow or page)
        self.back_button.setVisible(self._narrow and page)

    def _end(self) -> None:
        for page in self.pages.values():
            page.end()

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        sides.setContentsMargins(12, 12, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.list)
        sides.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, 16)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        self.back_button.hide()
        # Return belongs to what is being filled in, never to a button elsewhere.
        for button in (self.done_button, self.back_button):
            button.setAutoDefault(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addLayout(sides, 1)
        around.addLayout(foot)


def _last_in(page: Page) -> QWidget:
    """Return the last place on the page that takes the focus."""
    found: QWidget = page
    each = page.nextInFocusChain()
    while each and page.isAncestorOf(each):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found = each
        each = each.nextInFocusChain()
    return found


def _scroll_around(page: Page) -> QScrollArea:
    ground = QWidget()
    column = QHBoxLayout(ground)
    column.setContentsMargins(_MARGIN, _MARGIN - 12, _MARGIN, _MARGIN)
    column.addWidget(page, 1, Qt.AlignmentFlag.AlignTop)
    column.addStretch(0)
    return in_scroll_area(ground)
