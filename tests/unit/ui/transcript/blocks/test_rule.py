"""A line across."""

from app.ui.transcript.blocks.painted_block import Highlights
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make, Picture, colours_of


def test_a_rule_is_a_line_without_text(make: Make, picture: Picture) -> None:
    rule = make("***")
    assert rule.height(WIDTH) == rule.estimate(WIDTH) == 1
    assert rule._around.theme.colours.line in colours_of(picture(rule, Highlights((0, 1))))
    assert rule.text() == ""
    assert rule.position_at(rule.rect_of(0).center()) == 0


def test_what_only_defines_is_not_seen(make: Make, picture: Picture) -> None:
    nothing = make("[a]: https://e.org\n")
    nothing.labels_changed()
    nothing.release()
    nothing.show(make("\n").block)
    assert nothing.height(WIDTH) == 0
    assert colours_of(picture(nothing)) == {nothing._around.theme.colours.ground}
