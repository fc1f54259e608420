from argparse import Namespace

import pytest

from app.domain.errors import AddressMalformed, InputError, ProviderMissing
from app.domain.settings import ProviderSettings
from app.verbs.service import chosen_service, key_from

LOCAL = "http://127.0.0.1:1234/v1"
STORED = ProviderSettings(LOCAL, "stored", 9000)
OPENAI = ProviderSettings("https://api.openai.com/v1", "m")


def typed(
    *, base_url: str | None = None, model: str | None = None, from_environment: bool = False
) -> Namespace:
    return Namespace(base_url=base_url, model=model, from_environment=from_environment)


@pytest.mark.parametrize(
    ("options", "stored", "service"),
    [
        (typed(), STORED, STORED),
        (typed(model="other"), STORED, ProviderSettings(LOCAL, "other", 9000)),
        (typed(base_url=LOCAL), STORED, STORED),
        (typed(base_url="http://[::1]:1/v1", model="m"), STORED, ProviderSettings("http://[::1]:1/v1", "m")),
        (typed(base_url=LOCAL, model="m"), None, ProviderSettings(LOCAL, "m")),
        (typed(from_environment=True, model="m"), STORED, OPENAI),
    ],
)
def test_what_is_named_comes_before_what_is_stored(
    options: Namespace, stored: ProviderSettings | None, service: ProviderSettings
) -> None:
    assert chosen_service(options, stored, {}) == service


def test_the_environments_address_is_taken_only_when_asked_for() -> None:
    environment = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    assert chosen_service(typed(), STORED, environment) == STORED
    asked = chosen_service(typed(from_environment=True, model="m"), STORED, environment)
    assert asked.base_url == "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("options", "stored", "error"),
    [
        (typed(model="m"), None, ProviderMissing),
        (typed(base_url=LOCAL), None, InputError),
        (typed(base_url="http://[::1]:1/v1"), STORED, InputError),
        (typed(base_url="nowhere", model="m"), None, AddressMalformed),
    ],
)
def test_no_question_goes_to_a_service_that_nobody_named(
    options: Namespace, stored: ProviderSettings | None, error: type[InputError]
) -> None:
    with pytest.raises(error):
        chosen_service(options, stored, {})


@pytest.mark.parametrize(
    ("environment", "service", "key"),
    [
        ({"OPENAI_API_KEY": "sk-1"}, OPENAI, "sk-1"),
        ({"OPENAI_API_KEY": "sk-1"}, STORED, None),
        ({"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": LOCAL}, STORED, "sk-1"),
        ({"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": LOCAL}, OPENAI, None),
        ({"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "nowhere"}, OPENAI, None),
        ({"OPENAI_API_KEY": ""}, OPENAI, None),
        ({}, OPENAI, None),
    ],
)
def test_the_environments_key_goes_to_its_own_service_alone(
    environment: dict[str, str], service: ProviderSettings, key: str | None
) -> None:
    assert key_from(environment, service) == key
