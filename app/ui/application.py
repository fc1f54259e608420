"""Qt's application, and the window's outlines on the screen before anything else is loaded."""

import os
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QApplication

from app.ui.descriptions import Descriptions
from app.ui.languages import speak
from app.ui.plain_imports import import_plainly
from app.ui.plain_keeper import PlainKeeper
from app.ui.shell import Shell
from app.ui.theme.theme import Theme
from app.ui.window_place import place_of, put

_PATIENCE_SECONDS = 1.0  # a window that is begun minimised is never painted, and must work all the same


class Application:
    """One for the life of the process. Closing the last window ends nothing: the end of the loop does."""

    def __init__(self, *, offscreen: bool, plain_file: Path | None = None) -> None:
        if offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        import_plainly()
        self.qt = QApplication(sys.argv[:1])
        self.qt.setApplicationName("Sotto")
        self.qt.setDesktopFileName("sotto")
        self.qt.setQuitOnLastWindowClosed(False)
        self._descriptions = Descriptions()
        self.plain = PlainKeeper(plain_file, self.qt)
        settings = self.plain.settings
        speak(self.qt, settings.language)
        self.theme = Theme(self.qt, settings.scheme, settings.text_percent)
        self.theme.let_move(wanted=not settings.reduces_motion)
        self.shell = Shell(self.theme.colours, settings.sidebar_width)
        self.shell.closed.connect(lambda: self.plain.change(window=place_of(self.shell)))

    def show_shell(self) -> None:
        """Put the window on the screen, and return once it has been painted."""
        if place := self.plain.settings.window:
            put(self.shell, place)
        self.shell.show()
        end = monotonic() + _PATIENCE_SECONDS
        while not self.shell.is_painted and monotonic() < end:
            self.qt.processEvents()
