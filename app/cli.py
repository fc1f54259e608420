"""The `sotto` command. What needs no window is answered without loading Qt."""

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from app.domain.errors import AppError, DisplayMissing, InputError, StoreError
from app.domain.settings import OPENAI_ADDRESS, Given, ProviderSettings, origin_of
from app.system.display import has_display
from app.system.hardening import harden_process
from app.system.profile import Profile, default_profile
from app.system.profile_lock import ProfileLock, take_profile
from app.verbs.advice import sentence_for
from app.verbs.aside import complain
from app.verbs.command import PROFILE_VARIABLE, command_parser
from app.verbs.exit_codes import EXIT_FAILED, EXIT_STOPPED, EXIT_UNREAD, exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    harden_process()
    typed = sys.argv[1:] if arguments is None else list(arguments)
    options = command_parser().parse_args(typed)
    try:
        if options.verb:
            return _do_verb(options, typed)
        return _smoke() if options.smoke else _open_window(options, os.environ)
    except AppError as error:
        complain(sentence_for(error))
        return exit_code(error)
    except KeyboardInterrupt:
        return EXIT_STOPPED
    except BrokenPipeError:  # nobody reads any more, as when `head` has had enough
        return EXIT_UNREAD


def _smoke() -> int:
    from app.startup import paint_once

    if paint_once():
        return 0
    complain("The window was painted, but the picture is blank.")
    return EXIT_FAILED


def _do_verb(options: argparse.Namespace, typed: Sequence[str]) -> int:
    from app.verbs.running import run_verb

    return run_verb(options, typed, _profile(options, os.environ))


def _profile(options: argparse.Namespace, environment: Mapping[str, str]) -> Profile:
    """Return the profile named on the command line, or else in the environment, or else the usual one."""
    named = options.profile or environment.get(PROFILE_VARIABLE)
    return Profile(Path(named)) if named else default_profile()


def _open_window(options: argparse.Namespace, environment: Mapping[str, str]) -> int:
    given = _given_provider(options, environment)
    if not has_display(environment):
        raise DisplayMissing(
            "There is no display to open a window on. Start Sotto from a desktop, or set DISPLAY to one."
        )
    profile = _profile(options, environment)
    lock = ProfileLock(profile.lock)
    with suppress(StoreError):  # the window will tell
        take_profile(profile, lock)
    try:
        return _run(profile, lock, given)
    finally:
        lock.release()


def _run(profile: Profile, lock: ProfileLock, given: Given | None) -> int:
    """Show the window's outlines first: loading the rest takes longer than that.

    Nothing that is loaded is garbage, and to look for some takes a tenth of the start. The window has its own
    way to collect, from the moment that its loop runs.
    """
    gc.disable()
    from app.ui.application import Application

    application = Application(offscreen=False, plain_file=profile.settings)
    application.show_shell()
    from app.startup import run
    from app.verbs.doorway import window_host

    return run(application, profile, lock, given, window_host(profile))


def _given_provider(options: argparse.Namespace, environment: Mapping[str, str]) -> Given | None:
    """Return the service and key for this run alone, if they were asked to be taken from the environment."""
    if not options.from_environment:
        return None
    if not options.model:
        raise InputError("With --from-environment, --model must name the model.")
    settings = ProviderSettings(environment.get("OPENAI_BASE_URL", OPENAI_ADDRESS), options.model)
    origin_of(settings.base_url)
    return settings, environment.get("OPENAI_API_KEY")
