"""Pictures of the panels beside a conversation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.branch_map import MapShape
from app.ui.main_window import MainWindow
from app.ui.panels.map_panel import MapPanel
from app.ui.panels.panel import PanelKind
from tests.fakes.scripted_branches import a_branch, few, many
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery import scenes


def _with_core(window: MainWindow, now: int) -> ScriptedController:
    scenes.conversation(window, now)
    return window._presenter._controller


def _map(window: MainWindow, now: int, shape: MapShape, then: Callable[[], None] | None = None) -> None:
    controller = _with_core(window, now)
    controller.branches.shape = shape
    begin = window.scene

    def show() -> None:
        begin()
        window.pane.beside.wanted.emit(PanelKind.MAP)
        if then:
            QTimer.singleShot(150, window, then)

    window.scene = show


def branch_map(window: MainWindow, now: int) -> None:
    _map(window, now, few())


def branch_map_alone(window: MainWindow, now: int) -> None:
    _map(window, now, MapShape((a_branch("one", 1, 8, main=True, shown=True),), {1: (None, 0)}))


def branch_map_of_many(window: MainWindow, now: int) -> None:
    _map(window, now, many())


def branch_map_mirrored(window: MainWindow, now: int) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.destroyed.connect(lambda: QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    _map(window, now, few())


def branch_map_menu(window: MainWindow, now: int) -> None:
    def open_menu() -> None:
        QTest.keyClick(window.findChild(MapPanel).list, Qt.Key.Key_Menu)

    _map(window, now, few(), open_menu)


def pruning(window: MainWindow, now: int) -> None:
    def ask() -> None:
        window.findChild(MapPanel).prune_button.click()

    _map(window, now, few(), ask)


def renaming_branch(window: MainWindow, now: int) -> None:
    _map(window, now, few(), lambda: QTest.keyClick(window.findChild(MapPanel).list, Qt.Key.Key_F2))
