"""The care of keys in memory, with the face of KeyCare."""

from app.domain.errors import AppError, RecoveryKeyMistyped
from app.domain.ways import KeyState, RecoveryStage

RECOVERY_KEY = "-".join(["4T7K", "9QXM", "0RB2", "ZP6H", "WD3F", "8NCJ", "YV5A"] * 2)


class ScriptedKeyCare:
    """Knows one recovery key. `trouble` is raised by every act, if there is any."""

    def __init__(self) -> None:
        self.known = KeyState(in_keyring=True, has_passphrase=False, recovery=RecoveryStage.NONE)
        self.trouble: AppError | None = None
        self.passphrase = ""
        self.deferred = 0

    async def state(self) -> KeyState:
        return self.known

    async def create_recovery_key(self) -> str:
        self._change(recovery=RecoveryStage.PENDING)
        return RECOVERY_KEY

    async def confirm_recovery_key(self, typed: str) -> None:
        if typed != RECOVERY_KEY:
            raise RecoveryKeyMistyped("There is a slip.")
        self._change(recovery=RecoveryStage.CONFIRMED)

    async def defer_recovery_key(self) -> None:
        self._change()
        self.deferred += 1

    async def set_passphrase(self, passphrase: str, *, alone: bool) -> None:
        self._change(has_passphrase=True, in_keyring=not alone)
        self.passphrase = passphrase

    async def remove_passphrase(self) -> None:
        self._change(has_passphrase=False, in_keyring=True)

    def _change(
        self,
        *,
        recovery: RecoveryStage | None = None,
        has_passphrase: bool | None = None,
        in_keyring: bool | None = None,
    ) -> None:
        if self.trouble:
            raise self.trouble
        before = self.known
        self.known = KeyState(
            before.in_keyring if in_keyring is None else in_keyring,
            before.has_passphrase if has_passphrase is None else has_passphrase,
            recovery or before.recovery,
        )
