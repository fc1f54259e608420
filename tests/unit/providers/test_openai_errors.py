"""Every exception of the SDK becomes one of ours, and no secret and nothing that was sent comes along."""

import inspect
import socket
import ssl

import httpx2
import openai
import pytest

from app.domain.errors import (
    AddressMalformed,
    BugError,
    ContextTooLong,
    CredentialsRejected,
    ModelUnknown,
    ProviderBroken,
    ProviderBusy,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyInterrupted,
    ReplyRefused,
)
from app.providers.openai_errors import NOTHING_SENT, Confidence, translated
from app.providers.service_failed import ServiceFailed

SECRET = "sk-the-key-itself"
REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")


def ours(error: Exception, confidence: Confidence = NOTHING_SENT, *, begun: bool = False) -> ProviderError:
    """Return what becomes of an error of the SDK's."""
    with pytest.raises(ProviderError) as caught, translated(confidence, begun=begun):
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
        (407, ProviderUnreachable),
        (408, ProviderBusy),
        (409, ProviderBusy),
        (418, ProviderBroken),
        (422, ReplyRefused),
        (429, RateLimited),
        (500, ProviderBusy),
        (503, ProviderBusy),
    ],
)
def test_a_status_becomes_its_error_without_a_key_that_the_service_quotes(
    status: int, kind: type[ProviderError]
) -> None:
    error = ours(status_error(status, {"message": SECRET}))
    assert type(error) is kind
    assert SECRET not in f"{error!r} {error} {error.fault} {error.__cause__!r} {error.__cause__}"


@pytest.mark.parametrize("code", ["context_length_exceeded", "exceed_context_size_error"])
@pytest.mark.parametrize("field", ["code", "type"])
def test_a_context_that_is_too_long_is_told_apart(code: str, field: str) -> None:
    assert type(ours(status_error(400, {field: code}))) is ContextTooLong


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("This model's maximum context length is 8,192 tokens. However, you requested 9000.", 8192),
        ("request (36020 tokens) exceeds the available context size (2048 tokens)", 2048),
        ("The prompt exceeds the context window", None),
    ],
)
@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_context_that_is_too_long_is_known_by_words_and_teaches_its_limit(
    status: int, words: str, limit: int | None
) -> None:
    error = ours(status_error(status, {"message": words}))
    assert isinstance(error, ContextTooLong)
    assert error.limit == limit


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "-1"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "3", "retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "Fri, 02 Jan 2026 00:00:09 GMT", "date": "Fri, 02 Jan 2026 00:00:00 GMT"}, 9.0),
        ({"retry-after": "Fri, 02 Jan 2026 00:00:09 GMT"}, None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_the_time_to_wait_is_read_where_there_is_one(
    status: int, headers: dict[str, str], seconds: float | None
) -> None:
    error = ours(status_error(status, **headers))
    assert isinstance(error, RateLimited | ProviderBusy)
    assert error.retry_after == seconds


def test_an_account_with_nothing_left_is_not_worth_another_attempt() -> None:
    error = ours(status_error(429, {"code": "insufficient_quota", "message": "You exceeded your quota."}))
    assert (type(error), error.retryable) == (ReplyRefused, False)
    assert error.summary.endswith("It says: You exceeded your quota.")


@pytest.mark.parametrize("body", ["model 'x' not found", {"detail": "model 'x' not found"}])
def test_a_services_words_are_shown_in_whatever_way_it_says_them(body: object) -> None:
    assert ours(status_error(404, body)).summary.endswith("It says: model 'x' not found.")


@pytest.mark.parametrize("body", ["<html>404</html>", {"message": ["odd"], "code": []}, [1], None])
def test_what_is_no_sentence_is_not_shown(body: object) -> None:
    assert "It says" not in ours(status_error(404, body)).summary


def test_what_was_sent_is_not_shown_even_if_the_service_quotes_it() -> None:
    sent = "a long and very private question about quokkas"
    error = ours(status_error(400, {"message": f"cannot answer: {sent}"}), Confidence(sent=(sent,)))
    assert error.summary == "The service does not accept the request."
    assert sent not in f"{error!r} {error.__cause__!r} {error.__cause__}"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("server_error", ProviderBusy),
        ("rate_limit_exceeded", RateLimited),
        ("insufficient_quota", ReplyRefused),
        ("context_length_exceeded", ContextTooLong),
        ("anything", ProviderBroken),
    ],
)
def test_an_error_in_the_middle_of_a_reply_is_told_by_its_code(code: str, kind: type[ProviderError]) -> None:
    with pytest.raises(ProviderError) as caught, translated():
        raise ServiceFailed(code, "It broke.")
    assert type(caught.value) is kind
    assert type(ours(openai.APIError("It broke.", REQUEST, body={"code": code}))) is kind


def test_a_connection_that_is_lost_in_the_middle_has_interrupted_the_reply() -> None:
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = httpx2.ReadError("gone")
    assert type(ours(error)) is ProviderUnreachable
    assert type(ours(error, begun=True)) is ReplyInterrupted


def test_what_httpx_lets_through_is_translated_too() -> None:
    assert type(ours(httpx2.ReadError("gone"))) is ProviderUnreachable


def test_an_address_that_names_nobody_is_the_persons_to_change() -> None:
    with pytest.raises(AddressMalformed), translated():
        raise httpx2.InvalidURL("bad")


@pytest.mark.parametrize(
    ("cause", "via_proxy", "summary"),
    [
        (ssl.SSLCertVerificationError(), False, "The service's certificate could not be trusted."),
        (ssl.SSLError(), False, "No secure connection to the service could be made."),
        (socket.gaierror(), False, "The service's name could not be found."),
        (socket.gaierror(), True, "The proxy's name could not be found."),
        (ConnectionRefusedError(), False, "Nothing answers at the service's address."),
        (ConnectionRefusedError(), True, "Nothing answers at the proxy's address."),
        (ExceptionGroup("", [ConnectionRefusedError()]), False, "Nothing answers at the service's address."),
        (httpx2.ConnectTimeout("late"), False, "The service did not answer in time."),
        (
            httpx2.ProxyError("407 no"),
            True,
            "The proxy wants a name and a password, or does not accept them.",
        ),
        (httpx2.ProxyError("502 no"), True, "The proxy does not lead to the service."),
        (
            httpx2.RemoteProtocolError("?"),
            False,
            "What answers at this address hangs up, or is no web server.",
        ),
        (OSError(), False, "The connection to the service failed."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_the_true_cause_of_a_lost_connection_is_named(
    cause: Exception, via_proxy: bool, summary: str
) -> None:
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = httpx2.ConnectError("failed")
    error.__cause__.__context__ = cause
    assert ours(error, Confidence(via_proxy=via_proxy)).summary == summary


def test_a_timeout_is_a_service_that_did_not_answer() -> None:
    error = ours(openai.APITimeoutError(request=REQUEST))
    assert (type(error), error.summary) == (ProviderUnreachable, "The service did not answer in time.")


@pytest.mark.parametrize("error", [UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), RecursionError()])
def test_what_the_sdk_lets_through_is_a_broken_service(error: Exception) -> None:
    assert type(ours(error)) is ProviderBroken


def test_our_own_faults_pass_unchanged() -> None:
    with pytest.raises(BugError), translated():
        raise BugError("ours")
