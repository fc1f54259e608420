"""How Sotto runs."""

from PySide6.QtWidgets import QApplication

from app.ui.settings.diagnostics_page import DiagnosticsPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_settings import ScriptedDiagnosing
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


async def test_what_was_slow_is_told_and_can_be_copied(theme: Theme, show: Show) -> None:
    page = show(DiagnosticsPage(theme, ScriptedDiagnosing()))
    await until(page.copy_button.isEnabled, "the report")
    assert page.summary.text() == (
        "In the log: 1 slow call, 1 stall of the window. The history takes 21.0 MiB."
    )
    page.copy_button.click()
    assert "55 ms  history page (screen)" in QApplication.clipboard().text()
    assert page.copied.isVisible()
