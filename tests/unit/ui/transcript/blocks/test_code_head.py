"""The line above code."""

from app.ui.transcript.blocks.code_head import CodeHead
from app.ui.transcript.blocks.painted_block import Knob
from app.ui.transcript.blocks.surroundings import Surroundings


def test_the_knobs_stand_at_the_right_side_by_side(surroundings: Surroundings) -> None:
    head = CodeHead("py", surroundings)
    head.offers_wrap = True
    copy, wrap = head.rect_of(Knob.COPY, 400), head.rect_of(Knob.WRAP, 400)
    assert copy.right() == 395
    assert wrap.right() == copy.left()
    assert head.knob_at(copy.center(), 400) is Knob.COPY
    assert head.knob_at(wrap.center(), 400) is Knob.WRAP
    assert head.knob_at(wrap.bottomLeft(), 300) is None


def test_wrapping_is_offered_only_where_something_is_too_long(surroundings: Surroundings) -> None:
    head = CodeHead("py", surroundings)
    assert head.rect_of(Knob.WRAP, 400).isEmpty()
    head.wraps = True
    assert not head.rect_of(Knob.WRAP, 400).isEmpty()


def test_light_goes_where_the_pointer_is(surroundings: Surroundings) -> None:
    head = CodeHead("py", surroundings)
    assert head.light(Knob.COPY)
    assert not head.light(Knob.COPY)
    assert head.light(None)
