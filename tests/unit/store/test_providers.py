from dataclasses import replace

import pytest

from app.domain.errors import AddressMalformed, BugError, EmptyName, NameTaken
from app.domain.ids import ProviderId
from app.domain.library import SavedProvider
from app.domain.settings import ApiKind, Found, Patience, ProviderSettings
from app.store.driver import Connection
from app.store.providers import (
    choose_provider,
    chosen_provider,
    find_provider,
    free_name,
    keep_provider,
    list_providers,
    remove_provider,
)

LOCAL = SavedProvider(
    ProviderId("1"),
    ProviderSettings(
        "http://127.0.0.1:8080/v1",
        "größer/模型",
        4096,
        "local",
        ApiKind.FIND_OUT,
        Found(ApiKind.CHAT, prefills=True),
        (("api-key", "x"), ("X-Team", "y")),
        "http://me:pass@proxy.example:3128",
        "/etc/ca.pem",
        Patience(1, 2, 3, 4),
    ),
)
FAR = SavedProvider(ProviderId("2"), ProviderSettings("https://bücher.example/v1", "m", name="Far"))


def test_services_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for provider in (LOCAL, FAR):
        assert keep_provider(connection, provider, 1) == provider
    assert list_providers(connection) == [FAR, LOCAL]
    near = ProviderSettings("https://near.example", "n", name="Near")
    changed = keep_provider(connection, SavedProvider(FAR.id, near), 2)
    assert list_providers(connection) == [LOCAL, changed]
    assert find_provider(connection, FAR.id) == changed


def test_a_services_name_is_its_own(connection: Connection) -> None:
    keep_provider(connection, LOCAL, 1)
    with pytest.raises(NameTaken):
        keep_provider(connection, SavedProvider(FAR.id, replace(FAR.settings, name="LOCAL")), 1)
    with pytest.raises(EmptyName):
        keep_provider(connection, SavedProvider(FAR.id, replace(FAR.settings, name=" ")), 1)


def test_a_free_name_has_a_number_if_need_be(connection: Connection) -> None:
    keep_provider(connection, LOCAL, 1)
    keep_provider(connection, SavedProvider(FAR.id, replace(FAR.settings, name="Local 2")), 1)
    assert free_name(connection, "Local", ProviderId("3")) == "Local 3"
    assert free_name(connection, "local", LOCAL.id) == "local"
    assert free_name(connection, "new", LOCAL.id) == "new"


@pytest.mark.parametrize(
    "address", ["https://me:secret@example.org", "ftp://example.org", "example.org", "\ud83d"]
)
def test_an_address_that_could_hold_a_secret_is_not_kept(connection: Connection, address: str) -> None:
    with pytest.raises(AddressMalformed):
        keep_provider(connection, SavedProvider(FAR.id, replace(FAR.settings, base_url=address)), 1)
    assert list_providers(connection) == []


def test_the_chosen_service_is_remembered(connection: Connection) -> None:
    assert chosen_provider(connection) is None
    for provider in (LOCAL, FAR):
        keep_provider(connection, provider, 1)
        assert choose_provider(connection, provider.id) == provider
    remove_provider(connection, LOCAL.id)
    assert chosen_provider(connection) == FAR
    with pytest.raises(BugError):
        choose_provider(connection, LOCAL.id)


def test_a_removed_service_is_gone_and_no_longer_chosen(connection: Connection) -> None:
    keep_provider(connection, LOCAL, 1)
    choose_provider(connection, LOCAL.id)
    remove_provider(connection, LOCAL.id)
    assert (list_providers(connection), chosen_provider(connection)) == ([], None)
    assert find_provider(connection, LOCAL.id) is None
    with pytest.raises(BugError):
        remove_provider(connection, LOCAL.id)
    keep_provider(connection, LOCAL, 1)
    assert chosen_provider(connection) is None
