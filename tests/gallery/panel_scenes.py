"""Pictures of the panels beside a conversation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.branch_map import MapShape
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.events import SummaryAdvanced
from app.domain.told_context import NextRequest
from app.ui.main_window import MainWindow
from app.ui.panels.context_panel import ContextPanel
from app.ui.panels.map_panel import MapPanel
from app.ui.panels.panel import PanelKind
from app.ui.statistics.statistics_dialog import StatisticsDialog
from tests.fakes.scripted_branches import a_branch, few, many
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_inspecting import told
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


def _context(
    window: MainWindow, now: int, coming: NextRequest, then: Callable[[], None] | None = None
) -> ScriptedController:
    controller = _with_core(window, now)
    controller.inspecting.coming = coming
    begin = window.scene

    def show() -> None:
        begin()
        window.pane.beside.wanted.emit(PanelKind.CONTEXT)
        if then:
            QTimer.singleShot(150, window, then)

    window.scene = show
    return controller


def context(window: MainWindow, now: int) -> None:
    """Cut, with a pin from before it, and one message left out by hand."""
    controller = _context(window, now, NextRequest(told(46, 39, pinned=(12,)), 46, True, False, 18))
    controller.inspecting.is_pinned = frozenset({"item-12"})


def context_with_summary(window: MainWindow, now: int) -> None:
    policy = ContextPolicy(PolicyKind.NEWEST_TURNS, 4)
    _context(window, now, NextRequest(told(46, 39, summary=38, policy=policy), 46, True, True, 18))


def context_over(window: MainWindow, now: int) -> None:
    _context(window, now, NextRequest(told(46, 39, budget=16_000), 46, True, False, 18))


def context_with_files(window: MainWindow, now: int) -> None:
    """A question is being written, with files attached to it; its end is seen."""
    _context(window, now, NextRequest(told(46, 39), 46, True, False, 18, 6_400))
    begin = window.scene

    def show() -> None:
        begin()
        QTimer.singleShot(
            150, window, lambda: QTest.keyClick(window.findChild(ContextPanel).first, Qt.Key.Key_End)
        )

    window.scene = show


def context_of_many(window: MainWindow, now: int) -> None:
    _context(window, now, NextRequest(told(100_000, 99_900), 100_000, True, False, 18))


def context_of_nothing(window: MainWindow, now: int) -> None:
    window.attach(scenes.core(now))

    def show() -> None:
        window.sidebar.new_button.click()
        window.pane.beside.wanted.emit(PanelKind.CONTEXT)

    window.scene = show


def context_mirrored(window: MainWindow, now: int) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    context(window, now)


def context_menu(window: MainWindow, now: int) -> None:
    def open_menu() -> None:
        rows = window.findChild(ContextPanel).body.list
        QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_Menu)

    _context(window, now, NextRequest(told(46, 39), 46, True, False, 18), open_menu)


def context_policies(window: MainWindow, now: int) -> None:
    def choose() -> None:
        window.findChild(ContextPanel).policy.button.click()

    _context(window, now, NextRequest(told(46, 39), 46, True, False, 18), choose)


def summing_up(window: MainWindow, now: int) -> None:
    def advance() -> None:
        controller.events.publish(SummaryAdvanced(window._presenter._shown, 120, 400))

    coming = NextRequest(told(46, 39), 46, True, False, 18)
    controller = _context(window, now, coming, advance)


def given(window: MainWindow, now: int) -> None:
    """A reply that was made by two requests."""
    controller = _with_core(window, now)
    controller.inspecting.given = (told(20, 1), told(22, 9, used=61_000))
    begin = window.scene

    def show() -> None:
        begin()
        window.pane.beside.given_wanted.emit("item-9")

    window.scene = show


def statistics(window: MainWindow, now: int) -> None:
    _with_core(window, now)
    window.scene = lambda: window.pane.beside.wanted.emit(PanelKind.STATISTICS)


def statistics_of_a_year(window: MainWindow, now: int) -> None:
    _with_core(window, now)

    def show() -> None:
        window.pane.beside.wanted.emit(PanelKind.STATISTICS)
        dialog = window.findChild(StatisticsDialog)
        dialog.span_buttons[2].click()
        dialog.yardstick_buttons[2].click()
        dialog.pictures.by_day.setFocus()
        QTimer.singleShot(100, window, lambda: QTest.keyClick(dialog.pictures.by_day, Qt.Key.Key_End))

    window.scene = show


def statistics_in_numbers(window: MainWindow, now: int) -> None:
    _with_core(window, now)

    def show() -> None:
        window.pane.beside.wanted.emit(PanelKind.STATISTICS)
        window.findChild(StatisticsDialog).table_button.click()

    window.scene = show


def statistics_of_nothing(window: MainWindow, now: int) -> None:
    _with_core(window, now).spending.is_empty = True
    window.scene = lambda: window.pane.beside.wanted.emit(PanelKind.STATISTICS)


def conversation_settings(window: MainWindow, now: int) -> None:
    controller = _with_core(window, now)

    def show() -> None:
        shown = window._presenter._shown
        controller.shaping.kept[shown] = ConversationSettings(
            instructions="Answer as one potter to another.",
            policy=ContextPolicy(PolicyKind.NEWEST_TURNS, 8),
            earlier=(
                "Be brief.",
                "Answer in French, with a recipe where one fits, and cite your sources in full.",
            ),
        )
        controller.noting.kept[shown] = "For the exhibition in March."
        window.pane.beside.wanted.emit(PanelKind.SETTINGS)

    window.scene = show
