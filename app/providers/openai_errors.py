"""From the SDK's exceptions to ours. Their texts may quote keys and prompts, so none is kept."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import (
    ContextTooLong,
    CredentialsRejected,
    ModelUnknown,
    ProviderBroken,
    ProviderError,
    ProviderUnreachable,
    RateLimited,
    ReplyRefused,
)

if TYPE_CHECKING:
    from openai import APIConnectionError, APIStatusError

_BY_STATUS = MappingProxyType(
    {
        HTTPStatus.UNAUTHORIZED: (CredentialsRejected, "The service does not accept the key."),
        HTTPStatus.FORBIDDEN: (CredentialsRejected, "The key may not use this service or model."),
        HTTPStatus.NOT_FOUND: (ModelUnknown, "The service has no such model, or is not at this address."),
    }
)
_TOO_LONG = frozenset({"context_length_exceeded", "exceed_context_size_error"})


@contextmanager
def translated() -> Iterator[None]:
    """Raise ProviderError for whatever the SDK raises, or lets through, inside."""
    import openai

    try:
        yield
    except openai.APITimeoutError as error:
        raise ProviderUnreachable("The service did not answer in time.") from error
    except openai.APIStatusError as error:
        raise _from_status(error) from error
    except openai.APIConnectionError as error:
        raise _from_connection(error) from error
    except openai.OpenAIError as error:
        raise ProviderBroken("The service reported an error in the middle of its reply.") from error
    except (ValueError, RecursionError) as error:  # what the SDK lets through: bad UTF-8, bad or deep JSON
        raise ProviderBroken("The service sent something that cannot be read.") from error


def _from_status(error: "APIStatusError") -> ProviderError:
    status = error.status_code
    if status in _BY_STATUS:
        kind, summary = _BY_STATUS[HTTPStatus(status)]
        return kind(summary)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited("The service asks to wait.", _seconds(error.response.headers.get("retry-after")))
    if status == HTTPStatus.BAD_REQUEST:
        too_long = {error.code, error.type} & _TOO_LONG
        return (
            ContextTooLong("What was sent is longer than the model can read.")
            if too_long
            else ReplyRefused("The service does not accept the request.")
        )
    if status < HTTPStatus.BAD_REQUEST:
        return ProviderBroken("The service points to another address, which Sotto does not follow.")
    return ProviderBroken(f"The service failed with status {status}.")


def _from_connection(error: "APIConnectionError") -> ProviderError:
    """Name the true cause, which the SDK hides in the chain of causes."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return ProviderUnreachable("The service's certificate could not be trusted.")
        if isinstance(cause, socket.gaierror):
            return ProviderUnreachable("The service's name could not be found.")
        if isinstance(cause, ConnectionRefusedError):
            return ProviderUnreachable("Nothing answers at the service's address.")
        cause = cause.__cause__ or cause.__context__
    return ProviderUnreachable("The connection to the service failed.")


def _seconds(header: str | None) -> float | None:
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None
