"""What the `sotto` command does without a window: each verb opens the profile, does one thing, and says so.

Nothing here loads Qt. The profile's lock is held meanwhile, so a verb and a window never meet.
"""

import asyncio
import json
import secrets
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.chat.backing_up import BackingUp
from app.chat.checking import examine
from app.chat.precaution import open_archive
from app.chat.restoring import restore
from app.chat.way_in import enter
from app.credentials.archive_key import ArchiveKey
from app.credentials.key_changes import keep_in_keyring, recovery_state
from app.credentials.os_keyring import open_keyring
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.credentials.unlocking import unlock_with_recovery_key, ways
from app.domain.errors import InputError, StoreMissing
from app.domain.finding import Severity
from app.domain.ids import IdSource
from app.domain.salvage_report import Gap
from app.domain.ways import Answer, Way
from app.shutdown import close_archive, note_end
from app.store import conversations
from app.store.archive import Archive
from app.store.ballast import Ballast
from app.store.salvage import salvage
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock, take_profile

EXIT_DONE = 0
EXIT_DAMAGED = 5


@dataclass(frozen=True, slots=True)
class _Opened:
    archive: Archive
    key: ArchiveKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a verb has to say: lines for a person, values for a script."""

    lines: Sequence[str]
    values: object
    code: int = EXIT_DONE


def run_verb(options: Namespace, profile: Profile) -> int:
    """Do what the command line asks for, and return the exit code. Raises AppError."""
    told = asyncio.run(_VERBS[options.verb](options, profile))
    if options.json:
        print(json.dumps(told.values, ensure_ascii=False, indent=1))
    else:
        for line in told.lines:
            print(line)
    return told.code


async def _list(options: Namespace, profile: Profile) -> _Told:
    async with _opened(profile, "sotto list") as opened:
        ask = conversations.list_trash if options.trash else conversations.list_conversations
        found = await opened.archive.read(ask)
    return _Told(
        [f"{_day(each.changed_at)}  {each.title}" for each in found] or ["There are no conversations."],
        [
            {"id": each.id, "title": each.title, "created_at": each.created_at, "changed_at": each.changed_at}
            for each in found
        ],
    )


async def _doctor(_options: Namespace, profile: Profile) -> _Told:
    async with _opened(profile, "sotto doctor") as opened:
        findings = await examine(opened.archive, profile)
    is_damaged = any(finding.severity is Severity.DAMAGE for finding in findings)
    return _Told(
        [f"{finding.severity:<6}  {finding.sentence}" for finding in findings],
        [
            {"check": finding.check, "severity": finding.severity, "sentence": finding.sentence}
            for finding in findings
        ],
        EXIT_DAMAGED if is_damaged else EXIT_DONE,
    )


async def _salvage(options: Namespace, profile: Profile) -> _Told:
    """Bring what can be read into a folder of its own. The damaged file is left as it is."""
    place = _empty_place(options.to)
    lock, other = ProfileLock(profile.lock), ProfileLock(place.lock)
    take_profile(profile, lock, "sotto salvage")
    take_profile(place, other, "sotto salvage")
    try:
        key = enter(profile, Answer(Way.KEYRING), _ids().next).key.key_and_salt
        report = salvage(profile.archive, place.archive, key, now=now_us(), new_id=_ids().next)
        write_sidecar(place, require_sidecar(profile))
    finally:
        other.release()
        lock.release()
    lines = [f"What could be read is in {place.folder}: {report.rows} rows."]
    if not report.is_whole:
        lines += [f"Unread: {gap.table}{_span(gap)}." for gap in report.gaps]
        lines.append(f"{report.places} messages are lost; their places are kept.")
        lines.append(f"{report.dropped} rows belonged to something lost and were left out.")
        lines.append(f"{report.loose_ends} conversations were made for what nothing led to any more.")
    return _Told(lines, {"folder": str(place.folder), **asdict(report)})


def _span(gap: Gap) -> str:
    return "" if gap.first is None else f", numbers {gap.first} to {gap.last}"


def _empty_place(folder: Path) -> Profile:
    """Return the profile in a folder that has no history yet. Raises InputError where it has one."""
    place = Profile(folder)
    if place.traces():
        raise InputError("There is a history in that folder already; it has been left as it is.")
    return place


async def _backup(options: Namespace, profile: Profile) -> _Told:
    async with _opened(profile, "sotto backup") as opened:
        backing_up = BackingUp(profile, opened.key, opened.archive, now_us)
        if options.to:
            await backing_up.back_up_to(options.to)
        place = options.to or await backing_up.back_up()
    lines = [f"The backup is in {place}."]
    if recovery_state(profile).confirmed_at is None:
        lines.append("Without a recovery key it opens only with this computer's keyring or a passphrase.")
    return _Told(lines, {"file": str(place), "bytes": place.stat().st_size})


async def _restore(options: Namespace, profile: Profile) -> _Told:
    place = _empty_place(options.to) if options.to else profile
    answer = Answer(Way.RECOVERY_KEY, sys.stdin.readline()) if options.recovery_key else Answer(Way.KEYRING)
    lock = ProfileLock(place.lock)
    take_profile(place, lock, "sotto restore")
    try:
        restored = restore(place, options.file, answer, now=now_us(), new_id=_ids().next)
        if options.recovery_key:
            keep_in_keyring(place, open_keyring(), unlock_with_recovery_key(place, answer.secret).key)
    finally:
        lock.release()
    lines = [f"The history of the backup is in {place.folder}."]
    if restored.aside:
        lines.append(f"What was there before has been kept as {restored.aside.name}.")
    aside = str(restored.aside) if restored.aside else None
    return _Told(lines, {"folder": str(place.folder), "aside": aside})


async def _key_status(_options: Namespace, profile: Profile) -> _Told:
    known = ways(profile)
    lines = [
        f"Keyring: {known.keyring or 'not used'}",
        f"Passphrase: {'set' if known.passphrase else 'none'}",
        f"Recovery key: {'there is one' if known.recovery_key else 'none yet'}",
    ]
    values = {
        "keyring": known.keyring,
        "passphrase": known.passphrase,
        "recovery_key": known.recovery_key,
    }
    return _Told(lines, values)


@asynccontextmanager
async def _opened(profile: Profile, purpose: str) -> AsyncIterator[_Opened]:
    """Open a history that is there. A verb never begins one."""
    if not profile.folder.is_dir() or not (profile.traces() or profile.archive.exists()):
        raise StoreMissing("There is no history in this folder.")
    lock = ProfileLock(profile.lock)
    take_profile(profile, lock, purpose)
    was_unclean = lock.last_end is not LastEnd.CLEAN
    archive = Archive(Ballast(profile.ballast))
    try:
        entered = enter(profile, Answer(Way.KEYRING), _ids().next)
        await open_archive(archive, profile, entered.key, is_new=entered.is_new, now=now_us())
        note_end(lock, LastEnd.OPEN)
        yield _Opened(archive, entered.key)
    finally:
        await _end(archive, lock, was_unclean=was_unclean)


async def _end(archive: Archive, lock: ProfileLock, *, was_unclean: bool) -> None:
    """Close in order. An unclean end before this verb stays noted: the window looks into it."""
    await close_archive(archive, lock)
    if was_unclean:
        note_end(lock, LastEnd.CLOSING)
    lock.release()


def _ids() -> IdSource:
    return IdSource(now_us, secrets.token_bytes)


def _day(moment: int) -> str:
    return f"{datetime.fromtimestamp(moment / 1_000_000, UTC):%Y-%m-%d}"


Verb = Callable[[Namespace, Profile], Coroutine[Any, Any, _Told]]
_VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "list": _list,
        "doctor": _doctor,
        "salvage": _salvage,
        "backup": _backup,
        "restore": _restore,
        "key": _key_status,
    }
)
