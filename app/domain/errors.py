"""Everything that can go wrong, and whose fault it is.

    AppError              the world's fault: shown in words, never holds a key, a header or message text
      StoreError          StoreBusy, StoreDamaged, StoreFromFuture, StoreMissing, DiskFull, StoreReadOnly,
                          ItemLost, NewestLost, ReserveUsed
        StoreDamaged      NothingReadable, DamageFound, NotThisHistory, LogOfAnother
        DiskFull          RoomTooSmall
      CredentialError     KeyringUnavailable, KeyringLocked, KeyringRefused, SecretMissing, WrongKeyring,
                          KeyMismatch, SecretMalformed, ArchiveMissing, SidecarLost, PassphraseNeeded,
                          WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped, NoSuchWay,
                          RotationUnfinished
      ProviderError       ProviderUnreachable, CredentialsRejected, RateLimited, ProviderBusy, ContextTooLong,
                          ModelUnknown, ReplyRefused, ProviderBroken, ReplyInterrupted, SummaryFailed
      InputError          EmptyMessage, EmptyTitle, ReplyUnderWay, ConversationInTrash, ProviderMissing,
                          AddressMalformed, ConnectionMalformed, EmptyPassphrase, FileExists,
                          BackupUnreadable, BackupOfAnother, EmptyName, NameTaken, OnlyBranch, UndoOutdated,
                          NothingToAnswer, NothingToContinue, ContextOverBudget, UnknownAssistant,
                          NothingToSummarise, EmptySummary, PlaceUnwritable, ConversationTemporary
      EnvironmentLacking  DisplayMissing
      ProfileInUse
      GivenUp             nobody's: the person no longer wanted it
    BugError              our fault: caught only by the last-resort handlers
      ConversationGone    but this one, which a window may come upon that has yet to hear of it

What may be wrong with a file is told in `exchange_errors`. Stopping a reply is a state, not an error.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What the archive and the events keep of an error: its kind and one sentence, never the error itself."""

    kind: str
    summary: str


class AppError(Exception):
    """The world's fault. `summary` is one sentence without secrets or message text."""

    retryable = False

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary

    @property
    def fault(self) -> Fault:
        return Fault(type(self).__name__, self.summary)


class StoreError(AppError):
    """The archive could not do what was asked."""


class StoreBusy(StoreError):
    """Another process holds the archive."""

    retryable = True


class StoreDamaged(StoreError):
    """The archive's file is not whole."""


class NothingReadable(StoreDamaged):
    """The archive's file is so damaged that nothing can be rescued from it."""


class DamageFound(StoreDamaged):
    """The look at an open archive has found a part of its file that is not whole."""


class NotThisHistory(StoreDamaged):
    """The archive's file does not begin as this history does: it is another one, or damaged there."""


class LogOfAnother(StoreDamaged):
    """The log beside the archive is another history's, and would overwrite a part of this one."""


class StoreFromFuture(StoreError):
    """A newer Sotto has written the archive."""


class StoreMissing(StoreError):
    """The archive's file is not where it was."""


class DiskFull(StoreError):
    """There is no room left to write."""

    retryable = True


class RoomTooSmall(DiskFull):
    """What was asked for needs more room than there is; nothing has been begun."""


class StoreReadOnly(StoreError):
    """The archive or its folder may not be written."""

    retryable = True


class ItemLost(StoreError):
    """An item's place is kept, but damage to the file has taken what stood there."""


class NewestLost(StoreError):
    """The log of the newest writes is gone, so some of them may be."""


class ReserveUsed(StoreError):
    """The disk is full, and the room that was kept back for that is in use now."""

    retryable = True


class CredentialError(AppError):
    """A secret could not be had or kept. Most often a person can do something about it, and try again."""

    retryable = True


class KeyringUnavailable(CredentialError):
    """No keyring service answers."""


class KeyringLocked(CredentialError):
    """The keyring is locked and was not opened."""


class KeyringRefused(CredentialError):
    """The keyring answered, but would not do it."""


class WrongKeyring(CredentialError):
    """The key was kept in another kind of keyring than the one that answers now."""


class SecretMissing(CredentialError):
    """The keyring does not hold the secret that must be there."""


class SecretMalformed(CredentialError):
    """The keyring holds something that is not our secret."""

    retryable = False


class KeyMismatch(CredentialError):
    """The keyring holds a key, but not this archive's."""


class ArchiveMissing(CredentialError):
    """Traces say that an archive was here, but its file is gone."""


class SidecarLost(CredentialError):
    """What tells how the archive opens is gone, or no longer makes sense."""

    retryable = False


class PassphraseNeeded(CredentialError):
    """The archive's key is not in a keyring; a passphrase opens it."""

    retryable = False


