"""What is wider than its frame."""

from app.ui.transcript.blocks.sideways import Sideways


def test_it_moves_as_far_as_there_is_text() -> None:
    sideways = Sideways()
    assert not sideways.move(10)
    sideways.measure(500, 400)
    assert sideways.is_needed
    assert sideways.move(60)
    assert sideways.move(60)
    assert sideways.at == 100
    assert not sideways.move(1)
    assert sideways.move(-1000)
    assert sideways.at == 0


def test_the_widest_part_counts_until_the_frame_changes() -> None:
    sideways = Sideways()
    sideways.measure(900, 400)
    sideways.measure(500, 400)
    sideways.move(450)
    assert sideways.at == 450
    sideways.measure(500, 480)
    assert sideways.at == 20
    sideways.forget()
    assert not sideways.is_needed
