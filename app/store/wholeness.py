"""The three questions that any file of an archive is asked: each answers with the number of complaints.

They go upwards: the pages against their seals, the trees against their pages, the rows against each other.
"""

import re

from app.store.driver import Connection, pragma

_TRIES = 3
_OF_THE_INDEX = re.compile(r'fts5: corruption .*"\w+_words"|inverted index for FTS5 table main\.\w+_words')


def damaged_pages(connection: Connection) -> int:
    """Count the pages that do not bear their seal.

    The check reads the file past its log, and may meet a page that is just being written: so what it
    complains of is looked at again.
    """
    count = 0
    for _ in range(_TRIES):
        pragma(connection, "PRAGMA wal_checkpoint(PASSIVE)")
        count = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
        if not count:
            break
    return count


def misplaced_pages(connection: Connection) -> int:
    """Count the places where pages do not make up a tree.

    What is wrong with the words of the search's index is no such place: they are made anew from what they
    stand for, and keep nobody from a backup.
    """
    told = (sentence for (sentence,) in connection.execute("PRAGMA quick_check"))
    return sum(sentence != "ok" and not _OF_THE_INDEX.search(sentence) for sentence in told)


def dangling_rows(connection: Connection) -> int:
    """Count the rows that belong to one that is missing."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())
