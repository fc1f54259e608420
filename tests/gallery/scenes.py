"""What the pictures show: conversations that resemble the drawings of the look."""

import asyncio

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.chat.backing_up import BackupState
from app.chat.checking import Checkup
from app.domain.backup import Backup
from app.domain.errors import Fault, KeyringLocked, KeyringUnavailable, RecoveryKeyMistyped, SecretMissing
from app.domain.finding import Finding, Severity
from app.domain.item import REASONING, ItemState, reasoning_body
from app.domain.usage import Usage
from app.domain.ways import Way
from app.ui.main_window import MainWindow
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.sidebar.wishes import Wish
from app.ui.wording import LOCKED, words_for
from tests.fakes.scripted_checking import DAMAGE, GOOD
from tests.fakes.scripted_controller import PROVIDER, ScriptedController

HOUR = 3_600_000_000
DAY = 24 * HOUR

QUESTION = (
    "How does the cooling curve change the blue in an iron celadon, "
    "and can you give me a small script to log it?"
)
ANSWER = """The blue comes from **ferrous iron** held in solution. Slow cooling between 1000 and 900 °C lets \
crystals grow and pushes it to green; a fast drop keeps it clear.

| Stage | From | To | Rate |
|---|---|---|---|
| Reduction | 1010 °C | 1260 °C | 80 °C/h |
| Drop | 1260 °C | 1040 °C | as fast as safe |

```python
from datetime import datetime

def log(celsius: float, path="curve.csv") -> None:
    # one line a minute is plenty
    with open(path, "a") as f:
        f.write(f"{datetime.now():%H:%M},{celsius:.0f}\\n")
```"""
HALF = "The blue comes from ferrous iron held in solution. Slow cooling between 1000 and 900 °C lets crystals"
PROSE = """The blue comes from ferrous iron held in solution. Slow cooling between 1000 and 900 °C lets \
crystals grow and pushes it to green; a fast drop keeps it clear. Reduce from 1010 to 1260 °C at 80 °C an \
hour, then drop to 1040 °C as fast as is safe for the kiln."""
LONG = "\n\n".join(f"{number}. {PROSE}" for number in range(1, 13))
HEBREW = "שלום! זוהי תשובה קצרה בעברית, עם מילה אחת באנגלית: celadon, ועוד מספר: 1260."
ARABIC = "كيف يغيّر منحنى التبريد لون السيلادون؟"

_OTHERS = (
    ("Rename a git branch safely", 1 * HOUR),
    ("Lettre de motivation, version courte pour un poste de potier", 2 * HOUR),
    ("Why does my loop never yield to anybody else?", DAY),
    ("Trip to Kraków in three days", DAY),
    ("Sourdough at 68 % hydration", DAY + HOUR),
    ("Explain hysteresis like a thermostat", 4 * DAY),
    ("Tax form, line 12b", 5 * DAY),
    ("Names for a quiet boat", 40 * DAY),
)
EARLIER = (
    (
        "Is celadon a glaze or a kind of ware?",
        "Both: the green glaze gave its name to the stoneware it covers.",
    ),
    ("Which clay suits it best?", "A pale one with little iron, such as porcelain or a light stoneware."),
    ("And how thick should I glaze?", "About a millimetre. Its colour needs depth to gather in."),
)


def core(now: int) -> ScriptedController:
    """Return a core with a sidebar's worth of conversations."""
    controller = ScriptedController(now)
    for title, age in _OTHERS:
        controller.keep(title, ("Hello", "Good day."), age=age)
    return controller


def first_run(window: MainWindow, now: int) -> None:
    window.attach(ScriptedController(now, provider=None))


def refused(window: MainWindow, now: int) -> None:
    window.attach(ScriptedController(now, provider=None))
    window.pane.composer.set_text(QUESTION)
    window.pane.composer.button.click()


