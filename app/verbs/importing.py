"""`sotto import`: brings in what other programs, and Sotto itself, have exported."""

import asyncio
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from app.domain.errors import GivenUp
from app.domain.exchange_errors import ExchangeError, FileSealed
from app.domain.import_report import Preview, Report, program_of
from app.domain.parcel import Skipped
from app.system.profile import Profile
from app.verbs.exit_codes import EXIT_DONE, EXIT_FAILED
from app.verbs.opened import opened_chat
from app.verbs.output import single_line
from app.verbs.told import Told

_HOW_TO_UNSEAL = " Where nobody can be asked, say --file-passphrase-stdin."


async def import_files(options: Namespace, profile: Profile) -> Told:
    """Take in one file or folder after the other. One that cannot be taken in keeps no other back."""
    lines: list[str] = []
    values: list[dict[str, Any]] = []
    code, stopped, cancel = EXIT_DONE, EXIT_DONE, asyncio.Event()

    def stop(with_code: int) -> None:
        nonlocal stopped
        stopped = with_code
        cancel.set()

    async with opened_chat(profile, options.answer, "sotto import", may_begin=True) as (_, chat):
        options.on_stop(stop)
        for file in options.files:
            if cancel.is_set():
                break
            doing = options.aside.progress("Looking" if options.dry_run else "Importing")
            try:
                importing = chat.controller.exchange.importing
                take = importing.look if options.dry_run else importing.bring_in
                found = await take(file, doing, cancel, passphrase=options.secret)
            except GivenUp:
                break
            except ExchangeError as error:
                hint = _HOW_TO_UNSEAL if isinstance(error, FileSealed) else ""
                options.aside.complain(f"{single_line(str(file))}: {error.summary}{hint}")
                values.append({"file": str(file), "error": type(error).__name__})
                code = EXIT_FAILED
                continue
            options.aside.clear()
            lines += [f"{single_line(str(file))}: {line}" for line in _lines(found)]
            values.append({"file": str(file)} | asdict(found))
            code = EXIT_FAILED if found.fault or _gave_nothing(found) else code
    return Told(lines, values, stopped or code, is_answer=options.dry_run)


def _gave_nothing(found: Preview | Report) -> bool:
    """Whether all that there was had to be left out."""
    if isinstance(found, Preview):
        return bool(found.skipped) and not found.conversations
    here = len(found.added) + len(found.grown) + found.known + found.in_trash
    return bool(found.skipped) and not here


def _lines(found: Preview | Report) -> Iterator[str]:
    if isinstance(found, Preview):
        yield f"{_conversations(found.conversations, found.origin)}, {_beside(found)}"
        yield from _told(("here already", found.known), ("in the trash", found.in_trash))
    else:
        yield f"{_conversations(len(found.added), found.origin)} added, {_beside(found)}"
        yield from _told(
            ("have grown", len(found.grown)),
            ("without anything new", found.known),
            ("left in the trash", found.in_trash),
        )
    yield from _stayed_behind(found.skipped)
    if found.fault:
        yield f"No further: {found.fault.summary}"


def _conversations(count: int, origin: str) -> str:
    return f"{_counted(count, 'conversation')} of {program_of(origin)}"


def _beside(found: Preview | Report) -> str:
    return f"{_counted(found.items, 'message')}, {_counted(found.files, 'file')}"


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"


def _told(*counts: tuple[str, int]) -> Iterator[str]:
    for what, count in counts:
        if count:
            yield f"{what}: {count}"


def _stayed_behind(skipped: Iterable[Skipped]) -> Iterator[str]:
    for each in skipped:
        yield f"left out: {single_line(each.why)} ({each.count})"
