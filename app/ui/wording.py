"""What went wrong, in words for a person: whose fault it is and what to do next. Worded nowhere else.

An error is known by its kind, the name of its class in app.domain.errors, because that is what the archive
and the events keep of it. `{summary}` stands for the error's own sentence where that says more.
"""

from dataclasses import dataclass
from types import MappingProxyType

from app.domain.errors import Fault
from app.ui.archive_wording import ARCHIVE_WORDS
from app.ui.core_words import in_own_words
from app.ui.file_wording import FILE_WORDS
from app.ui.translation import said, translated


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    explanation: str
    next_step: str

    @property
    def sentence(self) -> str:
        """Everything in one breath, for where there is room for a line or two."""
        return f"{self.explanation} {self.next_step}"


def words_for(fault: Fault) -> Words:
    """Return the words for a fault; an unknown kind, from a newer Sotto, is told by its own sentence."""
    words = in_own_language(_WORDS.get(fault.kind, _UNKNOWN))
    return Words(
        words.title, words.explanation.replace("{summary}", in_own_words(fault.summary)), words.next_step
    )


def in_own_language(words: Words) -> Words:
    """Return words of a table as the person reads them."""
    return Words(translated(words.title), translated(words.explanation), translated(words.next_step))


LOCKED = Words("Your history is locked", "Its key is forgotten until you unlock it.", "")
CHANGING_KEY = (
    said("Changing the key"),
    said("Your history is being written anew under another key. Until that is done, the old one holds."),
)
INTERRUPTED = Fault("ReplyInterrupted", "The reply ended before its end.")

_UNKNOWN = Words("Something went wrong", "{summary}", "Try again.")

_KEYRING = MappingProxyType(
    {
        "CredentialError": Words(
            "The keyring did not help", "{summary}", "Unlock your keyring, then try again."
        ),
        "KeyringUnavailable": Words(
            "No keyring answers",
            "Sotto keeps the key to your history in the system's keyring, and no keyring service answers.",
            "Start your keyring, such as GNOME Keyring or KWallet, then try again, or use another way.",
        ),
        "KeyringLocked": Words(
            "The keyring is locked",
            "The key to your history is in your keyring, and the keyring is locked.",
            "Try again and unlock the keyring when it asks.",
        ),
        "KeyringRefused": Words(
            "The keyring refused",
            "The keyring answered, but would not hand over or keep the key.",
            "Allow Sotto to use the keyring, then try again.",
        ),
        "WrongKeyring": Words(
            "This is another keyring",
            "The key to your history was kept in another kind of keyring than the one that answers now.",
            "Start the keyring that you used before, then try again.",
        ),
        "SecretMissing": Words(
            "The key is missing",
            "The keyring does not hold the key to this history. Sotto will not make a new one over it.",
            "If the keyring was reset or is another user's, bring back the one with the key, then try again.",
        ),
        "SecretMalformed": Words(
            "The key cannot be read",
            "The keyring holds something in the key's place that is not a key.",
            "Restore the keyring from a backup, then start Sotto again.",
        ),
        "KeyMismatch": Words(
            "The key belongs to another history",
            "The keyring holds a key, but not the one for this history.",
            "Put back the keyring or the folder that belong together, then try again.",
        ),
        "ArchiveMissing": Words(
            "The history is gone from its folder",
            "A history was here, and its file is missing. Sotto will not begin a new one over what is left.",
            "Put the file back, from a backup if need be, then try again.",
        ),
        "SidecarLost": Words(
            "The note about the key is lost",
            "The small file that tells how your history opens is gone or unreadable, and so is its copy.",
            "Put archive.json back from a backup, then try again. Nothing has been changed.",
        ),
        "PassphraseNeeded": Words(
            "Your history opens with its passphrase",
            "The key to this history is not in a keyring.",
            "Enter the passphrase, or the recovery key.",
        ),
        "WrongPassphrase": Words(
            "The passphrase does not fit",
            "This passphrase does not open the history. Nothing has been changed.",
            "Try again. Capitals and spaces count. The recovery key opens the history as well.",
        ),
        "WrongRecoveryKey": Words(
            "This is another history's recovery key",
            "The recovery key was typed without a slip, but it does not open this history.",
            "If you have replaced the key, use the newer one.",
        ),
        "RecoveryKeyMistyped": Words(
            "There is a slip in the recovery key",
            "What was typed is not a whole recovery key.",
            "Compare it with your note, group by group, then try again.",
        ),
        "NoSuchWay": Words(
            "The history does not open that way", "{summary}", "Choose one of the other ways."
        ),
        "RotationUnfinished": Words(
            "A change of the key is not finished",
            "The history has a new key, and the keyring has yet to learn of it.",
            "Unlock the keyring and start Sotto again; then try again.",
        ),
    }
)

_SERVICE = MappingProxyType(
    {
        "ProviderError": Words("The reply failed", "{summary}", "Send the question again."),
        "ProviderUnreachable": Words(
            "The model service cannot be reached",
            "{summary}",
            "Check the connection and the address in Settings, then send the question again.",
        ),
        "CredentialsRejected": Words(
            "The key was not accepted",
            "{summary}",
            "Enter the key again in Settings, then send the question again.",
        ),
        "RateLimited": Words(
            "The model service asks to wait",
            "{summary}",
            "Wait a little, then send the question again.",
        ),
        "ProviderBusy": Words(
            "The model service is busy",
            "{summary}",
            "Wait a little, then send the question again.",
        ),
        "ContextTooLong": Words(
            "Too long for the model",
            "What was sent is longer than this model can read.",
            "Lower the context in Settings, or ask in a new conversation.",
        ),
        "ModelUnknown": Words(
            "The model is not known there",
            "{summary}",
            "Check the model's name in Settings, then send the question again.",
        ),
        "ReplyRefused": Words(
            "The service will not answer this",
            "{summary}",
            "Put the question in other words and send it again.",
        ),
        "ProviderBroken": Words(
            "The answer made no sense",
            "{summary}",
            "Send the question again. If it stays so, check the address in Settings.",
        ),
        "ReplyInterrupted": Words(
            "The reply was interrupted",
            "The reply broke off here. What had arrived was kept.",
            "Send the question again for a whole one.",
        ),
        "SummaryFailed": Words(
            "No summary was made", "{summary}", "Try again, or with another model. Nothing has been changed."
        ),
    }
)

