"""The ways that lead into a locked archive: which there are, and what a person answers when asked for one."""

from dataclasses import dataclass, field
from enum import StrEnum

_REMINDED_AFTER = 7 * 24 * 3_600_000_000


class Way(StrEnum):
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  # the word, not one
    RECOVERY_KEY = "recovery key"
    NEW_PASSPHRASE = "new passphrase"  # noqa: S105  # where there is no keyring, on a first run


@dataclass(frozen=True, slots=True)
class Answer:
    """A way that a person takes. `remember` asks for the key to be put into this computer's keyring again."""

    way: Way
    secret: str = field(default="", repr=False)
    remember: bool = False


class RecoveryStage(StrEnum):
    """PENDING from the showing of a recovery key until it has been typed back."""

    NONE = "none"
    PENDING = "pending"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class KeyState:
    """How the archive can be opened at present. Moments are microseconds."""

    in_keyring: bool
    has_passphrase: bool
    recovery: RecoveryStage
    deferred_at: int | None = None

    def needs_reminder(self, now: int) -> bool:
        """Whether it is time to ask for a recovery key: a lost keyring would take the history with it."""
        if self.recovery is RecoveryStage.CONFIRMED:
            return False
        return self.deferred_at is None or now - self.deferred_at > _REMINDED_AFTER
