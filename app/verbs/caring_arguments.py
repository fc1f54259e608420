"""What may be typed behind the verbs that look after the history and its key."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

SHELLS = ("bash", "zsh", "fish")


def common_arguments() -> argparse.ArgumentParser:
    """What every verb understands."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="answer for a program instead of a person")
    common.add_argument(
        "--quiet", action="store_true", help="say nothing but what was asked for and what went wrong"
    )
    common.add_argument(
        "--profile", type=Path, metavar="FOLDER", default=argparse.SUPPRESS, help="as before the verb"
    )
    common.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help="where a passphrase opens the history, it is the first line of standard input",
    )
    return common


def add_caring_verbs(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    _add_backup(verbs, common)
    _add_restore(verbs, common)
    verbs.add_parser(
        "doctor",
        parents=[common],
        help="look at everything and say what is found",
        description="Looks at the archive, its keys and its backups, and changes nothing.",
        epilog="Exits with 5 where something is damaged; with --quiet, it says only what is not well. "
        "Example: sotto doctor --quiet || sotto backup --to copy.backup",
    )
    _add_salvage(verbs, common)
    _add_key(verbs, common)
    completion = verbs.add_parser(
        "completion",
        help="print what lets a shell complete these words",
        description="Prints a script by which a shell completes verbs, options and the names of files.",
        epilog="Example: sotto completion bash > ~/.local/share/bash-completion/completions/sotto",
    )
    completion.add_argument("shell", choices=SHELLS)


def _add_backup(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    backup = verbs.add_parser(
        "backup",
        parents=[common],
        help="make a backup",
        description="Makes a backup among the others, or as a file of its own, and proves it.",
        epilog="Example: sotto backup --to /media/stick/sotto.backup",
    )
    backup.add_argument("--to", type=Path, metavar="FILE", help="a new file, instead of among the others")


def _add_restore(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    restore = verbs.add_parser(
        "restore",
        parents=[common],
        help="bring back what a backup holds",
        description="Lets a backup take the place of the history, which is kept beside it. "
        "It needs the profile for itself.",
        epilog="Example: sotto restore sotto.backup --to ~/restored",
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, metavar="FOLDER", help="a folder without a history")
    restore.add_argument(
        "--recovery-key", action="store_true", help="read the recovery key from standard input"
    )


def _add_salvage(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    salvage = verbs.add_parser(
        "salvage",
        parents=[common],
        help="save what a damaged archive still holds",
        description="Brings what can still be read into a folder of its own and says what is lost. "
        "The damaged file stays as it is. It needs the profile for itself.",
        epilog="Example: sotto salvage --to ~/saved",
    )
    salvage.add_argument(
        "--to", type=Path, metavar="FOLDER", required=True, help="a folder without a history"
    )


def _add_key(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    key = verbs.add_parser(
        "key",
        help="look after the ways to the key",
        description="Looks after the ways that lead to the history's key. Secrets are never arguments: they "
        "are typed at the terminal, or read from standard input where that was asked for.",
        epilog="Example: sotto key status",
    )
    whats = key.add_subparsers(dest="what", metavar="WHAT", required=True)
    whats.add_parser(
        "status",
        parents=[common],
        help="tell which ways lead to the key",
        description="Tells which ways lead to the key, without taking one.",
        epilog="Example: sotto key status --json",
    )
    recovery = whats.add_parser(
        "recovery",
        parents=[common],
        help="make a recovery key, or replace it",
        description="Makes a recovery key, prints it once, and asks for it to be typed back. A former one "
        "opens the history until then.",
        epilog="Example: sotto key recovery",
    )
    recovery.add_argument(
        "--confirm", action="store_true", help="type back one that was made before, or read it from a pipe"
    )
    _add_passphrase(whats, common)
    whats.add_parser(
        "rotate",
        parents=[common],
        help="put the history under a new key",
        description="Makes a backup, copies the history under a new key, proves the copy and puts it in "
        "place. That needs room for two copies, and the profile for itself.",
        epilog="Example: sotto key rotate",
    )


def _add_passphrase(whats: "_Verbs", common: argparse.ArgumentParser) -> None:
    passphrase = whats.add_parser(
        "passphrase",
        parents=[common],
        help="set, change or remove the passphrase",
        description="Lets a passphrase open the history, in place of a former one: beside the keyring or, "
        "with --alone, in its place. Where neither is said, that stays as it is.",
        epilog="Example: sotto key passphrase --alone",
    )
    how = passphrase.add_mutually_exclusive_group()
    how.add_argument("--alone", action="store_true", help="take the key out of the keyring")
    how.add_argument("--keyring", action="store_true", help="keep the key in the keyring as well")
    how.add_argument("--remove", action="store_true", help="let the keyring alone open the history again")
    passphrase.add_argument(
        "--new-passphrase-stdin",
        action="store_true",
        help="read the new one from standard input: its first line, or the one behind --passphrase-stdin's",
    )
