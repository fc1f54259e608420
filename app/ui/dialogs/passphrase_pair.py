"""A new passphrase, typed twice: a slip of the finger would close a file for ever."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.translation import tr


class PassphrasePair(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field, name in ((self.first, tr("New passphrase")), (self.second, tr("The same again"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            column.addWidget(field)

    @property
    def text(self) -> str:
        return self.first.text()

    @property
    def is_even(self) -> bool:
        """Whether both say the same."""
        return self.first.text() == self.second.text()

    def objection(self) -> str:
        """Say what is wrong with what was typed; nothing, if it can be used."""
        if not self.first.text():
            self.first.setFocus()
            return tr("Type a passphrase.")
        if not self.is_even:
            self.second.setFocus()
            return tr("The two are not the same. Type the second one again.")
        return ""
