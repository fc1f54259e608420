import pytest

from app.ui.measures import about, counted, rounded, size


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "1 KiB"), (300_000, "292 KiB"), (21 << 20, "21.0 MiB"), (300 << 30, "300.0 GiB")],
)
def test_sizes_are_told_in_the_unit_that_fits(count: int, told: str) -> None:
    assert size(count) == told


@pytest.mark.parametrize("seconds", [None, 0, 4.9])
def test_what_nobody_waits_for_is_not_announced(seconds: float | None) -> None:
    assert about(seconds) == ""


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (5, "about 10 seconds"),
        (51, "about 60 seconds"),
        (61, "about 1 minute"),
        (130, "about 2 minutes"),
        (7300, "about 2 hours"),
    ],
)
def test_a_wait_is_told_roughly(seconds: float, told: str) -> None:
    assert about(seconds) == told


def test_numbers_go_with_their_things() -> None:
    assert [counted(number, "message") for number in (0, 1, 2, 12_345)] == [
        "0 messages",
        "1 message",
        "2 messages",
        "12 345 messages",
    ]


def test_a_large_number_is_read_at_a_glance() -> None:
    assert [rounded(count) for count in (940, 4_820, 48_300, 128_000, 999_900, 1_200_000)] == [
        "940",
        "4.8\N{NO-BREAK SPACE}k",
        "48\N{NO-BREAK SPACE}k",
        "128\N{NO-BREAK SPACE}k",
        "1.0\N{NO-BREAK SPACE}M",
        "1.2\N{NO-BREAK SPACE}M",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0"), (412, "412"), (2_000, "2 k"), (2_449, "2.4 k"), (48_200, "48 k"), (1_230_000, "1.2 M")],
)
def test_numbers_are_as_short_as_the_eye_wants_them(count: int, words: str) -> None:
    assert rounded(count).replace("\N{NO-BREAK SPACE}", " ") == words
