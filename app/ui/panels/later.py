"""What is opened beside a conversation or in front of it: loaded when it is first wanted.

Before the first list that would be a tenth of all that is loaded.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.chat.controller import ChatController
from app.domain.ids import ConversationId, ItemId
from app.ui.panels.panel import Panel
from app.ui.plain_keeper import PlainKeeper
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.ui.panels.first_run_page import FirstRunPage


def statistics(theme: Theme, controller: ChatController, parent: QWidget) -> QDialog:
    from app.ui.statistics.statistics_dialog import StatisticsDialog

    return StatisticsDialog(theme, controller, parent)


def conversation_settings(
    theme: Theme, controller: ChatController, parent: QWidget, conversation: ConversationId
) -> QDialog:
    from app.ui.conversation.conversation_dialog import ConversationDialog

    return ConversationDialog(theme, controller, parent, conversation)


def context_panel(theme: Theme, controller: ChatController) -> Panel:
    from app.ui.panels.context_panel import ContextPanel

    return ContextPanel(theme, controller)


def map_panel(theme: Theme, controller: ChatController, clock: Callable[[], int]) -> Panel:
    from app.ui.panels.map_panel import MapPanel

    return MapPanel(theme, controller, clock)


def given_panel(theme: Theme, controller: ChatController, reply: ItemId) -> Panel:
    from app.ui.panels.given_panel import GivenPanel

    return GivenPanel(theme, controller, reply)


def first_run(theme: Theme, controller: ChatController, plain: PlainKeeper) -> "FirstRunPage":
    from app.ui.panels.first_run_page import FirstRunPage

    return FirstRunPage(theme, controller.service_care, controller.key_care, plain)
