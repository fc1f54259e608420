"""The keys of model services, one entry for each origin: a key never goes to another server than its own."""

from app.credentials.os_keyring import OsKeyring


class ApiKeys:
    def __init__(self, keyring: OsKeyring) -> None:
        self._keyring = keyring

    def get(self, origin: str) -> str | None:
        return self._keyring.get(_entry(origin))

    def set(self, origin: str, api_key: str) -> None:
        self._keyring.set(_entry(origin), api_key)


def _entry(origin: str) -> str:
    return f"api:{origin}"
