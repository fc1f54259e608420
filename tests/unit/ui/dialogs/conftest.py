"""The window that a dialog stands in front of."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """Ends after the dialogs do, which qtbot would not see to."""
    made = QWidget()
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents()
