"""What paints its own content describes it to assistive tools as well.

Qt asks for the description of an object once, and uses it for as long as both exist. It is kept here until
the process ends: a tool may hold on to it longer than anybody else.
"""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface


class Described:
    """Beside QWidget in the ancestry of a widget that says what is painted on it."""

    def describe(self) -> QAccessibleInterface:
        """Return a new description."""
        raise NotImplementedError


class Descriptions:
    """One for the life of the process: Qt never forgets whom it may ask."""

    def __init__(self) -> None:
        self._made: list[QAccessibleInterface] = []
        QAccessible.installFactory(self._describe)

    def _describe(self, _kind: str, described: object) -> Any:  # noqa: ANN401  # None: Qt describes it
        if not isinstance(described, Described):
            return None
        self._made.append(described.describe())
        return self._made[-1]
