from app.ui.panels import later
from tests.fixtures.put_off import loaded_at_the_start, put_off_by


def test_what_is_put_off_is_not_loaded_before_the_first_list() -> None:
    assert not put_off_by(later) & loaded_at_the_start()


def test_what_somebody_else_loads_after_all_is_seen() -> None:
    early = "import app.ui.panels.map_panel\n"
    assert put_off_by(later) & loaded_at_the_start(early) == {"app.ui.panels.map_panel"}
