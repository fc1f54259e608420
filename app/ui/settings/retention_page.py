"""After how long without a change conversations go by themselves."""

from app.chat.backing_up import BackingUp
from app.chat.retaining import Retaining
from app.ui.dialogs.retention_part import RetentionPart
from app.ui.settings.page import Page
from app.ui.theme.theme import Theme
from app.ui.translation import tr


class RetentionPage(Page):
    def __init__(self, theme: Theme, retaining: Retaining, backing_up: BackingUp) -> None:
        super().__init__(theme, tr("Deleting by itself"))
        self.retention = RetentionPart(theme, retaining, backing_up)
        self.retention.title.hide()  # the page's own says the same
        self.put(self.retention)

    def look(self) -> None:
        self.retention.look()

    def end(self) -> None:
        self.retention.end()
