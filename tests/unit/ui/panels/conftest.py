"""A window on a core whose conversation has branches, and short ways to its panels."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.domain.branch_map import branch_map
from app.ui.main_window import MainWindow
from app.ui.panels.context_list import ContextList
from app.ui.panels.context_model import ContextModel
from app.ui.panels.context_panel import ContextPanel
from app.ui.panels.context_rows import ContextRows
from app.ui.panels.map_list import MapList
from app.ui.panels.map_model import MapModel
from app.ui.panels.map_panel import MapPanel
from app.ui.panels.panel import PanelKind
from app.ui.theme.theme import Theme
from tests.fakes.scripted_branches import few
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_inspecting import an_item, told
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW


@pytest.fixture
async def map_panel(window: MainWindow, controller: ScriptedController) -> MapPanel:
    """The map of a main line with two ways off it, open beside the conversation."""
    controller.branches.shape = few()
    window.pane.beside.wanted.emit(PanelKind.MAP)
    panel = window.pane.beside.panel
    assert isinstance(panel, MapPanel)
    await until(panel.model.rowCount, "the map")
    return panel


@pytest.fixture
def map_list(qtbot: QtBot, theme: Theme) -> MapList:
    """The same map as a list alone, at the row that is shown."""
    model = MapModel()
    made = MapList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.load(branch_map(few()), NOW)
    made.resize(384, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setCurrentIndex(model.shown_tip())
    made.setFocus()
    return made


@pytest.fixture
def rows() -> Callable[[MapPanel], list[str]]:
    """What the rows of a map say, as far in as they stand."""

    def read(panel: MapPanel) -> list[str]:
        places = [panel.model.index(place) for place in range(panel.model.rowCount())]
        return ["  " * panel.model.level(place) + str(place.data()) for place in places]

    return read


@pytest.fixture
def context_list(qtbot: QtBot, theme: Theme) -> ContextList:
    """What is sent of nine items: from the sixth on, without the eighth."""
    model = ContextModel()
    made = ContextList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.load(ContextRows(told(9, 6), 9, has_question=True), frozenset())
    model.learn(range(1, 10), [an_item(at) for at in range(1, 10)])
    made.resize(384, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go_to_cut()
    made.setFocus()
    return made


@pytest.fixture
async def context_panel(window: MainWindow) -> ContextPanel:
    """What the model sees, open beside the conversation."""
    window.pane.beside.wanted.emit(PanelKind.CONTEXT)
    panel = window.pane.beside.panel
    assert isinstance(panel, ContextPanel)
    await until(panel.body.model.rowCount, "what the model sees")
    return panel
