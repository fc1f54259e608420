import inspect

import pytest

from app.providers.openai_provider import OpenAIProvider
from app.providers.practice_provider import PracticeProvider
from app.providers.provider import Provider

PARTS = {
    name: part for name, part in inspect.getmembers(Provider, inspect.isfunction) if not name.startswith("_")
}


@pytest.mark.parametrize("kind", [OpenAIProvider, PracticeProvider])
def test_every_provider_does_all_of_its_part(kind: type) -> None:
    assert len(PARTS) == 8
    for name, part in PARTS.items():
        assert (
            inspect.signature(getattr(kind, name)).parameters.keys()
            == inspect.signature(part).parameters.keys()
        )
