"""What became of the archive, in words for a person: a title, what happened, and what to do next."""

from types import MappingProxyType

from app.ui.translation import said

ARCHIVE_WORDS = MappingProxyType(
    {
        "StoreError": (
            said("The history cannot be used"),
            "{summary}",
            said("Try again. Nothing has been changed."),
        ),
        "StoreBusy": (
            said("The history is in use"),
            said("Another program holds the encrypted history."),
            said("Close the other Sotto, then try again."),
        ),
        "WrongKey": (
            said("The key does not fit"),
            said(
                "The key from your keyring does not open this history. The history itself has "
                "not been touched."
            ),
            said("If you moved the folder or restored a backup, bring back its keyring, then try again."),
        ),
        "StoreDamaged": (
            said("The history is damaged"),
            said("The file that holds your history is not whole. Sotto has not changed it."),
            said("Try again first. If it stays so, restore a backup, or rescue what can still be read."),
        ),
        "DamageFound": (
            said("A part of the history is damaged"),
            said("A part of the file that holds your history is not whole. Sotto has not changed it."),
            said("Check the archive in Keys and backups: it says what may help."),
        ),
        "NothingReadable": (
            said("Nothing can be rescued"),
            said(
                "Nothing in the file that holds your history can be read any more. Sotto has not changed it."
            ),
            said("Restore a backup. Keep the file: somebody who knows may still find something in it."),
        ),
        "NotThisHistory": (
            said("This may be another history"),
            said(
                "The file in the place of your history does not begin as yours does: it is another one, or "
                "its beginning is damaged. Sotto has not changed it."
            ),
            said(
                "If files were moved, bring back the right one and try again. Otherwise restore a backup, or "
                "rescue what can still be read."
            ),
        ),
        "LogOfAnother": (
            said("A file of another history is in the way"),
            said(
                "Beside your history lies a file with the newest changes of another one. Opened together, "
                "they would spoil each other, so Sotto has opened neither."
            ),
            said("Move that file aside: your history then opens as it is."),
        ),
        "StoreFromFuture": (
            said("The history is newer than this Sotto"),
            said("A newer version of Sotto has written this history, and this version could harm it."),
            said("Install the newer version to go on."),
        ),
        "StoreMissing": (
            said("The history is not where it was"),
            said("The file that holds your history is gone. Sotto will not begin a new one over it."),
            said("If it lies on a disk that is not connected, connect it and try again."),
        ),
        "DiskFull": (
            said("The disk is full"),
            said("There is no room left to write your history."),
            said("Free some space, then try again."),
        ),
        "RoomTooSmall": (
            said("There is too little room on the disk"),
            "{summary}",
            said("Free some space, then try again. Nothing has been changed."),
        ),
        "StoreReadOnly": (
            said("The history cannot be written"),
            said("The folder that holds your history does not allow writing."),
            said("Allow writing to the folder, then try again."),
        ),
        "ItemLost": (
            said("A message is missing here"),
            said("Damage to the history's file has taken what stood here."),
            said("If you have a backup from before the damage, it may still hold it."),
        ),
        "NewestLost": (
            said("The newest messages may be missing"),
            said("Sotto did not end properly, and the file with the newest changes is gone from its folder."),
            said("Look at what you wrote last. If some of it is missing, look for archive.db-wal."),
        ),
        "ReserveUsed": (
            said("The disk is full"),
            said("The disk is full. Sotto now writes into the little room that it had kept back."),
            said("Free some space soon: when that room is used up, nothing more can be stored."),
        ),
    }
)
