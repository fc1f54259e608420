import pytest

from app.domain.errors import AddressMalformed
from app.domain.settings import OPENAI_ADDRESS, ProviderSettings, origin_of


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        (OPENAI_ADDRESS, "https://api.openai.com:443"),
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost:80"),
        ("HTTPS://API.Example.ORG/V1/", "https://api.example.org:443"),
        ("https://example.org:443", "https://example.org:443"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
        ("https://[2001:DB8::1]", "https://[2001:db8::1]:443"),
        ("https://bücher.example/v1", "https://bücher.example:443"),
    ],
)
def test_the_origin_is_scheme_host_and_port(address: str, origin: str) -> None:
    assert origin_of(address) == ProviderSettings(address, "m").origin == origin


REFUSED = (
    "",
    "api.openai.com/v1",
    "//api.openai.com/v1",
    "ftp://example.org/v1",
    "ftp://example.org:21/v1",
    "file:///etc/passwd",
    "javascript://example.org:1/",
    "https://",
    "https:///v1",
    "https://:443/v1",
    "https://user:secret@example.org/v1",
    "https://user@example.org/v1",
    "https://:secret@example.org/v1",
    "https://@example.org/v1",
    "https://example.org\\@evil.example/v1",
    "https://example.org@evil.example/v1",
    "https://example.org/v1?key=secret",
    "https://example.org/v1?",
    "https://example.org/v1#part",
    "https://example.org/v1#",
    "https://example.org:0/v1",
    "https://example.org:65536/v1",
    "https://example.org:-1/v1",
    "https://example.org:port/v1",
    "https://[::1/v1",
    "https://exam\nple.org/v1",
    "https://exam ple.org/v1",
    " https://example.org/v1",
    "https://example.org/v1\t",
    "https://example.org\x00.evil.example/v1",
)


def test_what_is_no_plain_address_of_a_service_is_refused() -> None:
    for address in REFUSED:
        with pytest.raises(AddressMalformed) as refusal:
            pytest.fail(f"taken for {origin_of(address)}: {address!r}")
        assert "secret" not in str(refusal.value)
