import pytest

from app.domain.errors import AddressMalformed, BugError, NameTaken
from app.domain.ids import ProviderId
from app.domain.library import SavedProvider
from app.store.driver import Connection
from app.store.providers import keep_provider, list_providers, remove_provider

LOCAL = SavedProvider(ProviderId("1"), "local", "http://127.0.0.1:8080/v1", {"models": ["a"]})
FAR = SavedProvider(ProviderId("2"), "Far", "https://bücher.example/v1")


def test_services_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for provider in (LOCAL, FAR):
        assert keep_provider(connection, provider, 1) == provider
    assert list_providers(connection) == [FAR, LOCAL]
    changed = SavedProvider(FAR.id, "Near", "https://near.example", {"x": 1})
    keep_provider(connection, changed, 2)
    assert list_providers(connection) == [LOCAL, changed]


def test_a_services_name_is_its_own(connection: Connection) -> None:
    keep_provider(connection, LOCAL, 1)
    with pytest.raises(NameTaken):
        keep_provider(connection, SavedProvider(FAR.id, "LOCAL", FAR.base_url), 1)


@pytest.mark.parametrize(
    "address", ["https://me:secret@example.org", "ftp://example.org", "example.org", "\ud83d"]
)
def test_an_address_that_could_hold_a_secret_is_not_kept(connection: Connection, address: str) -> None:
    with pytest.raises(AddressMalformed):
        keep_provider(connection, SavedProvider(FAR.id, "Far", address), 1)
    assert list_providers(connection) == []


def test_a_removed_service_is_gone(connection: Connection) -> None:
    keep_provider(connection, LOCAL, 1)
    remove_provider(connection, LOCAL.id)
    assert list_providers(connection) == []
    with pytest.raises(BugError):
        remove_provider(connection, LOCAL.id)
