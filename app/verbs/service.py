"""Which service answers from the command line, and which key it may see."""

from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from app.domain.errors import AddressMalformed, InputError, ProviderMissing
from app.domain.settings import OPENAI_ADDRESS, ProviderSettings, origin_of

_ADDRESS, _KEY = "OPENAI_BASE_URL", "OPENAI_API_KEY"


def chosen_service(
    options: Namespace, stored: ProviderSettings | None, environment: Mapping[str, str]
) -> ProviderSettings:
    """Return the service that was named, or else the one set up in the window. Raises InputError."""
    address = options.base_url or (_named_address(environment) if options.from_environment else None)
    if stored and address in (None, stored.base_url):
        return replace(stored, model=options.model) if options.model else stored
    if address is None:
        raise ProviderMissing(
            "No model service has been set up yet: name one with --base-url and --model, "
            "or take it from OPENAI_BASE_URL with --from-environment and --model."
        )
    if not options.model:
        raise InputError("For a service that is not set up in the window, --model must name the model.")
    origin_of(address)
    return ProviderSettings(address, options.model)


def key_from(environment: Mapping[str, str], service: ProviderSettings) -> str | None:
    """Return the environment's key if this service may see it: it belongs to OPENAI_BASE_URL's origin."""
    with suppress(AddressMalformed):
        if origin_of(_named_address(environment)) == service.origin:
            return environment.get(_KEY) or None
    return None


def _named_address(environment: Mapping[str, str]) -> str:
    return environment.get(_ADDRESS) or OPENAI_ADDRESS
