"""How light, how large and how still, which holds at once, and which language from the next start on."""

from app.domain.plain_settings import Language, Scheme
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.page import Page
from app.ui.theme.scale import PERCENTS
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field


class AppearancePage(Page):
    def __init__(self, theme: Theme, plain: PlainKeeper) -> None:
        super().__init__(theme, tr("Appearance"))
        self._plain = plain
        self.scheme = Choice(theme, tr("Colours"), _schemes())
        self.text_size = Choice(theme, tr("Text size"), [(each, f"{each} %") for each in PERCENTS])
        self.language = Choice(theme, tr("Language"), _languages())
        self.still = CheckBox(theme, tr("Nothing moves by itself"))
        self.notifies = CheckBox(theme, tr("Tell me when a reply is ready while I am elsewhere"))
        self.notifies_titles = CheckBox(theme, tr("Name the conversation's title then"))
        text_hint = tr("Everything else grows along. Keys: Ctrl and +, Ctrl and −, Ctrl and 0.")
        self.put(
            Field(theme, tr("Colours"), self.scheme),
            Field(theme, tr("Text size"), self.text_size, text_hint),
            Field(theme, tr("Language"), self.language, tr("New words show when Sotto is started again.")),
            self.still,
            self.notifies,
            self.notifies_titles,
        )
        self.scheme.chosen.connect(lambda scheme: plain.change(scheme=scheme))
        self.text_size.chosen.connect(lambda percent: plain.change(text_percent=percent))
        self.language.chosen.connect(lambda language: plain.change(language=language))
        self.still.toggled.connect(lambda wanted: plain.change(reduces_motion=wanted))
        self.notifies.toggled.connect(lambda wanted: plain.change(notifies=wanted))
        self.notifies_titles.toggled.connect(lambda wanted: plain.change(notifies_titles=wanted))
        plain.changed.connect(self.look)

    def look(self) -> None:
        settings = self._plain.settings
        self.scheme.set_value(settings.scheme)
        self.text_size.set_value(settings.text_percent)
        self.language.set_value(settings.language)
        self.still.setChecked(settings.reduces_motion)
        self.notifies.setChecked(settings.notifies)
        self.notifies_titles.setChecked(settings.notifies_titles)
        self.notifies_titles.setEnabled(settings.notifies)


def _schemes() -> list[tuple[object, str]]:
    return [
        (Scheme.SYSTEM, tr("As the system has it")),
        (Scheme.LIGHT, tr("Light")),
        (Scheme.DARK, tr("Dark")),
    ]


def _languages() -> list[tuple[object, str]]:
    """A language is named in itself, so that it is found by who reads it."""
    return [
        (Language.SYSTEM, tr("As the system has it")),
        (Language.ENGLISH, "English"),
        (Language.GERMAN, "Deutsch"),
    ]
