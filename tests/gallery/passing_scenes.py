"""Pictures of what does not last: temporary conversations, and those that are deleted by themselves."""

from PySide6.QtCore import QTimer

from app.domain.backup import Backup
from app.domain.usage import Usage
from app.ui.dialogs.retention_dialog import RetentionDialog
from app.ui.main_window import MainWindow
from app.ui.settings.place import Place
from app.ui.settings.retention_page import RetentionPage
from app.ui.settings.settings_dialog import SettingsDialog
from tests.gallery import scenes


def _page(window: MainWindow) -> RetentionPage:
    return window.findChild(SettingsDialog).pages[Place.RETENTION]


def retention(window: MainWindow, now: int) -> None:
    """Below the backups, with a number and its choices open."""
    controller = scenes.core(now)
    controller.retaining.in_general = 30 * 24
    window.attach(controller)

    def show() -> None:
        window.open_settings(Place.RETENTION)
        QTimer.singleShot(120, window, _page(window).retention.choice.click)

    window.scene = show


def retention_asking(window: MainWindow, now: int) -> None:
    """A number that would delete twelve conversations at once."""
    controller = scenes.core(now)
    controller.retaining.due = {24: 12}
    controller.backing_up.kept = [Backup("a.backup", now - scenes.DAY, 1), Backup("b.backup", now, 1)]
    window.attach(controller)

    def show() -> None:
        window.open_settings(Place.RETENTION)
        _page(window).retention.choice.chosen.emit(24)

    window.scene = show


def retention_alone(window: MainWindow, now: int) -> None:
    """One conversation has a number of its own."""
    scenes.conversation(window, now)
    controller = window._presenter._controller
    controller.retaining.in_general = 30 * 24

    def show() -> None:
        shown = window._presenter._shown
        controller.retaining.own[shown] = 90 * 24
        window.sidebar.wishes.retention.emit(shown)
        dialog = window.window().findChild(RetentionDialog)
        QTimer.singleShot(100, window, dialog.part.choice.click)

    window.scene = show


def temporary(window: MainWindow, now: int) -> None:
    """A temporary conversation among others, answered."""
    scenes.core_with_trash(window, now)
    controller = window._presenter._controller

    def answer() -> None:
        shown = window._presenter._shown
        controller.begin_reply(shown)
        controller.grow(shown, scenes.ANSWER)
        controller.end_reply(shown, usage=Usage(20, 180))

    def ask() -> None:
        window.pane.composer.set_text("What would a doctor make of a ringing in the left ear?")
        window.pane.composer.button.click()
        QTimer.singleShot(100, window, answer)

    def begin() -> None:
        window.sidebar.temporary_button.click()
        QTimer.singleShot(50, window, ask)

    window.scene = begin


def temporary_begun(window: MainWindow, now: int) -> None:
    scenes.conversation(window, now)
    window.scene = window.sidebar.temporary_button.click


def forgetting(window: MainWindow, now: int) -> None:
    temporary(window, now)
    begin = window.scene

    def forget() -> None:
        begin()
        QTimer.singleShot(200, window, lambda: window.sidebar.wishes.forget.emit(window._presenter._shown))

    window.scene = forget
