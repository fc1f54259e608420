"""What is known of the models, and what a person knows better: how much one reads, and what it costs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QDoubleValidator, QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.chat.known_models import KnownModels
from app.chat.service_care import ServiceCare
from app.domain.errors import AppError
from app.domain.model_facts import ModelFacts, Price, Sampling
from app.ui.measures import grouped
from app.ui.settings.shelf_page import Row, ShelfPage
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText

_MOST_TOKENS, _MOST_DOLLARS = 100_000_000, 100_000.0
_EFFORTS = (
    ("low", "medium", "high"),
    ("minimal", "low", "medium", "high"),
    ("none", "low", "medium", "high"),
)


class ModelsPage(ShelfPage):
    def __init__(self, theme: Theme, models: KnownModels, care: ServiceCare) -> None:
        super().__init__(
            theme,
            tr("Models"),
            tr("What you enter of a model stands before what its service says and Sotto knows."),
            tr("Add a model"),
        )
        self._models = models
        self._care = care
        self._offered: tuple[str, ...] = ()
        self._chosen: dict[str, ModelFacts] = {}
        self.name, self.window_tokens, self.output = (QLineEdit() for _ in range(3))
        self.input_price, self.cached_price, self.output_price = (QLineEdit() for _ in range(3))
        for field in (self.window_tokens, self.output):
            field.setValidator(QIntValidator(1, _MOST_TOKENS, self))
        for field in (self.input_price, self.cached_price, self.output_price):
            field.setValidator(QDoubleValidator(0.0, _MOST_DOLLARS, 6, self))
        self.name_field = Field(theme, tr("Model"), self.name)
        self.window_field = Field(theme, tr("Reads, in tokens"), self.window_tokens)
        price_hint = tr("Dollars for a million tokens. Empty is unknown.")
        self.sampling = Choice(theme, tr("Temperature, Top P, seed, stops"), _samplings())
        self.efforts = Choice(theme, tr("Reasoning effort"))
        self.verbosity = Choice(theme, tr("Length of answers"), _taken())
        for choice in (self.sampling, self.efforts, self.verbosity):
            choice.chosen.connect(choice.set_value)
        taken_hint = tr("What a model does not take is not sent to it.")
        self.arrange_form(
            self.name_field,
            self.window_field,
            Field(theme, tr("Writes at most, in tokens"), self.output),
            Field(theme, tr("Price of what is read"), self.input_price, price_hint),
            Field(theme, tr("Price of what the service has at hand"), self.cached_price),
            Field(theme, tr("Price of what is written"), self.output_price),
            Field(theme, tr("Temperature, Top P, seed, stops"), self.sampling, taken_hint),
            Field(theme, tr("Reasoning effort"), self.efforts),
            Field(theme, tr("Length of answers"), self.verbosity),
        )
        self.nothing.set_text(tr("Nothing is known yet. Set up a service first, or add a model."))
        self.list_button = Button(theme, tr("Ask the service for its models"), PLAIN)
        self.listed_line = FlowText(theme, tone="quiet")
        self.listed_line.hide()
        self._overview_column.addWidget(FlowRow((self.list_button,)))
        self._overview_column.addWidget(self.listed_line)
        self.list_button.clicked.connect(lambda: self.errands.send(self._list()))

    async def load(self) -> Sequence[Row]:
        self._chosen = await self._models.chosen()
        services = await self._care.services()
        named = {saved.settings.model for saved in services}
        names = sorted({*self._chosen, *named, *self._offered}, key=str.casefold)
        return [Row(name, name, await self._about(name)) for name in names]

    async def _about(self, name: str) -> str:
        known = await self._models.known(name, self._origin())
        reads = tr("window assumed") if known.is_guess else _tokens(known.window)
        return tr("{reads}, yours").format(reads=reads) if name in self._chosen else reads

    def fill(self, key: str | None) -> QWidget:
        self.name.setText(key or "")
        self.name.setReadOnly(key is not None)
        self.name_field.explain()
        facts = self._chosen.get(key or "", ModelFacts())
        price = facts.price
        self.window_tokens.setText(str(facts.window or ""))
        self.output.setText(str(facts.output or ""))
        self.input_price.setText(f"{price.input:g}" if price else "")
        self.output_price.setText(f"{price.output:g}" if price else "")
        self.cached_price.setText("" if price is None or price.cached is None else f"{price.cached:g}")
        self.sampling.set_value(facts.sampling)
        self.efforts.offer(_efforts(facts.efforts), facts.efforts)
        self.verbosity.set_value(facts.verbosity)
        self.window_field.explain("")
        if key:
            self.errands.send(self._tell_known(key))
        return self.window_tokens if key else self.name

    def is_sound(self) -> bool:
        if not self.name.text().strip():
            self.name_field.object_to(tr("Enter the name by which the service knows the model."))
            return False
        return True

    async def keep(self, key: str | None) -> None:
        name = key or self.name.text().strip()
        before = self._chosen.get(name, ModelFacts())
        choices = {"sampling": self.sampling, "efforts": self.efforts, "verbosity": self.verbosity}
        taken = ModelFacts.from_mapping({name: choice.value for name, choice in choices.items()})
        facts = replace(
            before,
            window=int(self.window_tokens.text()) if self.window_tokens.text() else None,
            output=int(self.output.text()) if self.output.text() else None,
            price=self._price(),
            sampling=taken.sampling,
            efforts=taken.efforts,
            verbosity=taken.verbosity,
        )
        await self._models.choose(name, None if facts == ModelFacts() else facts)

    def remove(self) -> None:
        """Forget what the person entered; what is known otherwise holds again."""
        if self.key:
            self.errands.send(self._forget(self.key))

    def failed(self, error: AppError) -> None:
        super().failed(error)
        self.list_button.setEnabled(True)
        self.listed_line.set_text(self.trouble.text())
        self.listed_line.setVisible(not self.overview.isHidden())

    async def _forget(self, name: str) -> None:
        await self._models.choose(name, None)
        await self.load_rows()
        self.close_form()
        self.set_busy(busy=False)

    async def _tell_known(self, name: str) -> None:
        known = await self._models.known(name, self._origin())
        assumed = tr("Not known; {count} are assumed.").format(count=_tokens(known.window))
        told = tr("{count} are in force.").format(count=_tokens(known.window))
        self.window_field.explain(assumed if known.is_guess else told)

    async def _list(self) -> None:
        self.list_button.setEnabled(False)
        self._offered = tuple(model.name for model in await self._care.offered())
        self.list_button.setEnabled(True)
        told = tr("The service lists {count}.").format(count=_models(len(self._offered)))
        self.listed_line.set_text(told)
        self.listed_line.show()
        await self.load_rows()

    def _price(self) -> Price | None:
        read, cached, written = (
            field.text().replace(",", ".")
            for field in (self.input_price, self.cached_price, self.output_price)
        )
        if not read or not written:
            return None
        return Price(float(read), float(written), float(cached) if cached else None)

    def _origin(self) -> str:
        return self._care.asked.origin if self._care.asked else ""


def _samplings() -> list[tuple[object, str]]:
    return [
        (None, tr("As far as is known")),
        (Sampling.ALWAYS, tr("Always taken")),
        (Sampling.WITHOUT_EFFORT, tr("Taken where it does not reason")),
        (Sampling.NEVER, tr("Never taken")),
    ]


def _efforts(kept: tuple[str, ...] | None) -> list[tuple[object, str]]:
    """Offer the usual sets of words, and the one that is kept."""
    sets = dict.fromkeys((*_EFFORTS, *([kept] if kept else [])))
    return [
        (None, tr("As far as is known")),
        ((), tr("Never taken")),
        *((each, ", ".join(each)) for each in sets),
    ]


def _taken() -> list[tuple[object, str]]:
    return [(None, tr("As far as is known")), (True, tr("Always taken")), (False, tr("Never taken"))]


def _tokens(count: int) -> str:
    return tr("{count} tokens").format(count=grouped(count))


def _models(count: int) -> str:
    return tr("1 model") if count == 1 else tr("{count} models").format(count=grouped(count))
