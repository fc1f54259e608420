from app.domain.layout import PANEL_WIDTH


def test_a_width_is_a_number_of_pixels() -> None:
    assert PANEL_WIDTH.accepts(PANEL_WIDTH.default)
    assert not PANEL_WIDTH.accepts("wide")
