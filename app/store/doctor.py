"""Looks at everything in an archive and says what it found, in words. Changes nothing.

It takes minutes for a big archive, so it has a connection of its own, beside the usable window.
"""

from collections.abc import Callable
from typing import NamedTuple

from app.domain.errors import StoreDamaged
from app.domain.finding import Finding, Severity
from app.store import wholeness, words
from app.store.copies import Progress
from app.store.driver import Connection, pragma
from app.store.sqlite_errors import translated

_BROKEN_RUNS = """
    SELECT count(*) FROM (
        SELECT run.id FROM run JOIN item ON item.run = run.id
        GROUP BY run.id HAVING min(item.depth) <> run.depth + 1
            OR max(item.depth) - min(item.depth) + 1 <> count(*)
    )
"""
_EMPTY_RUNS = "SELECT count(*) FROM run WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.run = run.id)"
_POINTLESS = """
    SELECT count(*) FROM conversation WHERE NOT EXISTS (
        SELECT 1 FROM branch WHERE branch.id = shown_branch AND branch.conversation = conversation.id
    )
"""
_GROWING = "SELECT count(*) FROM item WHERE state = 'streaming'"
_LOST = "SELECT count(*) FROM item WHERE fault_kind = 'ItemLost'"


def examine(connection: Connection, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Return one finding for each check. Raises StoreError, but not for damage."""
    found: list[Finding] = []
    done, of = 0, sum(check.share for check in _CHECKS)
    for check in _CHECKS:
        if progress:
            progress(done, of)
        finding = _finding(connection, check)
        if check.look is _misindexed and finding.severity is Severity.DAMAGE and _has_damage(found):
            finding = _kept_from_its_end(check)  # what cannot be read looks like a fault of the index
        found.append(finding)
        done += check.share
    if progress:
        progress(done, of)
    return tuple(found)


def _finding(connection: Connection, check: "_Check") -> Finding:
    try:
        with translated():
            complaints = check.look(connection)
    except StoreDamaged:
        return _kept_from_its_end(check)
    if complaints:
        return Finding(check.name, check.severity, check.bad.format(count=complaints))
    return Finding(check.name, Severity.GOOD, check.good)


def _kept_from_its_end(check: "_Check") -> Finding:
    sentence = f"Damage to the file kept the check of “{check.name}” from its end."
    return Finding(check.name, Severity.DAMAGE, sentence)


def _has_damage(found: list[Finding]) -> bool:
    return any(finding.severity is Severity.DAMAGE for finding in found)


def _misindexed(connection: Connection) -> int:
    return int(not words.is_whole(connection))


def _counted(statement: str) -> Callable[[Connection], int]:
    return lambda connection: int(pragma(connection, statement))


class _Check(NamedTuple):
    name: str
    share: int  # of the time that all of them take, as measured on a large archive
    severity: Severity
    look: Callable[[Connection], int]
    good: str
    bad: str


_CHECKS = (
    _Check(
        "pages",
        20,
        Severity.DAMAGE,
        wholeness.damaged_pages,
        "Every page of the archive is as it was written.",
        "Pages of the archive that are not as they were written: {count}.",
    ),
    _Check(
        "order",
        40,
        Severity.DAMAGE,
        wholeness.misplaced_pages,
        "All pages are in their places.",
        "Places in the archive where its pages do not fit together: {count}.",
    ),
    _Check(
        "words",
        30,
        Severity.DAMAGE,
        _misindexed,
        "The index of the search is whole.",
        "The index of the search is not whole. No message is lost by that.",
    ),
    _Check(
        "references",
        4,
        Severity.DAMAGE,
        wholeness.dangling_rows,
        "Whatever belongs to something has it.",
        "Things that belong to something that is missing: {count}.",
    ),
    _Check(
        "runs",
        1,
        Severity.DAMAGE,
        _counted(_BROKEN_RUNS),
        "Every history reaches from its end to its beginning.",
        "Stretches of history with a hole in them: {count}.",
    ),
    _Check(
        "branches",
        1,
        Severity.DAMAGE,
        _counted(_POINTLESS),
        "Every conversation shows a branch of its own.",
        "Conversations that show no branch of their own: {count}.",
    ),
    _Check(
        "empty runs",
        1,
        Severity.NOTICE,
        _counted(_EMPTY_RUNS),
        "No stretch of history is empty.",
        "Empty stretches of history, which do no harm: {count}.",
    ),
    _Check(
        "growing",
        1,
        Severity.NOTICE,
        _counted(_GROWING),
        "No reply is unfinished.",
        "Replies that are being written, or will be ended at the next start: {count}.",
    ),
    _Check(
        "lost",
        2,
        Severity.NOTICE,
        _counted(_LOST),
        "No message has been lost to damage.",
        "Messages that an earlier damage has taken: {count}.",
    ),
)
