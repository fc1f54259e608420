import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.conversation import Versions
from app.domain.ids import ItemId
from app.ui.theme.theme import Theme
from app.ui.transcript.version_steps import VersionSteps

VERSIONS = Versions((ItemId("a"), ItemId("b"), ItemId("c")), 0)
AREA = QRect(40, 20, 60, 16)


@pytest.fixture
def steps(theme: Theme, ground: QWidget) -> VersionSteps:
    return VersionSteps(theme, ground)


def test_its_buttons_lie_over_the_arrows(steps: VersionSteps) -> None:
    steps.lay_out(VERSIONS, AREA)
    assert (steps.x(), steps.width(), steps.geometry().center().y()) == (40, 60, 27)
    assert (steps.step(-1).x(), steps.step(1).geometry().right()) == (0, 59)
    assert steps.accessibleName() == "Version 1 of 3"


def test_only_where_it_leads_somewhere_a_button_can_be_pressed(qtbot: QtBot, steps: VersionSteps) -> None:
    steps.lay_out(VERSIONS, AREA)
    assert not steps.step(-1).isEnabled()
    with qtbot.waitSignal(steps.wanted) as wanted:
        qtbot.mouseClick(steps.step(1), Qt.MouseButton.LeftButton)
    assert wanted.args == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_goes_a_step_as_well(qtbot: QtBot, steps: VersionSteps, key: Qt.Key) -> None:
    steps.lay_out(VERSIONS, AREA)
    with qtbot.waitSignal(steps.wanted):
        qtbot.keyClick(steps.step(1), key)


def test_it_is_mirrored_where_writing_runs_leftward(steps: VersionSteps) -> None:
    steps.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    steps.lay_out(VERSIONS, AREA)
    assert steps.step(1).x() == 0


def test_at_rest_the_arrow_is_left_to_who_painted_it(steps: VersionSteps) -> None:
    steps.lay_out(VERSIONS, AREA)
    step = steps.step(1)
    at_rest = step.grab().toImage()
    assert len({at_rest.pixel(x, y) for x in range(16) for y in range(24)}) == 1
    step.setFocus(Qt.FocusReason.TabFocusReason)
    assert steps.has_focus
    lit = step.grab().toImage()
    assert len({lit.pixel(x, y) for x in range(16) for y in range(24)}) > 5
