"""The quiet line that says what went wrong."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, LIGHT
from app.ui.widgets.notice import Notice

LONG = "The reply broke off here. What had arrived was kept. Send the question again for a whole one."


@pytest.fixture
def notice(qtbot: QtBot, theme: Theme) -> Notice:
    made = Notice(theme)
    qtbot.addWidget(made)
    made.say(LONG, "bad")
    return made


def test_an_assistive_tool_reads_the_sentence(notice: Notice) -> None:
    assert notice.accessibleName() == LONG


def test_it_is_as_high_as_its_lines(notice: Notice) -> None:
    assert notice.heightForWidth(2000) == INTERFACE.line
    assert notice.heightForWidth(200) > 3 * INTERFACE.line


@pytest.mark.parametrize("tone", ["warn", "bad"])
def test_sign_and_words_have_the_colour_of_their_weight(notice: Notice, tone: str) -> None:
    notice.say(LONG, tone)
    notice.resize(400, notice.heightForWidth(400))
    image = notice.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(400) for y in range(image.height())}
    assert getattr(LIGHT, tone) in seen
