"""What the pictures show of writing: files, what is offered, what waits, and who answers."""

import asyncio

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.chat.looking_ahead import Foreseen
from app.domain.errors import Fault
from app.domain.events import ReplyNotBegun
from app.domain.exchange_errors import FileProtected
from app.domain.ids import AssistantId, PromptId
from app.domain.item import ItemState
from app.domain.library import Assistant, SavedPrompt
from app.domain.offered_model import OfferedModel
from app.domain.outlook import Outlook
from app.domain.usage import Usage
from app.ui.composer.file_taking import FileTaking
from app.ui.composer.message_field import MOST_PASTED, MessageField
from app.ui.main_window import MainWindow
from app.ui.writing.writing import Writing
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery.scenes import ANSWER, EARLIER, QUESTION, core

NEXT = "And if my kiln cannot drop faster than 120 °C an hour?"
PROMPTS = (
    ("Translate to German", "Translate this into German, and keep its tone: {text}"),
    ("Explain like a thermostat", "Explain {topic} as if I were a thermostat."),
    ("Review this code", "Read this as a strict reviewer would."),
)
ASSISTANTS = (("Ada", "gpt-5"), ("Kiln master", None), ("Proof reader", "gpt-5-mini"))


def _writing(window: MainWindow) -> Writing:
    return window._presenter.writing


def _files(window: MainWindow) -> FileTaking:
    return _writing(window).files


def _set_out(window: MainWindow, now: int, *, streaming: bool = False) -> ScriptedController:
    controller = core(now)
    shown = controller.keep("Celadon glaze and firing curve", *EARLIER, age=-1)
    controller._question(shown, QUESTION)
    controller._streaming[shown] = controller._answer(shown, ANSWER, ItemState.STREAMING)
    controller.keep_ledger(shown, 7)
    outlook = Outlook(7, 8, 48_300, 2_000, 128_000, moves=False, is_over=False, draft=14)
    controller.looking_ahead.foreseen = Foreseen("gpt-5", None, outlook)
    for name, text in PROMPTS:
        controller.library.kept_prompts[PromptId(name)] = SavedPrompt(PromptId(name), name, text)
    for name, model in ASSISTANTS:
        id_ = AssistantId(name)
        controller.library.kept_assistants[id_] = Assistant(id_, name, "Be kind.", model)
    window.attach(controller)
    window.pane.header.export_wanted.connect(lambda: None)
    if not streaming:
        controller.end_reply(shown, usage=Usage(300, 412))
    return controller


def writing(window: MainWindow, now: int) -> None:
    _set_out(window, now)
    window.scene = lambda: window.pane.composer.set_text(NEXT)


def _picture() -> QImage:
    picture = QImage(640, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    painter = QPainter(picture)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawEllipse(220, 100, 200, 200)
    painter.end()
    return picture


def files(window: MainWindow, now: int) -> None:
    """A picture, a document, one that is being read and one that cannot be."""
    controller = _set_out(window, now)

    def take() -> None:
        place = window._presenter._shown
        window.pane.composer.set_text("What do these say about the cooling curve?")
        _files(window).take_picture(place, _picture(), "kiln-shelf-after-firing.png")
        _files(window).take_text(place, "word " * 5_000, "firing log of november.txt")
        asyncio.get_running_loop().call_later(0.1, trouble)

    def trouble() -> None:
        controller.files.trouble = FileProtected("It opens only with a password.")
        _files(window).take_text(window._presenter._shown, "x", "glaze recipes.pdf")
        asyncio.get_running_loop().call_later(0.1, slow)

    def slow() -> None:
        controller.files.trouble, controller.files.slow = None, asyncio.Event()
        controller.files.share = (2, 5)
        _files(window).take_text(window._presenter._shown, "x", "everything about celadon.pdf")

    window.scene = take


def queued(window: MainWindow, now: int) -> None:
    _set_out(window, now, streaming=True)

    def ask() -> None:
        window.pane.composer.set_text(NEXT)
        window.pane.composer.field.submitted.emit()

    window.scene = ask


def prompts(window: MainWindow, now: int) -> None:
    _typed(window, now, "/")


def assistants(window: MainWindow, now: int) -> None:
    _typed(window, now, "@")


def _typed(window: MainWindow, now: int, text: str) -> None:
    _set_out(window, now)

    def type_() -> None:
        window.activateWindow()
        window.pane.composer.field.setFocus()
        window.pane.composer.field.insertPlainText(text)

    window.scene = type_


def places(window: MainWindow, now: int) -> None:
    """A prompt was put in, and its first place is to be filled."""
    _set_out(window, now)
    window.scene = lambda: window.pane.composer.field.put_in(PROMPTS[1][1])


def models(window: MainWindow, now: int) -> None:
    controller = _set_out(window, now)
    names = ("gpt-5", "gpt-5-mini", "gpt-5-nano", "o5", "qwen3-coder-480b-a35b-instruct")
    controller.offering.offered = tuple(OfferedModel(name, "", 400_000) for name in names)
    window.scene = window.pane.header.model_button.click


def over_budget(window: MainWindow, now: int) -> None:
    """A draft that is too long, and a question before it that waits for a decision."""
    controller = _set_out(window, now)
    outlook = Outlook(7, 8, 131_000, 2_000, 128_000, moves=False, is_over=True, draft=90_014)
    controller.looking_ahead.foreseen = Foreseen("gpt-5", "Kiln master", outlook)

    def refuse() -> None:
        window.pane.composer.set_text("word " * 60)
        fault = Fault("ContextOverBudget", "")
        controller.events.publish(ReplyNotBegun(window._presenter._shown, fault))

    window.scene = refuse


def long_paste(window: MainWindow, now: int) -> None:
    _set_out(window, now)

    def paste() -> None:
        content = QMimeData()
        content.setText("word " * MOST_PASTED)
        window.pane.composer.field.insertFromMimeData(content)

    window.scene = paste


def naming(window: MainWindow, now: int) -> None:
    _set_out(window, now)

    def ask() -> None:
        window.pane.composer.set_text("Explain {topic} as if I were a thermostat.")
        _writing(window)._completing._saving.ask()

    window.scene = ask


def field_menu(window: MainWindow, now: int) -> None:
    _set_out(window, now)

    def open_menu() -> None:
        field = window.pane.composer.field
        window.pane.composer.set_text(NEXT)
        menu = MessageField.createStandardContextMenu(field)
        field.menu_opening.emit(menu, 5)
        menu.popup(field.mapToGlobal(field.rect().center()))

    window.scene = open_menu


def dropping(window: MainWindow, now: int) -> None:
    """Something hangs over the conversation."""
    _set_out(window, now)

    def drag() -> None:
        content = QMimeData()
        content.setImageData(_picture())
        event = QDragEnterEvent(
            QPointF(100, 100).toPoint(),
            Qt.DropAction.CopyAction,
            content,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window.kept_content = content
        QApplication.sendEvent(window.pane, event)

    window.scene = drag
