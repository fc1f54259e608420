"""How long one conversation is kept, in a dialog of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.ids import ConversationId
from app.ui.dialogs.part import PART_WIDTH
from app.ui.dialogs.retention_part import RetentionPart
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PRIMARY, Button
from app.ui.widgets.fitting import fitting

_MARGIN = 24


class RetentionDialog(QDialog):
    """Closes itself when the conversation has gone."""

    def __init__(
        self, theme: Theme, controller: ChatController, parent: QWidget, conversation: ConversationId
    ) -> None:
        super().__init__(parent)
        self.part = RetentionPart(theme, controller.retaining, controller.backing_up, conversation)
        self.done_button = Button(theme, tr("Done"), PRIMARY)
        self.part.setFixedWidth(fitting(PART_WIDTH, parent))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addWidget(self.part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        column.addLayout(buttons)
        self.done_button.clicked.connect(self.accept)
        self.part.deleted.connect(self.accept)
        self.finished.connect(self.part.end)
        self.setWindowTitle(tr("Deleting by itself"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.part.look()
