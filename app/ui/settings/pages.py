"""How each page of the settings is made, once it is turned to."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.chat.controller import ChatController
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.appearance_page import AppearancePage
from app.ui.settings.assistants_page import AssistantsPage
from app.ui.settings.backups_page import BackupsPage
from app.ui.settings.context_page import ContextPage
from app.ui.settings.diagnostics_page import DiagnosticsPage
from app.ui.settings.models_page import ModelsPage
from app.ui.settings.page import Page
from app.ui.settings.place import Place
from app.ui.settings.prompts_page import PromptsPage
from app.ui.settings.retention_page import RetentionPage
from app.ui.settings.security_page import SecurityPage
from app.ui.settings.services_page import ServicesPage
from app.ui.settings.shortcuts_page import ShortcutsPage
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme

Makers = Mapping[Place, Callable[[], Page]]


class Around(Protocol):
    """What the pages ask of the dialog around them."""

    def close_for_key_change(self) -> None: ...
    def close_for_mending(self) -> None: ...
    def see(self, widget: QWidget) -> None: ...


def makers(
    theme: Theme, controller: ChatController, plain: PlainKeeper, shortcuts: Shortcuts, around: Around
) -> Makers:
    return MappingProxyType(
        {
            Place.SERVICES: lambda: ServicesPage(theme, controller.service_care),
            Place.MODELS: lambda: ModelsPage(theme, controller.models, controller.service_care),
            Place.ASSISTANTS: lambda: AssistantsPage(theme, controller.library, controller.removing),
            Place.PROMPTS: lambda: PromptsPage(theme, controller.library, controller.removing),
            Place.CONTEXT: lambda: ContextPage(theme, controller.shaping, controller.compacting),
            Place.APPEARANCE: lambda: AppearancePage(theme, plain),
            Place.SHORTCUTS: lambda: ShortcutsPage(theme, shortcuts),
            Place.SECURITY: lambda: SecurityPage(
                theme, controller.key_care, plain, around.close_for_key_change
            ),
            Place.BACKUPS: lambda: BackupsPage(
                theme, controller.backing_up, controller.checking, around.close_for_mending, around.see
            ),
            Place.RETENTION: lambda: RetentionPage(theme, controller.retaining, controller.backing_up),
            Place.DIAGNOSTICS: lambda: DiagnosticsPage(theme, controller.checking.diagnosing),
        }
    )
