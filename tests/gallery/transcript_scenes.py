"""What the transcript shows, in its many states."""

from app.domain.ids import ConversationId
from app.domain.item import REASONING, ItemState, reasoning_body
from app.ui.main_window import MainWindow
from app.ui.transcript.selection import Place, Selection
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery.scenes import ANSWER, ARABIC, DAY, HEBREW, QUESTION, core

RICH = """# Celadon, in short

The blue is **iron**, *not* copper; see [the museum](https://example.org/celadon) or `kiln.log`.

1. Reduce to 1260 °C
2. Drop, quickly
   - open the damper
   - and wait
3. Cool

> Old potters said: the slower the fire, the deeper the sea.

- [x] bisque
- [ ] glaze

$$T(t) = T_0 + (T_1 - T_0)\\,e^{-kt}$$

---

Done ~~yesterday~~ today."""
CALL = '{"type":"function_call","name":"read_kiln","arguments":"{\\"from\\":\\"1010\\",\\"to\\":\\"1260\\"}"}'
RESULT = '{"type":"function_call_output","output":"1010, 1042, 1099, 1180, 1260"}'


def rich(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.keep("Celadon, in short", (QUESTION, RICH), age=-1)
    window.attach(controller)


def folded(window: MainWindow, now: int) -> None:
    """Reasoning and the call of a tool, opened."""
    controller = core(now)
    shown = controller.keep("What the kiln did", age=-1)
    controller._question(shown, QUESTION)
    _keep_beside(controller, shown, REASONING, reasoning_body("The *curve* first, then the colour."), now)
    _keep_beside(controller, shown, "function_call", CALL, now)
    _keep_beside(controller, shown, "function_call_output", RESULT, now)
    controller.keep_ended(shown, ANSWER, ItemState.COMPLETE)
    window.attach(controller)
    window.scene = lambda: _open_all(window)


def selected(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.keep("Celadon, in short", (QUESTION, ANSWER), ("And then?", RICH), age=-1)
    window.attach(controller)
    window.scene = lambda: _select(window, Selection(Place(1, 0, 8), Place(3, 1, 40)))


def days(window: MainWindow, now: int) -> None:
    controller = core(now)
    shown = controller.keep("Over two days", (QUESTION, "Iron, and time."), age=-1)
    for item in list(controller._items[shown]):
        controller._change(shown, item._replace(created_at=now - DAY))
    controller._question(shown, "And today?")
    controller.keep_ended(shown, "The same.", ItemState.COMPLETE)
    window.attach(controller)
    window.scene = window.pane.transcript.setFocus


def unread(window: MainWindow, now: int) -> None:
    """A reply that ended while another conversation was shown."""
    controller = core(now)
    shown = controller.keep("Celadon", (QUESTION, "Iron, and time."), age=-1)
    controller._question(shown, "And how was it fired?")
    controller.keep_ended(shown, ANSWER, ItemState.COMPLETE)
    controller.listing.bear(shown, is_unread=True)
    window.attach(controller)


def copying(window: MainWindow, now: int) -> None:
    """All of a long conversation is on its way to the clipboard."""
    rich(window, now)
    window.scene = lambda: window._presenter.copying._tell(4_300, 100_000)


def link(window: MainWindow, now: int) -> None:
    rich(window, now)
    window.scene = lambda: _press_link(window)


def mirrored(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.keep(ARABIC, (ARABIC, f"{HEBREW}\n\n- {HEBREW}\n- {ARABIC}\n\n{ANSWER}"), age=-1)
    window.attach(controller)


def _keep_beside(
    controller: ScriptedController, shown: ConversationId, kind: str, body: str, now: int
) -> None:
    item = controller._answer(shown, "", ItemState.COMPLETE)
    controller._change(shown, item._replace(kind=kind, body=body, ended_at=now + 6_000_000))


def _open_all(window: MainWindow) -> None:
    for number in range(1, 4):
        window.pane.transcript.pressing.toggle(number)


def _select(window: MainWindow, selection: Selection) -> None:
    window.pane.transcript._pointer.select(selection)


def _press_link(window: MainWindow) -> None:
    view = window.pane.transcript
    view.focus_message(view.newest.id)
    view._walker.walk_links(1)
    view.pressing.link_wanted.emit(view._walker.link)
