"""Pictures of every page of the settings."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from app.domain.errors import SecretMissing
from app.domain.ids import ProviderId
from app.domain.library import Assistant, SavedPrompt
from app.domain.model_facts import ModelFacts, Price
from app.domain.settings import PRACTICE, ProviderSettings
from app.domain.ways import Way
from app.ui.main_window import MainWindow
from app.ui.panels.first_run_page import FirstRunPage
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.wording import words_for
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery import scenes

HERE = ProviderSettings("http://127.0.0.1:11434/v1", "llama3.2", name="Ollama")


def _core(now: int) -> ScriptedController:
    controller = scenes.core(now)
    care = controller.service_care
    care._kept[ProviderId("two")] = HERE
    care._kept[ProviderId("three")] = PRACTICE
    care.models = ("gpt-5", "gpt-5-mini", "gpt-4o")
    care.here = [HERE]
    controller.models.own["gpt-5-mini"] = ModelFacts(window=200_000, price=Price(0.25, 2.0, 0.025))
    library = controller.library
    for name, text in (
        ("Proofread", "Please mend spelling and grammar, and nothing else."),
        ("Shorter", "Say it in half the words."),
    ):
        id_ = library.new_prompt_id()
        library.kept_prompts[id_] = SavedPrompt(id_, name, text)
    for name, model in (("Potter", "gpt-5"), ("Translator", None)):
        id_ = library.new_assistant_id()
        library.kept_assistants[id_] = Assistant(
            id_, name, "You know all about glazes.", model, {"effort": "low"}
        )
    return controller


def at(place: Place, *, opens: int | None = None, adds: bool = False) -> Callable[[MainWindow, int], None]:
    """Return the scene of a page, perhaps with the form of one of its rows, or with an empty one."""

    def scene(window: MainWindow, now: int) -> None:
        window.attach(_core(now))

        def show() -> None:
            window.open_settings(place)
            page = window.findChild(SettingsDialog).pages[place]
            if adds:
                page.add_button.click()
            elif opens is not None:
                page.errands.send(_open(page, opens))

        window.scene = show

    return scene


async def _open(page: object, row: int) -> None:
    await page.load_rows()
    page.rows.itemActivated.emit(page.rows.item(row))


def more(window: MainWindow, now: int) -> None:
    """The form of a service with all its details."""
    at(Place.SERVICES, opens=0)(window, now)
    before = window.scene

    def show() -> None:
        before()
        page = window.findChild(SettingsDialog).pages[Place.SERVICES]
        QTimer.singleShot(100, window, page.fields.more_button.click)

    window.scene = show


def found_here(window: MainWindow, now: int) -> None:
    at(Place.SERVICES)(window, now)
    before = window.scene

    def show() -> None:
        before()
        window.findChild(SettingsDialog).pages[Place.SERVICES].find_button.click()

    window.scene = show


def _newcomer(window: MainWindow, now: int) -> FirstRunPage:
    controller = ScriptedController(now, provider=None)
    controller.service_care.here = [HERE]
    window.attach(controller)
    page = FirstRunPage(window._theme, controller.service_care, controller.key_care, window.plain)
    window._pages.addWidget(page)
    window._pages.setCurrentWidget(page)
    page.begin()
    window.destroyed.connect(page._errands.cancel)
    return page


def welcome(window: MainWindow, now: int) -> None:
    _newcomer(window, now)


def welcome_key(window: MainWindow, now: int) -> None:
    _newcomer(window, now)._ask_for_key()


def welcome_recovery(window: MainWindow, now: int) -> None:
    _newcomer(window, now)._ask_for_recovery()


def welcome_end(window: MainWindow, now: int) -> None:
    _newcomer(window, now)._end_well()


def unlock_restoring(window: MainWindow, _now: int) -> None:
    """A key that is missing, with the ways that are left."""
    words = words_for(SecretMissing("Gone.").fault)
    window.threshold.ask(words, (Way.RECOVERY_KEY, Way.PASSPHRASE), restores=True)
    window.show_threshold()
