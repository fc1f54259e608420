"""What may bring a history back, in words: what is offered, what goes on, and what came of it."""

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from app.domain.remedy import Remedy
from app.domain.salvage_report import SalvageReport
from app.ui.measures import counted
from app.ui.wording import Words

# What a remedy's button says, and the sentence below it.
OFFERS = MappingProxyType(
    {
        Remedy.RESTORE: (
            "Restore a backup…",
            "The history becomes what it was on the backup's day. What is here now is moved aside and kept.",
        ),
        Remedy.RESCUE: (
            "Rescue what can be read…",
            "Whatever can still be read goes into a new history. The damaged file stays as it is.",
        ),
    }
)
CHOOSING = Words(
    "Restore a backup",
    "The backup takes the place of the history here, which is moved aside and kept.",
    "Choose the one to restore; the newest is at the top.",
)
NO_BACKUPS = Words(
    CHOOSING.title, CHOOSING.explanation, "There is no backup in Sotto's own folder. Choose a file instead."
)
BACKUP_LOCKED = Words(
    "The backup is locked",
    "This computer's keyring does not open it.",
    "Enter the recovery key or the passphrase that opened the history when the backup was made.",
)
RESTORING = (
    "Restoring the backup",
    "It is unpacked and proved first. Until that is done, nothing else is touched.",
)
RESCUING = (
    "Rescuing what can be read",
    "The damaged file is read piece by piece into a new one, and stays as it is.",
)
_PARTS = MappingProxyType(
    {
        "item": "messages",
        "revision": "edited messages",
        "conversation": "titles of conversations",
        "branch": "branches",
        "run": "branches",
        "folder": "folders",
        "tag": "tags",
        "conversation_tag": "tags",
        "blob": "attachments",
        "blob_piece": "attachments",
        "attachment": "attachments",
        "draft": "drafts",
        "note": "notes",
        "summary": "summaries",
        "usage": "statistics",
        "usage_day": "statistics",
        "request": "records of what was sent",
        "journal": "replies that were being written",
        "prompt": "saved prompts",
        "assistant": "assistants",
        "provider": "settings",
        "setting": "settings",
    }
)
_OTHER_PARTS = "marks and records"


def restored(aside: Path | None) -> Words:
    kept = _kept(aside) if aside else "There was nothing else to keep."
    return Words("The backup has been restored", kept, "Open the history to go on.")


def rescued(report: SalvageReport, folder: Path) -> Words:
    """Say what came out, what did not, and where it is."""
    read = f"{counted(report.conversations, 'conversation')} and {counted(report.messages, 'message')}"
    lines = [f"Read: {read}.", *_missing(report), f"They are in the folder\n{folder}"]
    return Words(
        "What could be read is rescued",
        "\n".join(lines),
        "Opening it moves the damaged file aside and keeps it.",
    )


def taken_over(aside: Path | None) -> Words:
    kept = _kept(aside) if aside else "The damaged file was gone already."
    return Words("The rescued history is in place", kept, "Open the history to go on.")


def _kept(aside: Path) -> str:
    return f"What was there before is kept in the folder {aside.parent} as\n{aside.name}"


def _missing(report: SalvageReport) -> Iterable[str]:
    if report.is_whole:
        yield "Nothing is missing."
        return
    if report.places:
        yield f"Lost: {counted(report.places, 'message')}. Where each stood, a line says so."
    if parts := sorted({_PARTS.get(gap.table, _OTHER_PARTS) for gap in report.gaps}):
        yield f"Not all could be read of: {', '.join(parts)}."
    if report.loose_ends:
        yield f"Messages whose conversation was lost are now in {_recovered(report.loose_ends)}."
    if report.dropped:
        yield f"Left out, because it belonged to something lost: {counted(report.dropped, 'record')}."


def _recovered(count: int) -> str:
    return f"{counted(count, 'conversation')} called “Recovered conversation”"