class WrongPassphrase(CredentialError):
    """The passphrase does not open this archive."""


class WrongRecoveryKey(CredentialError):
    """The recovery key was typed without a slip, but it is not this archive's."""


class RecoveryKeyMistyped(CredentialError):
    """What was typed is no recovery key: there is a slip somewhere."""


class NoSuchWay(CredentialError):
    """The archive has no such way to be opened, or it is the last one and must stay."""

    retryable = False


class RotationUnfinished(CredentialError):
    """A change of the archive's key has yet to reach its end."""


class ProviderError(AppError):
    """The model service could not give a whole reply."""


class ProviderUnreachable(ProviderError):
    """Nobody answers at the service's address."""

    retryable = True


class CredentialsRejected(ProviderError):
    """The service does not accept the key."""


class RateLimited(ProviderError):
    """The service asks to wait."""

    retryable = True

    def __init__(self, summary: str, retry_after: float | None = None) -> None:
        super().__init__(summary)
        self.retry_after = retry_after


class ProviderBusy(ProviderError):
    """The service cannot answer just now."""

    retryable = True

    def __init__(self, summary: str, retry_after: float | None = None) -> None:
        super().__init__(summary)
        self.retry_after = retry_after


class ContextTooLong(ProviderError):
    """What was sent is longer than the model can read; `limit` tokens, if the service says how many."""

    def __init__(self, summary: str, limit: int | None = None) -> None:
        super().__init__(summary)
        self.limit = limit


class ModelUnknown(ProviderError):
    """The service has no such model."""


class ReplyRefused(ProviderError):
    """The service will not answer this."""


class ProviderBroken(ProviderError):
    """The service answered with something that is no reply."""

    retryable = True


class ReplyInterrupted(ProviderError):
    """The reply ended before its end."""

    retryable = True


class SummaryFailed(ProviderError):
    """The model gave no summary that could stand for anything."""

    retryable = True


class InputError(AppError):
    """What was asked for cannot be done as it stands."""


class EmptyMessage(InputError):
    """There is nothing to send."""


class NothingToAnswer(InputError):
    """The conversation holds no question yet."""


class UnknownAssistant(InputError):
    """No assistant bears that name."""


class NothingToContinue(InputError):
    """The conversation does not end with an unfinished reply."""


class NothingToSummarise(InputError):
    """What a summary could stand for is too short to be worth one."""


class EmptySummary(InputError):
    """A summary without a word cannot stand for anything."""


class EmptyTitle(InputError):
    """There is nothing to call the conversation by."""


class NameTaken(InputError):
    """Another one bears that name."""


class OnlyBranch(InputError):
    """A conversation's last branch cannot leave it."""


class UndoOutdated(InputError):
    """What was done has been built upon since, or lies too far back, so it cannot be taken back."""


class ContextOverBudget(InputError):
    """What must be sent is longer than the model can read beside its answer: a person decides what goes."""

    def __init__(self, summary: str, tokens: int = 0, budget: int = 0) -> None:
        super().__init__(summary)
        self.tokens = tokens
        self.budget = budget


class ReplyUnderWay(InputError):
    """This conversation is still being answered."""


class ConversationInTrash(InputError):
    """The conversation must be taken out of the trash first."""


class ConversationTemporary(InputError):
    """The conversation is in memory alone, and has no place among those that are kept."""


class ProviderMissing(InputError):
    """No model service has been set up."""


class AddressMalformed(InputError):
    """That is not the address of a model service."""


class ConnectionMalformed(InputError):
    """A service cannot be reached by what was set for the way to it: a header, a proxy, a time, a file."""


class EmptyPassphrase(InputError):
    """There is nothing in the passphrase."""


class FileExists(InputError):
    """There is a file already where one was to be written."""


class PlaceUnwritable(InputError):
    """Nothing can be written where the file was to be."""

    retryable = True


class BackupUnreadable(InputError):
    """The file is not a backup, or not a whole one."""


class BackupOfAnother(InputError):
    """The backup is of another history than the one in this profile."""


class EmptyName(InputError):
    """There is nothing to call the thing by."""


class EnvironmentLacking(AppError):
    """The machine lacks something that Sotto needs to start."""


class DisplayMissing(EnvironmentLacking):
    """There is no display to open a window on."""


class ProfileInUse(AppError):
    """Another Sotto holds the profile."""

    retryable = True


class GivenUp(AppError):
    """The person gave up what would have taken long. Nothing has been changed."""


class BugError(Exception):
    """Our own fault. Reported by the last-resort handlers, never caught elsewhere."""


class ConversationGone(BugError):
    """The conversation is not there. Where another has just removed it, that is nobody's fault."""