def conversation(window: MainWindow, now: int) -> None:
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", *EARLIER, age=-1)
    controller.keep_ended(shown, "", ItemState.COMPLETE)
    controller._items[shown].pop()
    controller._question(shown, QUESTION)
    thoughts = controller._answer(shown, "", ItemState.COMPLETE)
    thoughts = thoughts._replace(kind=REASONING, body=reasoning_body("Iron, oxygen, and how long they have."))
    controller._change(shown, thoughts._replace(ended_at=now + 6_000_000))
    controller._streaming[shown] = controller._answer(shown, ANSWER, ItemState.STREAMING)
    controller.keep_ledger(shown, 7)
    window.attach(controller)

    def end() -> None:
        window.pane.composer.set_text("And if my kiln cannot drop faster than 120 °C an hour?")
        controller.end_reply(shown, usage=Usage(300, 412))

    window.scene = end


def streaming(window: MainWindow, now: int) -> None:
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", age=-1)
    controller._question(shown, QUESTION)
    controller.provider = PROVIDER
    window.attach(controller)
    window.scene = lambda: (controller.begin_reply(shown), controller.grow(shown, HALF))


def broken(window: MainWindow, now: int) -> None:
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", age=-1)
    controller._question(shown, QUESTION)
    controller.keep_ended(shown, HALF, ItemState.INTERRUPTED)
    controller._question(shown, "Please go on.")
    controller.keep_ended(shown, "A fast drop keeps", ItemState.STOPPED)
    controller._question(shown, "And then?")
    controller.keep_ended(shown, "", ItemState.FAILED, Fault("ProviderUnreachable", "Nobody answers."))
    window.attach(controller)


