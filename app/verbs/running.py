"""Runs the verb that the command line asks for: here, or in whoever has the profile open."""

import asyncio
import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.errors import CredentialError, ProfileInUse
from app.domain.ways import Answer
from app.hosting import Host
from app.system.local_socket import connect_to
from app.system.profile import Profile
from app.verbs.aside import own_aside
from app.verbs.completion import completion
from app.verbs.dispatch import do_verb, name_of, needs_no_archive, needs_profile_alone
from app.verbs.doorway import refuse
from app.verbs.exit_codes import EXIT_DONE, EXIT_FAILED, EXIT_SIGNALLED
from app.verbs.guest import be_guest
from app.verbs.key_answer import answer_for, answer_to_backup
from app.verbs.opened import Hosting
from app.verbs.output import standard_output
from app.verbs.request import request_of
from app.verbs.serving import attend
from app.verbs.typed import Typed, ask_person, read_line

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_PATIENCE_SECONDS = 2.0  # for a holder that is nearly done
_PAUSE_SECONDS = 0.02
_CONFIRM = "--confirm"
_ATTEMPTS = 3


def run_verb(options: Namespace, arguments: Sequence[str], profile: Profile) -> int:
    """Do what the command line asks for, and return the exit code. Raises AppError and BrokenPipeError."""
    if options.verb == "completion":
        sys.stdout.write(completion(options.shell))
        return EXIT_DONE
    passphrase = read_line(sys.stdin) if options.passphrase_stdin else None
    running = _Running(profile, passphrase)
    code = running.run(options, arguments, ask_person(options, sys.stdin))
    if code == EXIT_DONE and _waits_to_be_typed_back(options):
        return _confirm(running, options, arguments)
    return code


@dataclass
class _Running:
    """Runs one verb or two. A person is asked for the passphrase once at most, where it is needed."""

    profile: Profile
    passphrase: str | None
    answer: Answer | None = None

    def run(self, options: Namespace, arguments: Sequence[str], typed: Typed) -> int:
        """Do it here or elsewhere, and wait a little for a holder that is nearly done."""
        patient_until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            code = None if _is_done_here(options) else self._as_guest(arguments, typed)
            if code is not None:
                return code
            try:
                return self._here(options, typed)
            except ProfileInUse as error:
                if time.monotonic() > patient_until:
                    raise _in_use(options, error) from error
            time.sleep(_PAUSE_SECONDS)

    def _as_guest(self, arguments: Sequence[str], typed: Typed) -> int | None:
        if connection := connect_to(self.profile.socket):
            return be_guest(connection, request_of(arguments, typed, os.environ).to_json())
        return None

    def _here(self, options: Namespace, typed: Typed) -> int:
        """Wait for a person before there is a loop, so that Ctrl+C ends the wait at once."""
        if self.answer is None and not needs_no_archive(options):
            self.answer = self._asked(options)
        typed.fill(options)
        options.aside, options.environment = own_aside(quiet=options.quiet), MappingProxyType(os.environ)
        return asyncio.run(_run(options, self.profile, self.answer))

    def _asked(self, options: Namespace) -> Answer:
        if options.verb == "restore":
            recovery_key = read_line(sys.stdin) if options.recovery_key else None
            return answer_to_backup(recovery_key, self.passphrase)
        return answer_for(self.profile, self.passphrase)


async def _run(options: Namespace, profile: Profile, answer: Answer | None) -> int:
    host = Host(profile, attend, refuse)

    def tell_of_waiting() -> None:
        options.aside.remark("Another process is still at work on this history. Ctrl+C sends it away.")

    is_shared = answer is not None and not needs_profile_alone(options)
    options.answer = Hosting(answer, host, tell_of_waiting) if answer and is_shared else answer

    def on_stop(stop: Callable[[int], None]) -> None:
        def stop_and_hurry(code: int) -> None:
            host.hurry()
            stop(code)

        _on_signals(stop_and_hurry)

    options.on_stop = on_stop
    async with standard_output(os.environ) as output:
        return await do_verb(options, profile, output)


def _is_done_here(options: Namespace) -> bool:
    return needs_profile_alone(options) or needs_no_archive(options)


def _in_use(options: Namespace, error: ProfileInUse) -> ProfileInUse:
    if not needs_profile_alone(options):
        return error
    return ProfileInUse(f"{error.summary} `{name_of(options)}` needs it alone: close the other one first.")


def _on_signals(stop: Callable[[int], None]) -> None:
    """Let `stop` hear of signals, with the exit code, in place of an end at once."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:  # as with nohup
            continue
        with suppress(NotImplementedError):  # on Windows
            loop.add_signal_handler(number, stop, EXIT_SIGNALLED + number)


def _waits_to_be_typed_back(options: Namespace) -> bool:
    """Whether a recovery key has been shown to a person, who sits there."""
    if name_of(options) != "key recovery" or options.confirm or options.json or options.quiet:
        return False
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()


def _confirm(running: _Running, options: Namespace, arguments: Sequence[str]) -> int:
    """Have the recovery key typed back, and once more where there was a slip."""
    options.confirm, code = True, EXIT_FAILED
    for _ in range(_ATTEMPTS):
        try:
            code = running.run(options, [*arguments, _CONFIRM], ask_person(options, sys.stdin))
        except CredentialError as error:
            own_aside().complain(error.summary)
        if code == EXIT_DONE:
            break
    return code