_INPUT = MappingProxyType(
    {
        "InputError": Words("That cannot be done", "{summary}", "Change it and try again."),
        "UnknownAssistant": Words(
            "No such assistant", "No assistant bears that name.", "Look at the list of your assistants."
        ),
        "NothingToAnswer": Words("Nothing to answer", "There is no question here yet.", "Ask one first."),
        "NothingToContinue": Words(
            "Nothing to continue",
            "The conversation does not end with a reply that broke off.",
            "Ask for another version of the reply instead.",
        ),
        "NothingToSummarise": Words(
            "Nothing to sum up yet",
            "What lies before the newest messages is too short for a summary.",
            "Go on for a while, or let fewer of the newest messages stay outside it.",
        ),
        "EmptySummary": Words(
            "A summary needs a word",
            "Nothing at all cannot stand for the messages before it.",
            "To have the messages themselves sent again, remove the summary.",
        ),
        "EmptyMessage": Words("Nothing to send", "There is nothing to send yet.", "Write something first."),
        "EmptyTitle": Words(
            "A title needs a word",
            "A conversation cannot be without a title.",
            "Write a word or two, or leave the old title.",
        ),
        "NameTaken": Words(
            "The name is taken", "Another one bears that name.", "Choose a name that is still free."
        ),
        "OnlyBranch": Words(
            "It is the only branch",
            "A conversation cannot be without a branch.",
            "To be rid of all of it, delete the conversation.",
        ),
        "UndoOutdated": Words(
            "It cannot be undone any more",
            "Something has changed since, or it was too long ago.",
            "Everything stays as it is now.",
        ),
        "ContextOverBudget": Words(
            "It is too long for this model",
            "Not even the newest turn fits beside what is pinned, or all was to be sent and does not fit.",
            "Shorten it, unpin or exclude something, choose a model that reads more, or send it anyway.",
        ),
        "ConversationInTrash": Words(
            "It is in the trash",
            "This conversation is in the trash.",
            "Open the trash below the list and restore it first.",
        ),
        "ConversationTemporary": Words(
            "It is temporary",
            "A temporary conversation cannot be pinned, tagged, filed or archived: it is stored nowhere.",
            "It goes when Sotto is locked or closed. Delete each by itself to be rid of it before.",
        ),
        "ReplyUnderWay": Words(
            "A reply is still coming",
            "The last question is still being answered.",
            "Stop the reply or wait for its end, then try again.",
        ),
        "ProviderMissing": Words(
            "No model service yet",
            "Sotto does not know yet which model should answer.",
            "Your message stays here until one is set up.",
        ),
        "EmptyName": Words(
            "A name needs a word", "Nothing can be kept without a name.", "Write a word or two as its name."
        ),
        "AddressMalformed": Words(
            "The address is not complete", "{summary}", "An address looks like https://api.openai.com/v1."
        ),
        "ConnectionMalformed": Words(
            "The service cannot be reached that way", "{summary}", "Change it in Settings and try again."
        ),
        "EmptyPassphrase": Words(
            "A passphrase needs a word",
            "There is nothing in the passphrase.",
            "Several words are easy to remember and hard to guess.",
        ),
    }
)

_BACKUPS = MappingProxyType(
    {
        "FileExists": Words(
            "The file exists", "There is a file of that name already.", "Choose another name for the new one."
        ),
        "PlaceUnwritable": Words(
            "The file cannot be written there",
            "The folder is not there, or it may not be written to.",
            "Choose another place.",
        ),
        "BackupUnreadable": Words(
            "This is not a whole backup",
            "The file is not a backup that Sotto made, or a part of it is missing.",
            "Choose another backup. The history itself has not been touched.",
        ),
        "BackupOfAnother": Words(
            "This backup is of another history",
            "It belongs to another history than the one in this profile, which it would replace.",
            "Restore it into an empty folder, with the profile option of the command line.",
        ),
        "GivenUp": Words("Given up", "Nothing has been changed.", "Begin again at any time."),
    }
)

_MACHINE = MappingProxyType(
    {
        "AppError": _UNKNOWN,
        "EnvironmentLacking": Words(
            "Something is missing on this machine", "{summary}", "Add it, then try again."
        ),
        "DisplayMissing": Words(
            "There is no display",
            "Sotto needs a display to open its window on.",
            "Start it from a desktop session.",
        ),
        "ProfileInUse": Words(
            "Sotto is already running",
            "{summary}",
            "Use the window that is open, or close it and try again.",
        ),
    }
)

_OURS = MappingProxyType(
    {
        "BugError": Words(
            "Sotto made a mistake",
            "Something went wrong inside Sotto itself. What had arrived was kept.",
            "Send the question again. If it stays so, start Sotto anew.",
        ),
    }
)

_ELSEWHERE = MappingProxyType({kind: Words(*parts) for kind, parts in (ARCHIVE_WORDS | FILE_WORDS).items()})
_WORDS = _ELSEWHERE | _KEYRING | _SERVICE | _INPUT | _BACKUPS | _MACHINE | _OURS
