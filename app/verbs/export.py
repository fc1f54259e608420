"""`sotto export`: conversations as files, or one of them to standard output."""

import asyncio
from argparse import Namespace
from pathlib import Path

from app.chat.export_work import Exported
from app.chat.exporting import Exporting
from app.chat.unsealing import SEALED_ENDING
from app.domain.errors import InputError
from app.domain.export_choice import Detail, ExportChoice, Extent, Format
from app.domain.ids import ConversationId, FolderId
from app.domain.naming import name_key
from app.store import folders
from app.store.archive import Archive
from app.system.profile import Profile
from app.verbs.exit_codes import EXIT_DONE
from app.verbs.opened import opened_profile
from app.verbs.output import Output, single_line
from app.verbs.places import STANDARD_STREAM
from app.verbs.short_ids import find_conversation

_NOT_ENCRYPTED = "What is written is not encrypted."
_SEALED = "Only the passphrase opens what is written, and only in Sotto."


async def export(options: Namespace, profile: Profile, output: Output) -> int:
    if options.seal and options.to == STANDARD_STREAM:
        raise InputError("What is sealed goes into files. Name a file or a folder.")
    choice = ExportChoice(Format(options.format), Detail(options.detail), Extent(options.branches))
    async with opened_profile(profile, options.answer, "sotto export") as opened:
        exporting = Exporting(opened.archive)
        those = await _chosen(options, exporting, opened.archive)
        if options.to == STANDARD_STREAM:
            await _pour(exporting, those, choice, output)
            return EXIT_DONE
        exported = await _write(exporting, those, choice, options)
    await _tell(exported, options, output)
    return EXIT_DONE


async def _chosen(options: Namespace, exporting: Exporting, archive: Archive) -> list[ConversationId]:
    """Return which conversations are meant. Raises InputError."""
    ways = [bool(options.conversations), options.all, options.folder is not None]
    if sum(ways) != 1:
        raise InputError("Name conversations by their ids, or a folder with --folder, or say --all.")
    if options.all:
        return await exporting.everything()
    if options.folder is not None:
        return await exporting.within(await _folder(archive, options.folder))
    found = [await find_conversation(archive, typed) for typed in options.conversations]
    return list(dict.fromkeys(found))


async def _folder(archive: Archive, name: str) -> FolderId:
    for folder in await archive.study(folders.list_folders):
        if name_key(folder.name) == name_key(name):
            return folder.id
    raise InputError("There is no folder of that name.")


async def _write(
    exporting: Exporting, those: list[ConversationId], choice: ExportChoice, options: Namespace
) -> Exported:
    """Write into a folder where one is named or many files come of it, else the very file."""
    to = Path(options.to)
    is_many = len(those) != 1 or options.all or options.folder is not None
    ending = Path(options.to.removesuffix(SEALED_ENDING) if options.seal else options.to).suffix.lower()
    is_one_file = not is_many or (choice.format is Format.JSON and ending == ".json")
    is_folder = await asyncio.to_thread(to.is_dir) or options.to.endswith(("/", "\\"))
    write = exporting.to_file if is_one_file and not is_folder else exporting.to_folder
    progress = options.aside.progress("Exporting")
    try:
        return await write(
            those, choice, to, may_replace=options.force, progress=progress, passphrase=options.secret
        )
    finally:
        options.aside.clear()


async def _pour(
    exporting: Exporting, those: list[ConversationId], choice: ExportChoice, output: Output
) -> None:
    if len(those) != 1:
        raise InputError("Standard output takes one conversation. Name a folder for several.")
    if choice.format is Format.PDF:
        raise InputError("A PDF holds pages, and is no text for standard output. Name a file for it.")
    loop = asyncio.get_running_loop()

    def sink(content: bytes) -> None:
        """Wait on the work's thread until it is written: nothing piles up before a slow reader."""
        asyncio.run_coroutine_threadsafe(output.write(content.decode()), loop).result()

    await exporting.to_stream(those[0], choice, sink)


async def _tell(exported: Exported, options: Namespace, output: Output) -> None:
    if options.json:
        files = [str(path) for path in exported.paths]
        told = {"conversations": exported.conversations, "files": files}
        await output.write_json(told | {"files_beside": exported.files_beside})
    elif not options.quiet:
        count = f"Conversations: {exported.conversations}. Attached files: {exported.files_beside}."
        sealed = _SEALED if options.seal else _NOT_ENCRYPTED
        await output.write_line(f"{count}\nThey are in {single_line(options.to)}. {sealed}")
