"""What blocks share."""

from app.ui.theme.theme import Scheme
from app.ui.theme.tokens import READING
from app.ui.transcript.blocks.surroundings import Surroundings


def test_everything_grows_with_the_text(surroundings: Surroundings) -> None:
    surroundings.theme.resize_text(200)
    assert surroundings.lift(READING) > 0
    assert surroundings.font(READING).pixelSize() == 30
    assert surroundings.pixels(7.5) == 15


def test_the_look_changes_with_the_theme_and_the_size(surroundings: Surroundings) -> None:
    look, style = surroundings.look, surroundings.style_of_prose()
    surroundings.theme.choose(Scheme.DARK)
    assert surroundings.look != look
    assert surroundings.style_of_prose() != style
    look = surroundings.look
    surroundings.theme.resize_text(125)
    assert surroundings.look != look
