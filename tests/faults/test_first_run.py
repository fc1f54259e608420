"""A first run that ends at any of its calls to the keyring is taken up again, and never taken for another."""

import shutil
from collections.abc import Callable

import pytest

from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import Unlocked, confirm, unlock
from app.domain.errors import ArchiveMissing
from app.domain.ids import IdSource
from app.system.profile import Profile


class PowerCut(BaseException):
    """Ends everything at once; nobody may catch it."""


class FailingPower:
    """A keyring in memory. The power is cut at its nth call: before the call does anything, or after."""

    def __init__(self, call: int, *, after: bool) -> None:
        self.kept: dict[str, str] = {}
        self._calls_left = call
        self._after = after

    def get_password(self, _service: str, name: str) -> str | None:
        self._tick(lambda: None)
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, secret: str) -> None:
        self._tick(lambda: self.kept.update({name: secret}))

    def _tick(self, act: Callable[[], None]) -> None:
        self._calls_left -= 1
        if self._calls_left or self._after:
            act()
        if not self._calls_left:
            raise PowerCut


CALLS_OF_A_FIRST_RUN = 8


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", range(1, CALLS_OF_A_FIRST_RUN + 1))
def test_a_first_run_that_ends_anywhere_is_taken_up_again(
    profile: Profile, ids: IdSource, call: int, after: bool
) -> None:
    power = FailingPower(call, after=after)
    keyring = OsKeyring(power, "memory")  # type: ignore[arg-type]
    with pytest.raises(PowerCut):
        unlock(profile, keyring, ids.next)

    recovered = unlock(profile, keyring, ids.next)
    assert recovered.is_new
    profile.archive.touch()
    confirm(profile)
    assert unlock(profile, keyring, ids.next) == Unlocked(recovered.key, is_new=False)
    shutil.rmtree(profile.folder)
    profile.make()
    with pytest.raises(ArchiveMissing):
        unlock(profile, keyring, ids.next)


def test_a_first_run_makes_as_many_calls_as_were_cut(profile: Profile, ids: IdSource) -> None:
    power = FailingPower(CALLS_OF_A_FIRST_RUN + 1, after=False)
    keyring = OsKeyring(power, "memory")  # type: ignore[arg-type]
    unlock(profile, keyring, ids.next)
    with pytest.raises(PowerCut):
        keyring.get("one more")
