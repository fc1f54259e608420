"""What a person can want done in the lists of the sidebar."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

Chosen = tuple[int, ...]
"""Conversations by the numbers of their rows: of a hundred thousand only few are known by more."""


class Wish(StrEnum):
    """What can be wanted for any number of conversations at once."""

    PIN = "pin"
    UNPIN = "unpin"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    READ = "read"
    UNREAD = "unread"
    TRASH = "trash"
    RESTORE = "restore"
    REMOVE = "remove"


class Wishes(QObject):
    """Said by all lists of the sidebar, and heard by whoever can do something about it.

    Signals:
        many: a wish, and the chosen rows that it is for.
        move: the chosen rows, and the folder that they are to lie in, or None.
        new_folder: the chosen rows for which a folder is to be made.
        tag: the chosen rows, the name of a tag, and whether they are to bear it.
        new_tag: the chosen rows, which are to bear a tag that is yet to be named.
        rename: the id of a conversation, and its new title.
        branch: the id of the conversation that another one is to go on from.
        export: the chosen rows, which are to be taken elsewhere.
        folder_export: the id of the folder whose conversations are to be taken elsewhere.
        retention: the id of the conversation for which another time of keeping may be chosen.
        forget: the ids of temporary conversations that are to be gone at once.
        folder_rename: the id of a folder, and its new name.
        folder_removal: the id of the folder that is to be removed.
        place: the place that is to be shown.
        typed: the letters that were typed in a list, to go to a title that begins so.
    """

    many = Signal(object, object)
    move = Signal(object, object)
    new_folder = Signal(object)
    tag = Signal(object, str, bool)
    new_tag = Signal(object)
    rename = Signal(object, str)
    branch = Signal(object)
    export = Signal(object)
    folder_export = Signal(object)
    retention = Signal(object)
    forget = Signal(object)
    folder_rename = Signal(object, str)
    folder_removal = Signal(object)
    place = Signal(object)
    typed = Signal(str)
