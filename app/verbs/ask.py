"""`sotto ask`: a question from the command line, stored and answered as in the window."""

import asyncio
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from app.chat.provider_setup import ProviderSetup
from app.domain.errors import StoreMissing, UnknownAssistant
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.domain.question import Question
from app.domain.settings import Given
from app.opening import Chat, Opened, other_service
from app.store import conversations
from app.store.archive import Archive
from app.system.profile import Profile
from app.verbs.aside import Aside
from app.verbs.asking import Asking, Outcome
from app.verbs.exit_codes import EXIT_DONE, EXIT_NOT_WHOLE, EXIT_UNREAD
from app.verbs.files import prepared_files, require_files
from app.verbs.opened import has_history, opened_chat
from app.verbs.output import Output
from app.verbs.own_settings import own_settings
from app.verbs.reply_printer import ReplyPrinter
from app.verbs.service import chosen_service, key_from
from app.verbs.short_ids import find_conversation

_PATIENCE_SECONDS = 1.0  # for a reader that was in no hurry, once the reply was stopped


async def ask(options: Namespace, profile: Profile, output: Output) -> int:
    """Put `options.question`, print the reply as it comes, and return the exit code."""
    is_new = not has_history(profile)
    if is_new:
        _require_means(options)
    outcome, code = await _asked(options, profile, output, is_new=is_new)
    if options.json:  # once the profile is closed, so that whoever reads it may open it
        await output.write_json(_values(outcome))
    _say_how_it_ended(outcome, code, options.aside)
    return code


async def _asked(
    options: Namespace, profile: Profile, output: Output, *, is_new: bool
) -> tuple[Outcome, int]:
    async with opened_chat(profile, options.answer, "sotto ask", may_begin=True) as (opened, chat):
        if is_new:
            options.aside.remark(f"A new history has been begun in {profile.folder}.")
        service = await _service(options, profile, opened, chat)
        asked = await _conversation(options, opened.archive)
        own = await own_settings(chat.controller, asked, options.assistant, options.system)
        files = await prepared_files(chat.controller.attaching(asked), options.files)
        question = Question(options.question, files, own, options.model)
        try:
            return await _Answering(options, chat, service, output).answer(asked, question)
        finally:
            if service:
                await service.close()


def _require_means(options: Namespace) -> None:
    """Raise InputError before a history is begun for a question that cannot be asked."""
    chosen_service(options, None, options.environment)
    if options.conversation:
        raise StoreMissing("There is no history in this folder.")
    if options.assistant:
        raise UnknownAssistant("There is no history in this folder, and so no assistant of that name.")
    require_files(options.files)


async def _service(options: Namespace, profile: Profile, opened: Opened, chat: Chat) -> ProviderSetup | None:
    """Return another service for this question alone, or None where it goes where all of them go."""
    settings, key = await _given(options, chat)
    if key is None and settings == chat.provider.settings:
        return None
    service = other_service(profile, opened, chat)
    service.use_for_this_run(settings, key)
    return service


async def _given(options: Namespace, chat: Chat) -> Given:
    """Return service and key for this run. The keyring's key comes first, unless asked otherwise."""
    service = chosen_service(options, chat.provider.settings, options.environment)
    key = key_from(options.environment, service)
    if key and not options.from_environment and await chat.provider.has_key(service):
        key = None
    return service, key


async def _conversation(options: Namespace, archive: Archive) -> ConversationId | None:
    if options.conversation is None:
        return None
    found = await find_conversation(archive, options.conversation)
    await archive.read(conversations.require_outside_trash, found)
    return found


class _Answering:
    """One reply between the chat, the output and the signals that may stop it."""

    def __init__(self, options: Namespace, chat: Chat, service: ProviderSetup | None, output: Output) -> None:
        self._printer = None if options.json else ReplyPrinter(output)
        grow = self._printer.add if self._printer else _pass_over
        complain = options.aside.complain
        note = _pass_over if options.quiet else complain
        self._asking = Asking(chat.controller, service, grow, complain, note)
        self._on_stop = options.on_stop
        self._stopped = asyncio.Event()
        self._stopped_with: int | None = None

    async def answer(self, conversation: ConversationId | None, question: Question) -> tuple[Outcome, int]:
        """Ask, and return how it ended, with the exit code."""
        self._on_stop(self._stop)
        printing = asyncio.create_task(self._print())
        try:
            outcome = await self._asking.ask(conversation, question)
            await self._printed(printing)
        finally:
            printing.cancel()
        return outcome, self._code(outcome)

    async def _printed(self, printing: "asyncio.Task[None]") -> None:
        """Wait for a reader who is in no hurry, but not for long once a signal has come."""
        if self._printer:
            self._printer.end()
        hurry = asyncio.create_task(self._stopped.wait())
        await asyncio.wait({printing, hurry}, return_when=asyncio.FIRST_COMPLETED)
        hurry.cancel()
        await asyncio.wait({printing}, timeout=_PATIENCE_SECONDS)
        if printing.done():
            printing.result()

    def _stop(self, code: int) -> None:
        self._stopped_with = self._stopped_with or code
        self._stopped.set()
        self._asking.stop()

    async def _print(self) -> None:
        """Write the reply. Without anybody who reads on, there is no need of the rest of it."""
        try:
            if self._printer:
                await self._printer.print()
        except BrokenPipeError:
            self._stop(EXIT_UNREAD)

    def _code(self, outcome: Outcome) -> int:
        is_whole = outcome.item is not None and outcome.item.state is ItemState.COMPLETE
        return self._stopped_with or (EXIT_DONE if is_whole else EXIT_NOT_WHOLE)


def _pass_over(_: str) -> None:
    """Say nothing."""


def _values(outcome: Outcome) -> dict[str, Any]:
    item = outcome.item
    return {
        "conversation": outcome.conversation,
        "item": item.id if item else None,
        "state": item.state if item else ItemState.FAILED,
        "text": item.text if item else "",
        "author": item.author if item else None,
        "model": item.model if item else None,
        "usage": asdict(outcome.usage) if outcome.usage else None,
        "fault": asdict(outcome.fault) if outcome.fault else None,
    }


def _say_how_it_ended(outcome: Outcome, code: int, aside: Aside) -> None:
    if outcome.fault:
        aside.complain(outcome.fault.summary)
    elif code != EXIT_UNREAD and outcome.item and outcome.item.state is ItemState.STOPPED:
        aside.complain("The reply was stopped. What had arrived has been kept.")
    if outcome.item:
        aside.remark(f"Go on with: sotto ask --conversation {outcome.conversation}")
