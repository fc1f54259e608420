"""What may be typed behind `sotto export`."""

import argparse
from typing import TYPE_CHECKING

from app.verbs.places import TypedPlace

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

_FORMATS = ("markdown", "json", "html", "pdf", "txt")


def add_export(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    export = verbs.add_parser(
        "export",
        parents=[common],
        help="write conversations as files",
        description="Writes conversations as Markdown, or in another format, each as a file named after its "
        "title, with what is attached in a folder beside it. Markdown in full detail and JSON can be taken "
        "in again, to the letter. What is written is not encrypted, unless it is sealed.",
        epilog="Examples: sotto export --all --to notes; sotto export 0193a7e4 --to talk.md --detail full; "
        "sotto export 0193a7e4 --to - | less; sotto export --all --to safe --format json --seal",
    )
    export.add_argument(
        "conversations", nargs="*", metavar="ID", help="as `list` tells it; the id's beginning will do"
    )
    export.add_argument("--all", action="store_true", help="all conversations outside the trash")
    export.add_argument("--folder", metavar="NAME", help="the conversations of this folder of Sotto's")
    export.add_argument(
        "--to",
        type=TypedPlace,
        required=True,
        metavar="PLACE",
        help="a folder, or a file for one conversation, or - for standard output; "
        "a file that ends in .json takes any number of them as JSON",
    )
    export.add_argument("--format", choices=_FORMATS, default="markdown", help="markdown if not said")
    export.add_argument(
        "--branches", choices=("shown", "all"), default="shown", help="which of them; shown if not said"
    )
    export.add_argument(
        "--detail",
        choices=("text", "readable", "full"),
        default="readable",
        help="what was said alone; thoughts and calls as well; or all that can be taken in again",
    )
    export.add_argument(
        "--seal",
        action="store_true",
        help="encrypt each file with a passphrase, which is asked for; only Sotto opens it again",
    )
    export.add_argument(
        "--new-passphrase-stdin",
        action="store_true",
        help="read that passphrase from standard input: its first line, "
        "or the one behind --passphrase-stdin's",
    )
    export.add_argument("--force", action="store_true", help="replace files of the same name")
