"""The command as a whole: what may be typed before a verb, and the verbs."""

import argparse
from pathlib import Path

from app import __version__
from app.verbs.arguments import add_verbs

PROFILE_VARIABLE = "SOTTO_PROFILE"


def command_parser(make: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return what understands the command line. Parsers of verbs are of the same make."""
    parser = make(
        prog="sotto",
        description="Opens the window onto your conversations.",
        epilog="Exit codes: 0 done, 1 failed, 2 wrong use, 3 the machine lacks something, 4 profile in use, "
        "5 the doctor found damage, 6 the reply is not whole, 7 nothing was found, 130 stopped by Ctrl+C, "
        "141 nobody read on.",
    )
    parser.add_argument("--version", action="version", version=f"sotto {__version__}")
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="FOLDER",
        help=f"the folder that holds the archive; else {PROFILE_VARIABLE} names it",
    )
    parser.add_argument(
        "--from-environment",
        action="store_true",
        help="for this run, take the address and key from OPENAI_BASE_URL and OPENAI_API_KEY",
    )
    parser.add_argument("--model", metavar="NAME", help="the model to ask, with --from-environment")
    parser.add_argument(
        "--smoke", action="store_true", help="paint the window once off the screen, check it, and end"
    )
    add_verbs(parser)
    return parser