def long_text(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.keep("Everything about celadon", (QUESTION, LONG), ("x" * 900, "wide" * 300), age=-1)
    window.attach(controller)
    window.scene = lambda: window.pane.transcript.verticalScrollBar().setValue(400)


def right_to_left(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.keep(ARABIC, (ARABIC, HEBREW), ("Thanks", "You are welcome 😀 日本語 ไทย."), age=-1)
    window.attach(controller)


def problem(window: MainWindow, _now: int) -> None:
    window.threshold.show_problem(KeyringLocked("The keyring is locked."))
    window.show_threshold()


def locked(window: MainWindow, _now: int) -> None:
    window.threshold.ask(LOCKED, (Way.PASSPHRASE, Way.RECOVERY_KEY))
    window.show_threshold()


def wrong_recovery_key(window: MainWindow, _now: int) -> None:
    words = words_for(SecretMissing("Gone.").fault)
    window.threshold.ask(words, (Way.RECOVERY_KEY, Way.PASSPHRASE))
    window.threshold.ask(LOCKED, (Way.RECOVERY_KEY,), words_for(RecoveryKeyMistyped("x").fault).sentence)
    window.show_threshold()


def locked_remembering(window: MainWindow, _now: int) -> None:
    window.threshold.ask(LOCKED, (Way.RECOVERY_KEY,))
    window.threshold.unlock.remember.setChecked(True)
    window.show_threshold()


def no_keyring(window: MainWindow, _now: int) -> None:
    words = words_for(KeyringUnavailable("None.").fault)
    window.threshold.ask(words, (Way.KEYRING, Way.NEW_PASSPHRASE))
    window.show_threshold()


def first_passphrase(window: MainWindow, now: int) -> None:
    no_keyring(window, now)
    window.threshold.unlock.other_buttons[Way.NEW_PASSPHRASE].click()


def safety(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = lambda: window.open_settings(Place.SECURITY)


def safety_asking(window: MainWindow, now: int) -> None:
    """A recovery key is shown, and a passphrase asked for."""
    window.attach(core(now))

    def ask() -> None:
        dialog = _settings_at(window, Place.SECURITY)
        dialog.recovery.make_button.click()
        dialog.passphrase.set_button.click()

    window.scene = ask


def backing_up(window: MainWindow, now: int) -> None:
    """A backup is being made, and older ones still hold what was deleted."""
    controller = core(now)
    kept = [Backup(f"{age}.backup", now - age * DAY, 231 << 20) for age in range(3)]
    controller.backing_up.kept, controller.backing_up.held = kept, kept[1:]
    controller.backing_up.seconds = 130.0
    controller.backing_up.slow = asyncio.Event()
    window.attach(controller)

    def back_up() -> None:
        dialog = _settings_at(window, Place.BACKUPS)
        dialog.backups.show_state(BackupState(tuple(kept), tuple(kept[1:]), 231 << 20, 300 << 30, 130.0))
        dialog.backups.now_button.click()

    window.scene = back_up


def _checking(window: MainWindow, now: int, checkup: Checkup | None) -> None:
    controller = core(now)
    controller.checking.seconds = 130.0
    if checkup:
        controller.checking.checkup = checkup
    else:
        controller.checking.slow = asyncio.Event()
    window.attach(controller)

    def check() -> None:
        dialog = _settings_at(window, Place.BACKUPS)
        dialog.check.check_button.click()
        QTimer.singleShot(120, lambda: _show_end(window))

    window.scene = check


def _settings_at(window: MainWindow, place: Place) -> QWidget:
    window.open_settings(place)
    return window.findChild(SettingsDialog).pages[place]


def _show_end(window: MainWindow) -> None:
    bar = window.findChild(SettingsDialog).findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())


def checking(window: MainWindow, now: int) -> None:
    _checking(window, now, None)


def checked_well(window: MainWindow, now: int) -> None:
    _checking(window, now, Checkup((GOOD,), ()))


def checked_damaged(window: MainWindow, now: int) -> None:
    names = ", ".join(f"sotto-2026111{day}-083000.backup" for day in range(3))
    half = Finding("backups", Severity.DAMAGE, f"Backups that are not whole: {names}.")
    _checking(window, now, Checkup((DAMAGE, GOOD), (half,)))


def by_key(window: MainWindow, now: int) -> None:
    """Where the focus is, as somebody sees it who goes by key."""
    conversation(window, now)
    window.scene = window._go_to_conversations


def _row(window: MainWindow, row: int) -> QPoint:
    return window.sidebar.list.visualRect(window.sidebar.model.index(row)).center()


def menu(window: MainWindow, now: int) -> None:
    conversation(window, now)
    rows = window.sidebar.list

    def open_menu() -> None:
        place = _row(window, 3)
        pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), pressed)
        rows.menu.setActiveAction(rows.menu.actions()[0])

    window.scene = open_menu


def renaming(window: MainWindow, now: int) -> None:
    conversation(window, now)
    window.scene = window._rename


def deleted(window: MainWindow, now: int) -> None:
    """After a deletion: the next conversation is shown, and the way back is offered."""
    core_with_trash(window, now)

    def delete() -> None:
        window.sidebar.wishes.many.emit(Wish.TRASH, window.sidebar.list.numbers)

    window.scene = delete


def trash(window: MainWindow, now: int) -> None:
    core_with_trash(window, now)
    window.scene = window.sidebar.trash_button.click


def emptying(window: MainWindow, now: int) -> None:
    core_with_trash(window, now)

    def ask() -> None:
        window.sidebar.trash_button.click()
        window.sidebar.empty_button.click()

    window.scene = ask


def trash_by_key(window: MainWindow, now: int) -> None:
    core_with_trash(window, now)

    def go_there() -> None:
        window.sidebar.trash_button.setFocus(Qt.FocusReason.TabFocusReason)
        window.sidebar.trash_button.click()

    window.scene = go_there


def core_with_trash(window: MainWindow, now: int) -> None:
    """A core that holds two conversations in its trash."""
    conversation(window, now)
    controller = window._presenter._controller
    for title in ("Old shopping list", "A title in the trash that is too long to stand on one line"):
        gone = controller.keep(title, ("Hello", "Good day."))
        controller._trash[gone] = controller._conversations.pop(gone)
