"""Pictures of the search, the palette and the keys."""

import asyncio

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.item import Role
from app.domain.search import Hit, NoteHit
from app.domain.snippets import Snippet
from app.ui.actions import Command
from app.ui.dialogs.keyboard_dialog import KeyboardDialog
from app.ui.main_window import MainWindow
from tests.fakes.scripted_searching import hit
from tests.gallery import scenes

HOUR, DAY = scenes.HOUR, scenes.DAY
GLAZE = (
    ("Celadon glaze and firing curve", "How thick should I put the glaze on, and how many coats of it?"),
    ("Celadon glaze and firing curve", "About a millimetre. The glaze gets its colour from its depth."),
    ("Celadon glaze and firing curve", "A thin glaze looks grey; glaze it twice where it has to be blue."),
    ("Celadon glaze and firing curve", "Test tiles first: a glaze never does in the kiln what it promised."),
    ("Celadon glaze and firing curve", "Wood ash glaze is another matter."),
    ("Names for a quiet boat", "Glaze, like the sea in the early morning when nothing moves."),
    ("Tax form, line 12b", "Materials such as clay and glaze are entered there, tools are not."),
)


def _hits(now: int) -> list[Hit]:
    made: list[Hit] = []
    for number, (title, text) in enumerate(GLAZE):
        answers = number % 2 == 1
        made.append(
            hit(
                title,
                text,
                "glaze" if "glaze" in text else "Glaze",
                created_at=now - number * 9 * HOUR,
                role=Role.MODEL if answers else Role.PERSON,
                model="gpt-5" if answers else None,
                is_shown=number != 2,
                branch="Slow cooling",
                shared_with=2 if number == 1 else 0,
            )
        )
    made.append(
        NoteHit(made[0].conversation_id, GLAZE[0][0], "n", None, now, Snippet("Buy glaze", ((4, 9),)))
    )
    return made


def _core(window: MainWindow, now: int) -> scenes.ScriptedController:
    scenes.conversation(window, now)
    controller = window._presenter._controller
    controller.searching.found = {"glaze": _hits(now)}
    return controller


def _type(window: MainWindow, text: str) -> None:
    window.sidebar.search.begin(text)
    window.sidebar.search.field.line.end(False)


def found(window: MainWindow, now: int) -> None:
    controller = _core(window, now)
    controller.keep("Glaze tests of last summer", ("a", "b"), age=9 * DAY)
    controller.keep("Unglazed ware and how to seal it for the table", ("a", "b"), age=12 * DAY)
    window.scene = lambda: _type(window, "glaze")


def begun(window: MainWindow, now: int) -> None:
    _core(window, now)
    window.scene = window.sidebar.search.begin


def by_key(window: MainWindow, now: int) -> None:
    found(window, now)
    begin = window.scene

    def go_down() -> None:
        begin()
        results = window.sidebar.search.page.list
        QTimer.singleShot(100, window, results.begin)
        QTimer.singleShot(150, window, lambda: results.setCurrentIndex(results.model().index(5)))

    window.scene = go_down


def many(window: MainWindow, now: int) -> None:
    controller = _core(window, now)
    for number in range(40):
        controller.keep(f"The kiln of {1950 + number}", ("a", "b"), age=number * DAY)
    controller.searching.found["kiln"] = [
        hit(
            f"Conversation {n // 7}",
            f"Of kiln number {n} it is told that it burned well",
            "kiln",
            created_at=now,
        )
        for n in range(200)
    ]
    window.scene = lambda: _type(window, "kiln")


def hinted(window: MainWindow, now: int) -> None:
    _core(window, now)
    window.scene = lambda: _type(window, "glaze ")


def nothing(window: MainWindow, now: int) -> None:
    _core(window, now)
    window.scene = lambda: _type(window, "glaze role:me before:2019")


def slow(window: MainWindow, now: int) -> None:
    controller = _core(window, now)
    controller.searching.slow = asyncio.Event()
    window.sidebar.search.page._patience.setInterval(1)
    window.scene = lambda: _type(window, "kiln")


def hostile(window: MainWindow, now: int) -> None:
    controller = _core(window, now)
    controller.searching.found["kiln"] = [
        hit(
            "<b>bold</b> \u202etxt.exe", "<img src=x> \u202eesrever kiln \x00\x1b[31m and on it goes", "kiln"
        ),
        hit(scenes.ARABIC, scenes.HEBREW, "celadon"),
        hit("x" * 300, "y" * 90 + " kiln " + "z" * 60, "kiln"),
        hit(
            "日本語の会話",
            "青磁の釉薬は 😀😀 kiln 鉄の還元で生まれる",
            "kiln",
            role=Role.MODEL,
            model="m" * 80,
        ),
    ]
    window.scene = lambda: _type(window, "kiln")


def mirrored(window: MainWindow, now: int) -> None:
    found(window, now)
    begin = window.scene
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.scene = begin


def narrow(window: MainWindow, now: int) -> None:
    found(window, now)


def _palette(window: MainWindow, now: int, text: str) -> None:
    _core(window, now)

    def show() -> None:
        window.command_palette.open()
        QTimer.singleShot(60, window, lambda: QTest.keyClicks(window.command_palette.panel.field, text))

    window.scene = show


def palette(window: MainWindow, now: int) -> None:
    _palette(window, now, "")


def palette_found(window: MainWindow, now: int) -> None:
    _palette(window, now, "co")


def palette_loose(window: MainWindow, now: int) -> None:
    _palette(window, now, "tkd")


def palette_nothing(window: MainWindow, now: int) -> None:
    _palette(window, now, "xyzzy")


def palette_mirrored(window: MainWindow, now: int) -> None:
    _palette(window, now, "co")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def keyboard(window: MainWindow, now: int) -> None:
    _core(window, now)
    window.scene = window.actions_by_command[Command.KEYBOARD].trigger


def keyboard_taken(window: MainWindow, now: int) -> None:
    """One key is the person's own, one is being chosen, and one is another command's."""
    _core(window, now)

    def show() -> None:
        window.shortcuts.choose(Command.TEMPORARY, "Ctrl+J")
        window.actions_by_command[Command.KEYBOARD].trigger()
        rows = window.findChild(KeyboardDialog).shortcuts.rows
        rows[2].key_button.pressed_keys.emit(QKeySequence("Ctrl+N")[0])
        rows[3].key_button.pressed_keys.emit(QKeySequence("A")[0])
        rows[4].key_button.click()

    window.scene = show
