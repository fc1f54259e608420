"""Every exception of the SDK becomes one of ours, and none of its text comes along."""

import inspect
import ssl

import httpx2
import openai
import pytest

from app.domain.errors import (
    BugError,
    ContextTooLong,
    CredentialsRejected,
    ModelUnknown,
    ProviderBroken,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyRefused,
)
from app.providers.openai_errors import translated

SECRET = "sk-the-key-itself"
REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")


def ours(error: Exception) -> ProviderError:
    """Return what becomes of an error of the SDK's."""
    with pytest.raises(ProviderError) as caught, translated():
        raise error
    assert caught.value.__cause__ is error
    return caught.value


def status_error(status: int, body: object = None, **headers: str) -> openai.APIStatusError:
    response = httpx2.Response(status, request=REQUEST, headers=headers)
    return openai.APIStatusError(f"failed with {SECRET}", response=response, body=body)


def public_exceptions() -> list[type[Exception]]:
    found = [
        value
        for name, value in inspect.getmembers(openai, inspect.isclass)
        if not name.startswith("_") and issubclass(value, Exception)
    ]
    assert len(found) > 15
    return found


def test_no_exception_of_the_sdk_goes_past_us() -> None:
    strangers = [
        kind for kind in public_exceptions() if not issubclass(kind, openai.OpenAIError | ValueError)
    ]
    assert strangers == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (307, ProviderBroken),
        (400, ReplyRefused),
        (401, CredentialsRejected),
        (403, CredentialsRejected),
        (404, ModelUnknown),
        (422, ProviderBroken),
        (429, RateLimited),
        (500, ProviderBroken),
        (503, ProviderBroken),
    ],
)
def test_a_status_becomes_its_error_without_the_services_words(
    status: int, kind: type[ProviderError]
) -> None:
    error = ours(status_error(status, {"message": SECRET}))
    assert type(error) is kind
    assert SECRET not in f"{error!r} {error} {error.fault}"


@pytest.mark.parametrize("code", ["context_length_exceeded", "exceed_context_size_error"])
@pytest.mark.parametrize("field", ["code", "type"])
def test_a_context_that_is_too_long_is_told_apart(code: str, field: str) -> None:
    assert type(ours(status_error(400, {field: code}))) is ContextTooLong


@pytest.mark.parametrize(("header", "seconds"), [("3", 3.0), ("-1", 0.0), ("soon", None), ("", None)])
def test_the_time_to_wait_is_read_where_it_is_a_number(header: str, seconds: float | None) -> None:
    error = ours(status_error(429, **{"retry-after": header}))
    assert isinstance(error, RateLimited)
    assert error.retry_after == seconds


def test_the_true_cause_of_a_lost_connection_is_named() -> None:
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = httpx2.ConnectError("failed")
    error.__cause__.__context__ = ssl.SSLError("certificate verify failed")
    assert "certificate" in ours(error).summary


def test_a_timeout_is_a_service_that_did_not_answer() -> None:
    error = ours(openai.APITimeoutError(request=REQUEST))
    assert (type(error), error.summary) == (ProviderUnreachable, "The service did not answer in time.")


@pytest.mark.parametrize("error", [UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), RecursionError()])
def test_what_the_sdk_lets_through_is_a_broken_service(error: Exception) -> None:
    assert type(ours(error)) is ProviderBroken


def test_our_own_faults_pass_unchanged() -> None:
    with pytest.raises(BugError), translated():
        raise BugError("ours")
