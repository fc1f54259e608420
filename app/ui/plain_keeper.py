"""Keeps the plain settings: what holds at present, and the file that remembers it."""

from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.plain_settings import PlainSettings
from app.system.plain_file import read_plain_settings, write_plain_settings

_REST_MS = 400  # several changes in a row become one write


class PlainKeeper(QObject):
    """Without a file the settings hold for this run alone.

    Signals:
        changed: the settings are others now.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings = read_plain_settings(file) if file else PlainSettings()
        self._writing: Thread | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._write)

    @property
    def is_lasting(self) -> bool:
        """Whether there is a file that remembers."""
        return self._file is not None

    def change(self, **values: Any) -> None:  # noqa: ANN401  # each as its field has it
        """Let these values hold from now on, and remember them."""
        changed = replace(self.settings, **values)
        if changed != self.settings:
            self.settings = changed
            if self._file:
                self._rest.start()
            self.changed.emit()

    def end(self) -> None:
        """Write what is not written yet, and wait for it."""
        if self._rest.isActive():
            self._rest.stop()
            self._write()
        self._wait()

    def _write(self) -> None:
        """A disk may take its time, so it is waited for elsewhere."""
        self._wait()
        if self._file:
            work = (self._file, self.settings)
            self._writing = Thread(target=write_plain_settings, args=work, name="plain settings")
            self._writing.start()

    def _wait(self) -> None:
        if self._writing:
            self._writing.join()
            self._writing = None
