"""Keys and backups: what opens the history, what brings it back, and how long it is kept."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.ui.dialogs.backup_part import BackupPart
from app.ui.dialogs.check_part import CheckPart
from app.ui.dialogs.key_change_part import KeyChangePart
from app.ui.dialogs.passphrase_part import PassphrasePart
from app.ui.dialogs.recovery_part import RecoveryPart
from app.ui.dialogs.retention_part import RetentionPart
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.widgets.button import PRIMARY, Button
from app.ui.wording import words_for

_MARGIN, _BETWEEN = 24, 28
_HEIGHT, _LEAST_HEIGHT = 700, 360


class SafetyDialog(QDialog):
    """Shows what the core knows when it is opened. Nothing secret stays in it when it is closed.

    Signals:
        key_change_wanted: the archive's key is to be changed; the dialog closes itself.
        mending_wanted: damage was found, and something is to be done about it; the dialog closes itself.
    """

    key_change_wanted = Signal()
    mending_wanted = Signal()

    def __init__(self, theme: Theme, controller: ChatController, parent: QWidget) -> None:
        super().__init__(parent)
        self._care = controller.key_care
        self._errands = Errands(self._could_not_look)
        self.recovery = RecoveryPart(theme, self._care)
        self.passphrase = PassphrasePart(theme, self._care)
        self._backing_up = controller.backing_up
        self.backups = BackupPart(theme, self._backing_up)
        self.retention = RetentionPart(theme, controller.retaining, self._backing_up)
        self.retention.deleted.connect(lambda _count: self._errands.send(self._look()))
        self._checking = controller.checking
        self.check = CheckPart(theme, self._checking)
        self.check.mending_wanted.connect(self._mend)
        self.key_change = KeyChangePart(theme)
        self.key_change.wanted.connect(self._change_key)
        self.done_button = Button(theme, "Done", PRIMARY)
        self._arrange(parent.window().height())
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(self._end)
        self.setWindowTitle("Keys and backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands.send(self._look())

    async def _look(self) -> None:
        state = await self._care.state()
        self.recovery.show_state(state)
        self.passphrase.show_state(state)
        self.backups.show_state(await self._backing_up.state())
        self.retention.look()
        self.check.show_seconds(await self._checking.seconds_expected())

    def _could_not_look(self, error: AppError) -> None:
        self.recovery.complain(words_for(error.fault).sentence)

    def _change_key(self) -> None:
        self.accept()
        self.key_change_wanted.emit()

    def _mend(self) -> None:
        self.accept()
        self.mending_wanted.emit()

    def _end(self) -> None:
        self._errands.cancel()
        self.recovery.end()
        self.passphrase.end()
        self.backups.end()
        self.retention.end()
        self.check.end()

    def _arrange(self, height_around: int) -> None:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        column.setSpacing(_BETWEEN)
        for part in (
            self.recovery,
            self.passphrase,
            self.backups,
            self.retention,
            self.check,
            self.key_change,
        ):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(parts)
        # Once there is room for what was found, it is scrolled to.
        self.check.told.connect(
            lambda: QTimer.singleShot(0, self, lambda: scroll.ensureWidgetVisible(self.check))
        )
        for ground in (scroll.viewport(), parts):
            ground.setAutoFillBackground(False)  # the dialog's own shows through
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(scroll)
        around.addLayout(buttons)
        room = height_around - 2 * _MARGIN
        self.resize(parts.sizeHint().width() + 12, min(_HEIGHT, max(_LEAST_HEIGHT, room)))
