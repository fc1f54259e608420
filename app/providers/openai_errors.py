"""From the SDK's exceptions to ours. Their texts may quote keys and prompts, so none is shown as it is."""

import math
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.domain.errors import (
    AddressMalformed,
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
from app.providers.json_values import mapping, text
from app.providers.service_failed import ServiceFailed
from app.providers.service_words import fit_to_show

if TYPE_CHECKING:
    from openai import APIError, APIStatusError

_BY_STATUS = MappingProxyType(
    {
        HTTPStatus.UNAUTHORIZED: (CredentialsRejected, "The service does not accept the key."),
        HTTPStatus.FORBIDDEN: (CredentialsRejected, "The key may not use this service or model."),
        HTTPStatus.NOT_FOUND: (ModelUnknown, "The service has no such model, or is not at this address."),
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: (
            ProviderUnreachable,
            "The proxy wants a name and a password, or does not accept them.",
        ),
    }
)
_FOR_NOW = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT})
_REFUSED = frozenset(
    {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}
)
_TOO_LONG = frozenset({"context_length_exceeded", "exceed_context_size_error"})
_TOO_LONG_WORDS = re.compile(r"(?i)(maximum|available|exceeds?\b.{0,40}) context (length|size|window)")
_LIMIT = re.compile(r"(?i)context (?:length|size|window)\D{0,20}(\d[\d,]{2,9})")
_NO_MODEL = frozenset({"model_not_found"})
_NOTHING_LEFT = frozenset({"insufficient_quota", "billing_hard_limit_reached"})
_BUSY = frozenset({"server_error", "overloaded_error", "server_is_overloaded", "slow_down"})
_WAIT = frozenset({"rate_limit_exceeded", "rate_limit_error"})
_PROXY_ANSWER = re.compile(r"\b407\b")


@dataclass(frozen=True, slots=True)
class Confidence:
    """What went out and must not come back in an error's words."""

    secrets: tuple[str, ...] = field(default=(), repr=False)
    sent: tuple[str, ...] = field(default=(), repr=False)
    via_proxy: bool = False

    def fit(self, words: object) -> str:
        return fit_to_show(words, self.secrets, self.sent)


NOTHING_SENT = Confidence()


@contextmanager
def translated(confidence: Confidence = NOTHING_SENT, *, begun: bool = False) -> Iterator[None]:
    """Raise ProviderError for whatever the SDK raises, or lets through, inside.

    Once a reply has begun, a connection that is lost has interrupted it.
    """
    import httpx2
    import openai

    try:
        yield
    except openai.APIStatusError as error:
        raise _hushed(_from_status(error, confidence), error, confidence) from error
    except (openai.APIConnectionError, httpx2.RequestError) as error:
        ours = _from_connection(error, confidence)
        if begun and isinstance(ours, ProviderUnreachable):
            raise ReplyInterrupted("The connection was lost in the middle of the reply.") from error
        raise ours from error
    except openai.APIError as error:
        code, words = text(error.code) or text(error.type), error.message
        raise _hushed(_from_words(code, words, confidence), error, confidence) from error
    except httpx2.InvalidURL as error:
        raise AddressMalformed("The address names no server that could be asked.") from error
    except openai.OpenAIError as error:
        raise ProviderBroken("The service reported an error in the middle of its reply.") from error
    except ServiceFailed as error:
        raise _from_words(error.code, error.words, confidence) from None
    except (ValueError, RecursionError) as error:  # what the SDK lets through: bad UTF-8, bad or deep JSON
        raise ProviderBroken("The service sent something that cannot be read.") from error


def _hushed(ours: ProviderError, error: "APIError", confidence: Confidence) -> ProviderError:
    """Take the service's words out of the SDK's error, which stays behind ours for as long as that lives."""
    error.message = confidence.fit(error.message) or type(error).__name__
    error.args = (error.message,)
    error.body = None
    return ours


def _from_status(error: "APIStatusError", confidence: Confidence) -> ProviderError:
    status, body = error.status_code, mapping(error.body)
    words = confidence.fit(_words_of(error.body))
    codes = {text(body.get("code")), text(body.get("type"))}
    if codes & _NOTHING_LEFT:
        return ReplyRefused(_with("The account behind the key has nothing left to spend.", words))
    if status in _BY_STATUS:
        kind, summary = _BY_STATUS[HTTPStatus(status)]
        return kind(_with(summary, words))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited(_with("The service asks to wait.", words), _seconds(error.response.headers))
    if status in _REFUSED:
        return _from_refusal(codes, error, words)
    if status < HTTPStatus.BAD_REQUEST:
        return ProviderBroken("The service points to another address, which Sotto does not follow.")
    summary = _with(f"The service failed with status {status}.", words)
    if status in _FOR_NOW or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ProviderBusy(summary, _seconds(error.response.headers))
    return ProviderBroken(summary)


