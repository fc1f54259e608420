"""Which verb does what: here, or for a guest."""

from argparse import Namespace
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType
from typing import Any

from app.system.profile import Profile
from app.verbs.ask import ask
from app.verbs.backup import backup
from app.verbs.branch import branch
from app.verbs.context import context
from app.verbs.delete import delete, undelete
from app.verbs.doctor import doctor
from app.verbs.export import export
from app.verbs.importing import import_files
from app.verbs.key import key
from app.verbs.list import list_conversations
from app.verbs.output import Output
from app.verbs.restore import restore
from app.verbs.salvage import salvage
from app.verbs.search import search
from app.verbs.show import show
from app.verbs.stats import stats
from app.verbs.told import Told, tell

_ALONE = frozenset({"restore", "salvage", "key rotate"})


def name_of(options: Namespace) -> str:
    """Return the verb's whole name."""
    return f"key {options.what}" if options.verb == "key" else str(options.verb)


def needs_profile_alone(options: Namespace) -> bool:
    """Whether the verb moves the archive itself, so that nobody may have it open."""
    return name_of(options) in _ALONE


def needs_no_archive(options: Namespace) -> bool:
    """Whether the verb looks only at what is not locked, so that anybody may have it open."""
    return name_of(options) == "key status"


async def do_verb(options: Namespace, profile: Profile, output: Output) -> int:
    """Do what the command line asks for, and return the exit code. Raises AppError and BrokenPipeError.

    `options` also holds what belongs to the caller: `answer`, `aside`, `environment`, `on_stop`, `secret`.
    """
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
        "branch": branch,
        "delete": delete,
        "undelete": undelete,
        "import": import_files,
        "stats": stats,
        "doctor": doctor,
        "salvage": salvage,
        "backup": backup,
        "restore": restore,
        "key": key,
    }
)
