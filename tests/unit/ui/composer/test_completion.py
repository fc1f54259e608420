"""What is begun in front of the cursor."""

import pytest

from app.ui.composer.completion import Begun, begun_at


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("/", Begun("/", 0, "")),
        ("/trans", Begun("/", 0, "trans")),
        ("Please /tr", Begun("/", 7, "tr")),
        ("@", Begun("@", 0, "")),
        ("@Ada Love", Begun("@", 0, "Ada Love")),
    ],
)
def test_a_sign_begins_something(text: str, begun: Begun) -> None:
    assert begun_at(text, len(text)) == begun


@pytest.mark.parametrize("text", ["", "and/or", "/usr/bin", "mail me@home", " @Ada", "/a b", "x" * 39 + "/a"])
def test_a_sign_inside_a_word_begins_nothing(text: str) -> None:
    assert begun_at(text, len(text)) is None


def test_only_what_stands_in_front_of_the_cursor_counts() -> None:
    assert begun_at("/translate", 3) == Begun("/", 0, "tr")
    assert begun_at("/translate", 0) is None
