"""Qt's application, and the window's outlines on the screen before anything else is loaded."""

import os
import sys
from time import monotonic

from PySide6.QtWidgets import QApplication

from app.ui.descriptions import Descriptions
from app.ui.shell import Shell
from app.ui.theme.theme import Theme

_PATIENCE_SECONDS = 1.0  # a window that is begun minimised is never painted, and must work all the same


class Application:
    """One for the life of the process. Closing the last window ends nothing: the end of the loop does."""

    def __init__(self, *, offscreen: bool) -> None:
        if offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self.qt = QApplication(sys.argv[:1])
        self.qt.setApplicationName("Sotto")
        self.qt.setDesktopFileName("sotto")
        self.qt.setQuitOnLastWindowClosed(False)
        self.theme = Theme(self.qt)
        self._descriptions = Descriptions()
        self.shell = Shell(self.theme.colours)

    def show_shell(self) -> None:
        """Put the window on the screen, and return once it has been painted."""
        self.shell.show()
        end = monotonic() + _PATIENCE_SECONDS
        while not self.shell.is_painted and monotonic() < end:
            self.qt.processEvents()
