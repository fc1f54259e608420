"""Which addresses may be followed, and where they truly lead."""

import pytest

from app.markup.links import host_of, is_followed, is_worth_reading


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://example.org/a?b#c", "example.org"),
        ("HTTP://EXAMPLE.org:8080", "example.org"),
        ("https://paypal.com@evil.org/", "evil.org"),
        ("https://аpple.com", "xn--pple-43d.com"),
        ("mailto:somebody@example.org", "example.org"),
        ("https://", ""),
        ("https://[::1", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("notes.md", ""),
    ],
)
def test_the_host_is_the_one_that_would_be_asked(address: str, host: str) -> None:
    assert host_of(address) == host
    assert is_followed(address) is bool(host)


@pytest.mark.parametrize(
    "address", ["javascript:x", "FILE:///x", "data:image/png;base64,AA", "//share/x", "\\\\nas\\x"]
)
def test_other_schemes_and_shares_are_not_read_as_links(address: str) -> None:
    assert not is_worth_reading(address)


@pytest.mark.parametrize("address", ["#top", "notes.md", "https://example.org", "a/b:c"])
def test_places_in_the_text_and_the_web_are(address: str) -> None:
    assert is_worth_reading(address)
