"""A field for several lines of plain text, which Tab leaves like any other."""

from PySide6.QtWidgets import QPlainTextEdit

from app.ui.theme.scale import scaled


class TextField(QPlainTextEdit):
    def __init__(self, height: int) -> None:
        super().__init__()
        self.setObjectName("text-field")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(scaled(height))
