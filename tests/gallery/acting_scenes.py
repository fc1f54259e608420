"""What the pictures show of acting on single messages: buttons, menu, versions, editing, next steps."""

from collections.abc import AsyncGenerator

from PySide6.QtCore import QPoint, Qt, QTimer

from app.domain.conversation import Versions
from app.domain.errors import Fault
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item, ItemState
from app.domain.offered_model import OfferedModel
from app.domain.passages import Passage
from app.domain.usage import Usage
from app.ui.main_window import MainWindow
from app.ui.transcript.deeds import Deed
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery.scenes import ANSWER, ARABIC, EARLIER, HALF, HEBREW, QUESTION, core


def _answered(now: int) -> tuple[ScriptedController, list[Item]]:
    """A core that shows a conversation, and the items of it."""
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", *EARLIER[:1], (QUESTION, ANSWER), age=-1)
    items = controller._items[shown]
    controller._usages[items[-1].id] = Usage(300, 412)
    return controller, items


def _versions(controller: ScriptedController, item: Item, place: int, count: int) -> None:
    ids = [ItemId(f"another-{number}") for number in range(count)]
    ids[place] = item.id
    controller.branches.versions[item.id] = Versions(tuple(ids), place)


def _point(window: MainWindow, item: ItemId) -> None:
    window._presenter.message_acts.bar._show_at(item)


def bar(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    _versions(controller, items[-2], 1, 3)
    _versions(controller, items[-1], 0, 2)
    window.attach(controller)
    window.scene = lambda: _point(window, items[-1].id)


def bar_of_person(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    _versions(controller, items[-2], 1, 3)
    window.attach(controller)
    window.scene = lambda: _point(window, items[-2].id)


def bar_by_key(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    _versions(controller, items[-1], 0, 2)
    window.attach(controller)

    def go_there() -> None:
        places = window.pane.transcript
        places.focus_message(items[-1].id)
        places.setFocus(Qt.FocusReason.TabFocusReason)
        button = window._presenter.message_acts.bar.bar.button_of(Deed.BRANCH)
        QTimer.singleShot(200, button, lambda: button.setFocus(Qt.FocusReason.TabFocusReason))

    window.scene = go_there


def message_menu(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    window.attach(controller)

    def open_menu() -> None:
        _point(window, items[-1].id)
        acts = window._presenter.message_acts
        acts.bar.open_menu(items[-1].id, window.mapToGlobal(QPoint(window.width() - 340, 330)))
        acts.bar.menu.setActiveAction(acts.bar.menu.actions()[1])

    window.scene = open_menu


def marked(window: MainWindow, now: int) -> None:
    """Messages that were edited, pinned and left out."""
    controller, items = _answered(now)
    shown = items[0].id
    controller._change(_conversation(controller), items[0]._replace(is_pinned=True, revision=1))
    controller._change(_conversation(controller), items[1]._replace(is_excluded=True))
    window.attach(controller)
    window.scene = lambda: _point(window, shown)


def _conversation(controller: ScriptedController) -> ConversationId:
    return max(controller._conversations.values(), key=lambda each: each.changed_at).id


def editing(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    window.attach(controller)
    window.scene = lambda: window._presenter.message_acts.do(Deed.EDIT, items[-2].id)


def editing_refused(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    window.attach(controller)

    def refuse() -> None:
        acts = window._presenter.message_acts
        acts.do(Deed.EDIT, items[-1].id)
        acts.editing._refuse(Fault("DiskFull", "Full."))

    window.scene = refuse


def editing_rtl(window: MainWindow, now: int) -> None:
    controller = core(now)
    shown = controller.keep(ARABIC, (ARABIC, HEBREW), age=-1)
    window.attach(controller)
    window.scene = lambda: window._presenter.message_acts.do(Deed.EDIT, controller._items[shown][0].id)


def message_deleted(window: MainWindow, now: int) -> None:
    controller, _ = _answered(now)
    window.attach(controller)
    window.scene = lambda: window._presenter.message_acts._offer("Message deleted", lambda: None)


def _broken(window: MainWindow, now: int, text: str, state: ItemState, fault: Fault | None) -> None:
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", *EARLIER[:1], age=-1)
    controller._question(shown, QUESTION)
    controller.keep_ended(shown, text, state, fault)
    window.attach(controller)


def interrupted(window: MainWindow, now: int) -> None:
    _broken(window, now, HALF, ItemState.INTERRUPTED, None)


def key_rejected(window: MainWindow, now: int) -> None:
    fault = Fault("CredentialsRejected", "The service did not accept the key.")
    _broken(window, now, "", ItemState.FAILED, fault)


class _Found:
    """Has Passages' face: it finds what a picture says."""

    def __init__(self, *passages: Passage) -> None:
        self._passages = passages

    async def find(self, *_: object) -> AsyncGenerator[tuple[int, tuple[Passage, ...]]]:
        yield 1, self._passages


def _finding(window: MainWindow, now: int, typed: str) -> None:
    controller, items = _answered(now)
    held = [(item, item.text.lower().count(typed)) for item in items]
    controller.passages = _Found(*(Passage(item.id, item.depth, count) for item, count in held if count))
    window.attach(controller)

    def look() -> None:
        window._presenter.find_here.open()
        window.pane.find_bar.field.setText(typed)
        window.pane.find_bar.typed.emit(typed)

    window.scene = look


def finding_here(window: MainWindow, now: int) -> None:
    _finding(window, now, "the")


def finding_nothing(window: MainWindow, now: int) -> None:
    _finding(window, now, "zebra")


def choosing_model(window: MainWindow, now: int) -> None:
    controller, items = _answered(now)
    names = ("gpt-5", "gpt-5-mini", "gpt-5-nano", "o5", "practice")
    controller.offering.offered = tuple(map(OfferedModel, names))
    window.attach(controller)

    def choose() -> None:
        models = window._presenter.message_acts.models
        models.open(items[-1].id, window.mapToGlobal(QPoint(700, 360)))

    window.scene = choose
