import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import AddressMalformed, ConnectionMalformed
from app.domain.settings import (
    OPENAI_ADDRESS,
    PRACTICE,
    ApiKind,
    Found,
    Patience,
    ProviderSettings,
    origin_of,
    require_sound,
)


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


WHOLE = ProviderSettings(
    "https://example.org",
    "m",
    5,
    "mine",
    ApiKind.FIND_OUT,
    Found(ApiKind.CHAT, prefills=True),
    (("api-key", "secret"),),
    "http://me:secret@proxy.example:3128",
    "/etc/ca.pem",
    Patience(1, 2, 3, 4),
)


@pytest.mark.parametrize("settings", [WHOLE, ProviderSettings("https://example.org", "m"), PRACTICE])
def test_settings_are_kept_and_read_back_as_they_were(settings: ProviderSettings) -> None:
    kept = json.loads(json.dumps(settings.to_mapping()))
    assert ProviderSettings.from_mapping(settings.name, settings.base_url, kept) == settings


def test_what_an_older_or_newer_version_kept_can_be_read() -> None:
    read = ProviderSettings.from_mapping(
        "n", "https://example.org", {"model": "m", "new": 1, "patience": {"x": 1}}
    )
    assert read == ProviderSettings("https://example.org", "m", name="n")
    assert ProviderSettings.from_mapping("n", "https://example.org", {}).model == ""


def test_no_secret_shows_in_a_repr() -> None:
    assert "secret" not in repr(WHOLE)


def test_what_is_spoken_is_set_or_found_or_not_known_yet() -> None:
    assert ProviderSettings("https://example.org", "m").spoken is None
    assert WHOLE.spoken == Found(ApiKind.CHAT, prefills=True)
    assert replace(WHOLE, api=ApiKind.RESPONSES).spoken == Found(ApiKind.RESPONSES)


@pytest.mark.parametrize("settings", [WHOLE, PRACTICE, replace(WHOLE, proxy="https://proxy.example")])
def test_sound_settings_are_taken(settings: ProviderSettings) -> None:
    assert require_sound(settings) is None


@pytest.mark.parametrize(
    "change",
    [
        {"headers": (("two words", "x"),)},
        {"headers": (("", "x"),)},
        {"headers": (("a", "x\r\nHost: y"),)},
        {"headers": (("a", "ü"),)},
        {"headers": (("Host", "x"),)},
        {"headers": (("accept-encoding", "gzip"),)},
        {"proxy": "socks5://127.0.0.1:1080"},
        {"proxy": "127.0.0.1:8080"},
        {"proxy": "http://"},
        {"proxy": "http://me:secret@"},
        {"patience": Patience(first=0)},
        {"patience": Patience(idle=-1)},
        {"patience": Patience(total=float("nan"))},
        {"patience": Patience(connect=100_000)},
    ],
    ids=str,
)
def test_unsound_settings_are_refused_without_quoting_a_secret(change: dict[str, Any]) -> None:
    with pytest.raises(ConnectionMalformed) as refusal:
        require_sound(replace(WHOLE, **change))
    assert "secret" not in str(refusal.value)


def test_an_unfit_address_is_refused_with_the_rest() -> None:
    with pytest.raises(AddressMalformed):
        require_sound(replace(WHOLE, base_url="ftp://example.org"))
