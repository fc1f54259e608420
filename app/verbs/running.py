"""Runs the verb that the command line asks for."""

import asyncio
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import Any

from app.system.profile import Profile
from app.verbs.ask import ask
from app.verbs.backup import backup
from app.verbs.context import context
from app.verbs.doctor import doctor
from app.verbs.export import export
from app.verbs.key import key_status
from app.verbs.key_answer import answer_for, answer_to_backup
from app.verbs.list import list_conversations
from app.verbs.output import Output, standard_output
from app.verbs.question import read_question
from app.verbs.restore import restore
from app.verbs.salvage import salvage
from app.verbs.search import search
from app.verbs.show import show
from app.verbs.told import Told, tell


def run_verb(options: Namespace, profile: Profile) -> int:
    """Do what the command line asks for, and return the exit code. Raises AppError and BrokenPipeError."""
    _ask_person(options, profile)
    return asyncio.run(_run(options, profile))


def _ask_person(options: Namespace, profile: Profile) -> None:
    """Wait for a person before there is a loop, so that Ctrl+C ends the wait at once."""
    if options.verb == "ask":
        options.question = read_question(
            options.question, sys.stdin, quiet=options.quiet, may_be_empty=bool(options.files)
        )
    if options.verb == "restore":
        options.answer = answer_to_backup(options.recovery_key, sys.stdin)
    elif options.verb != "key":
        options.answer = answer_for(profile)


async def _run(options: Namespace, profile: Profile) -> int:
    async with standard_output(os.environ) as output:
        if doing := _DOING.get(options.verb):
            return await doing(options, profile, output)
        return await tell(await _TELLING[options.verb](options, profile), options, output)


Doing = Callable[[Namespace, Profile, Output], Coroutine[Any, Any, int]]
_DOING: Mapping[str, Doing] = MappingProxyType({"ask": ask, "show": show, "search": search, "export": export})
Telling = Callable[[Namespace, Profile], Coroutine[Any, Any, Told]]
_TELLING: Mapping[str, Telling] = MappingProxyType(
    {
        "context": context,
        "list": list_conversations,
        "doctor": doctor,
        "salvage": salvage,
        "backup": backup,
        "restore": restore,
        "key": key_status,
    }
)
