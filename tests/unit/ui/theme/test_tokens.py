"""The look's values, and its promise that every text can be read."""

from itertools import product

import pytest

from app.ui.theme.tokens import DARK, LIGHT, Colours, Tone

READABLE = 4.5
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

# Which text stands on which ground.
TEXT: list[tuple[Tone, tuple[Tone, ...]]] = [
    ("ink", ("ground", "side", "surface", "tint", "code", "hover", "chosen", "mark", "selection")),
    ("quiet", ("ground", "side", "surface", "hover", "chosen")),
    ("accent", ("ground", "surface", "side", "hover")),
    ("on_accent", ("accent",)),
    ("warn", ("ground", "surface")),
    ("bad", ("ground", "surface", "hover")),
    *((tone, ("code",)) for tone in ("quiet", "keyword", "string", "comment", "number", "function", "type")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def unreadable(colours: Colours) -> list[str]:
    pairs = [pair for ink, grounds in TEXT for pair in product([ink], grounds)]
    return [
        f"{ink} on {ground}: {ratio:.2f}"
        for ink, ground in pairs
        if (ratio := contrast(colours.of(ink), colours.of(ground))) < READABLE
    ]


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_every_text_can_be_read_on_every_ground_it_is_used_on(colours: Colours) -> None:
    assert unreadable(colours) == []


@SCHEMES
def test_every_tone_is_a_colour(colours: Colours) -> None:
    tones = [getattr(colours, name) for name in Colours.__slots__ if name != "shadow_strength"]
    assert all(len(tone) == 7 and int(tone[1:], 16) >= 0 for tone in tones)
