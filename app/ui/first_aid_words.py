"""What may bring a history back, in words: what is offered, what goes on, and what came of it."""

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from app.domain.remedy import Remedy
from app.domain.salvage_report import SalvageReport
from app.ui.measures import grouped
from app.ui.translation import said, tr, translated
from app.ui.wording import Words

_OFFERS = MappingProxyType(
    {
        Remedy.RESTORE: (
            said("Restore a backup…"),
            said(
                "The history becomes what it was on the backup's day. What is here now is moved aside and "
                "kept."
            ),
        ),
        Remedy.RESCUE: (
            said("Rescue what can be read…"),
            said("Whatever can still be read goes into a new history. The damaged file stays as it is."),
        ),
        Remedy.SET_LOG_ASIDE: (
            said("Move that file aside"),
            said("It is kept in the same folder under another name. Nothing else is changed."),
        ),
    }
)
CHOOSING = Words(
    "Restore a backup",
    "The backup takes the place of the history here, which is moved aside and kept.",
    "Choose the one to restore; the newest is at the top.",
)
NO_BACKUPS = Words(
    CHOOSING.title,
    CHOOSING.explanation,
    said("There is no backup in Sotto's own folder. Choose a file instead."),
)
BACKUP_LOCKED = Words(
    "The backup is locked",
    "This computer's keyring does not open it.",
    "Enter the recovery key or the passphrase that opened the history when the backup was made.",
)
RESTORING = (
    said("Restoring the backup"),
    said("It is unpacked and proved first. Until that is done, nothing else is touched."),
)
RESCUING = (
    said("Rescuing what can be read"),
    said("The damaged file is read piece by piece into a new one, and stays as it is."),
)
_PARTS = MappingProxyType(
    {
        "item": said("messages"),
        "revision": said("edited messages"),
        "conversation": said("titles of conversations"),
        "branch": said("branches"),
        "run": said("branches"),
        "folder": said("folders"),
        "tag": said("tags"),
        "conversation_tag": said("tags"),
        "blob": said("attachments"),
        "blob_piece": said("attachments"),
        "attachment": said("attachments"),
        "draft": said("drafts"),
        "note": said("notes"),
        "summary": said("summaries"),
        "usage": said("statistics"),
        "usage_day": said("statistics"),
        "request": said("records of what was sent"),
        "journal": said("replies that were being written"),
        "prompt": said("saved prompts"),
        "assistant": said("assistants"),
        "provider": said("settings"),
        "setting": said("settings"),
    }
)
_OTHER_PARTS = said("marks and records")


def offer_of(remedy: Remedy) -> tuple[str, str]:
    """Return what a remedy's button says, and the sentence below it."""
    words, promise = _OFFERS[remedy]
    return translated(words), translated(promise)


def restored(aside: Path | None) -> Words:
    kept = _kept(aside) if aside else tr("There was nothing else to keep.")
    return Words(tr("The backup has been restored"), kept, tr("Open the history to go on."))


def rescued(report: SalvageReport, folder: Path) -> Words:
    """Say what came out, what did not, and where it is."""
    read = tr("Read: {conversations} and {messages}.").format(
        conversations=_conversations(report.conversations), messages=_messages(report.messages)
    )
    lines = [read, *_missing(report), tr("They are in the folder\n{folder}").format(folder=folder)]
    return Words(
        tr("What could be read is rescued"),
        "\n".join(lines),
        tr("Opening it moves the damaged file aside and keeps it."),
    )


def taken_over(aside: Path | None) -> Words:
    kept = _kept(aside) if aside else tr("The damaged file was gone already.")
    return Words(tr("The rescued history is in place"), kept, tr("Open the history to go on."))


def log_set_aside(aside: Path) -> Words:
    return Words(tr("The file is out of the way"), _kept(aside), tr("Open the history to go on."))


def _kept(aside: Path) -> str:
    told = tr("What was there before is kept in the folder {folder} as\n{name}")
    return told.format(folder=aside.parent, name=aside.name)


def _missing(report: SalvageReport) -> Iterable[str]:
    if report.is_whole:
        yield tr("Nothing is missing.")
        return
    if report.places:
        lost = tr("Lost: {messages}. Where each stood, a line says so.")
        yield lost.format(messages=_messages(report.places))
    if parts := sorted({translated(_PARTS.get(gap.table, _OTHER_PARTS)) for gap in report.gaps}):
        yield tr("Not all could be read of: {parts}.").format(parts=", ".join(parts))
    if report.loose_ends:
        loose = tr("Messages whose conversation was lost are now in {recovered}.")
        yield loose.format(recovered=_recovered(report.loose_ends))
    if report.dropped:
        dropped = tr("Left out, because it belonged to something lost: {records}.")
        yield dropped.format(records=_records(report.dropped))


def _recovered(count: int) -> str:
    return tr("{conversations} called “Recovered conversation”").format(conversations=_conversations(count))


def _conversations(count: int) -> str:
    return tr("1 conversation") if count == 1 else tr("{count} conversations").format(count=grouped(count))


def _messages(count: int) -> str:
    return tr("1 message") if count == 1 else tr("{count} messages").format(count=grouped(count))


def _records(count: int) -> str:
    return tr("1 record") if count == 1 else tr("{count} records").format(count=grouped(count))
