"""Which model services there are, which of them is asked, and whether they answer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.chat.service_care import ServiceCare
from app.domain.errors import AppError
from app.domain.ids import ProviderId
from app.domain.library import SavedProvider
from app.domain.settings import PRACTICE, ApiKind, ProviderSettings
from app.ui.settings.service_form import ServiceForm
from app.ui.settings.shelf_page import Row, ShelfPage
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText


class ServicesPage(ShelfPage):
    """A stored key is never shown; an empty field keeps it."""

    def __init__(self, theme: Theme, care: ServiceCare) -> None:
        super().__init__(
            theme,
            tr("Model services"),
            tr("Where answers come from. The one that is asked is marked; the others are kept for later."),
            tr("Add a service"),
        )
        self._care = care
        self._kept: dict[str, SavedProvider] = {}
        self._has_looked = False
        self.fields = ServiceForm(theme)
        self.proof = FlowText(theme, tone="quiet")
        self.test_button = Button(theme, tr("Test connection"), PLAIN)
        self.use_button = Button(theme, tr("Ask this one"), PLAIN)
        self.find_button = Button(theme, tr("Look on this computer"), PLAIN)
        self.practice_button = Button(theme, tr("Practise without a service"), PLAIN)
        self.found_line = FlowText(theme, tone="quiet")
        self._found_row = FlowRow()
        self._found_buttons: list[Button] = []
        self.nothing.set_text(tr("None is set up yet. One on this computer will do as well as any other."))
        self.arrange_form(self.fields, self.proof, further=(self.test_button, self.use_button))
        self._overview_column.addWidget(FlowRow((self.find_button, self.practice_button)))
        self._overview_column.addWidget(self.found_line)
        self._overview_column.addWidget(self._found_row)
        self.found_line.hide()
        self.practice_button.setAccessibleDescription(
            tr("What is built in answers then, and nobody is asked.")
        )
        self.test_button.clicked.connect(self._test)
        self.use_button.clicked.connect(lambda: self.errands.send(self._use()))
        self.find_button.clicked.connect(lambda: self.errands.send(self._find()))
        self.practice_button.clicked.connect(lambda: self.errands.send(self._practise()))
        self.fields.address_entered.connect(lambda: self.errands.send(self._tell_of_key()))

    async def load(self) -> Sequence[Row]:
        services = await self._care.services()
        self._kept = {saved.id: saved for saved in services}
        if not services and not self._has_looked and self.form.isHidden():
            self._open(None)  # a newcomer is here for one thing
        self._has_looked = True
        return [Row(saved.id, saved.settings.name, self._about(saved)) for saved in services]

    def _about(self, saved: SavedProvider) -> str:
        model = saved.settings.model
        return tr("{model}  ·  asked now").format(model=model) if saved.id == self._care.chosen else model

    def fill(self, key: str | None) -> QWidget:
        self.proof.hide()
        saved = self._kept.get(key or "")
        self.fields.fill(saved.settings if saved else None)
        self.use_button.setVisible(saved is not None and saved.id != self._care.chosen)
        self.errands.send(self._tell_of_key())
        return self.fields.address if saved is None else self.fields.model

    def is_sound(self) -> bool:
        self.proof.hide()
        return self.fields.is_sound()

    async def keep(self, key: str | None) -> None:
        service = ProviderId(key) if key else None
        await self._care.keep(self.fields.entered(), self.fields.key_entered(), service)
        self.fields.key.clear()

    def remove(self) -> None:
        saved = self._kept.get(self.key or "")
        if saved:
            self.errands.send(self._remove(saved))

    def end(self) -> None:
        super().end()
        self._care.let_go()
        self.fields.blockSignals(True)
        self.fields.key.clear()

    def failed(self, error: AppError) -> None:
        super().failed(error)
        self.find_button.setEnabled(True)
        self.test_button.set_words(tr("Test connection"))

    async def _remove(self, saved: SavedProvider) -> None:
        await self._care.remove(saved.id)
        await self.show_removed(saved.settings.name, self._care.bring_back)

    async def _use(self) -> None:
        if self.key:
            await self._care.choose(ProviderId(self.key))
            await self.load_rows()
            self.close_form()

    async def _practise(self) -> None:
        known = [each for each in await self._care.services() if each.settings.api is ApiKind.PRACTICE]
        kept = known[0] if known else await self._care.keep(PRACTICE, None)
        await self._care.choose(kept.id)
        await self.load_rows()

    async def _tell_of_key(self) -> None:
        """A key belongs to an address: say whether there is one for what is entered."""
        try:
            stored = await self._care.has_key(self.fields.entered())
        except AppError:
            stored = False  # the keyring's trouble is told when it is needed
        self.fields.tell_of_key(stored=stored)

    def _test(self) -> None:
        self.complain()
        if self.is_sound():
            self.set_busy(busy=True)
            self.test_button.set_words(tr("Asking…"))
            self.errands.send(self._try(self.fields.entered(), self.fields.key_entered()))

    async def _try(self, settings: ProviderSettings, key: str | None) -> None:
        """Ask the service whether it is there, takes the key and has the model. Nothing is kept."""
        await self._care.check(settings, key)
        self.set_busy(busy=False)
        self.test_button.set_words(tr("Test connection"))
        self.proof.set_text(tr("The service answers, and it has this model."))
        self.proof.show()

    async def _find(self) -> None:
        self.find_button.setEnabled(False)
        found = await self._care.found_here()
        self.find_button.setEnabled(True)
        for widget in self._found_buttons:
            self._found_row.take(widget)
        self._found_buttons.clear()
        for proposal in found:
            button = Button(self._theme, proposal.name, PLAIN)
            button.clicked.connect(partial(self._propose, proposal))
            self._found_buttons.append(button)
            self._found_row.put((button,))
            self.setTabOrder(self.practice_button, button)
        told = tr("Found here:") if found else tr("No server answers at the usual ports of this computer.")
        self.found_line.set_text(told)
        self.found_line.show()

    def _propose(self, proposal: ProviderSettings, _checked: bool = False) -> None:
        self._open(None)
        self.fields.fill(proposal)