def _words_of(body: object) -> str:
    """Return what the body of an error says, in any of the ways in which services say it."""
    if isinstance(body, str):
        return "" if "<" in body else body
    return text(mapping(body).get("message")) or text(mapping(body).get("detail"))


def _from_refusal(codes: set[str], error: "APIStatusError", words: str) -> ProviderError:
    body, told = mapping(error.body), _words_of(error.body)
    if codes & _TOO_LONG or _TOO_LONG_WORDS.search(told[:2000]):
        return ContextTooLong("What was sent is longer than the model can read.", _limit(body, told[:2000]))
    if codes & _NO_MODEL:
        return ModelUnknown(_with("The service has no such model.", words))
    return ReplyRefused(_with("The service does not accept the request.", words))


def _from_words(code: str, words: str, confidence: Confidence) -> ProviderError:
    """An error in place of the rest of a reply, or of all of it."""
    told = confidence.fit(words)
    if code in _TOO_LONG or _TOO_LONG_WORDS.search(words[:2000]):
        return ContextTooLong("What was sent is longer than the model can read.", _limit({}, words[:2000]))
    if code in _WAIT:
        return RateLimited(_with("The service asks to wait.", told))
    if code in _NOTHING_LEFT:
        return ReplyRefused(_with("The account behind the key has nothing left to spend.", told))
    if code in _BUSY:
        return ProviderBusy(_with("The service failed in the middle of its reply.", told))
    return ProviderBroken(_with("The service reported an error in the middle of its reply.", told))


def _with(summary: str, words: str) -> str:
    """Add the service's own words, where it has any to say."""
    return f"{summary} It says: {words.rstrip('.')}." if words else summary


def _limit(body: Mapping[str, Any], words: str) -> int | None:
    """Return how many tokens the model can read, if the service says so."""
    told = body.get("n_ctx")
    if type(told) is int and told > 0:
        return told
    found = _LIMIT.search(words)
    return int(found[1].replace(",", "")) if found else None


def _from_connection(error: Exception, confidence: Confidence) -> ProviderError:
    """Name the true cause, which the SDK hides in the chain of causes."""
    import httpx2
    import openai

    from app.providers.guarded_transport import AnswerRejected

    where = "proxy" if confidence.via_proxy else "service"
    for cause in _chain(error):
        match cause:
            case AnswerRejected():
                return ProviderBroken(str(cause))
            case httpx2.ProxyError():
                return ProviderUnreachable(_of_proxy(str(cause)))
            case httpx2.RemoteProtocolError() | httpx2.DecodingError():
                return ProviderUnreachable("What answers at this address hangs up, or is no web server.")
            case ssl.SSLCertVerificationError():
                return ProviderUnreachable("The service's certificate could not be trusted.")
            case ssl.SSLError():
                return ProviderUnreachable("No secure connection to the service could be made.")
            case socket.gaierror():
                return ProviderUnreachable(f"The {where}'s name could not be found.")
            case ConnectionRefusedError():
                return ProviderUnreachable(f"Nothing answers at the {where}'s address.")
            case openai.APITimeoutError() | httpx2.TimeoutException() | TimeoutError():
                return ProviderUnreachable(f"The {where} did not answer in time.")
    return ProviderUnreachable("The connection to the service failed.")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, what caused it, and what caused that. One of several attempts stands for all."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        several = cause.exceptions if isinstance(cause, BaseExceptionGroup) else ()
        cause = cause.__cause__ or cause.__context__ or next(iter(several), None)


def _of_proxy(words: str) -> str:
    if _PROXY_ANSWER.search(words):
        return _BY_STATUS[HTTPStatus.PROXY_AUTHENTICATION_REQUIRED][1]
    return "The proxy does not lead to the service."


def _seconds(headers: Mapping[str, str]) -> float | None:
    """Return how long to wait: given in milliseconds, in seconds, or as a moment by the service's clock."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name) or math.nan) * scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    try:
        until, now = (parsedate_to_datetime(headers.get(name) or "") for name in ("retry-after", "date"))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None
