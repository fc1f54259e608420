from pytestqt.qtbot import QtBot

from app.ui.dialogs.key_change_part import KeyChangePart
from app.ui.theme.theme import Theme


def test_it_says_what_a_change_means_before_it_is_wanted(qtbot: QtBot, theme: Theme) -> None:
    part = KeyChangePart(theme)
    qtbot.addWidget(part)
    assert "Backups made before keep the old key" in part.state.text()
    with qtbot.waitSignal(part.wanted):
        part.change_button.click()
