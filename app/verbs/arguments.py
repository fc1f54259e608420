"""What may be typed behind `sotto`, verb by verb. It is loaded for every use, so it loads nothing itself."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs.export_arguments import add_export

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def add_verbs(parser: argparse.ArgumentParser) -> None:
    common = _common()
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="without a window")
    _add_ask(verbs, common)
    _add_show(verbs, common)
    _add_search(verbs, common)
    _add_context(verbs, common)
    add_export(verbs, common)
    listing = verbs.add_parser("list", parents=[common], help="list the conversations")
    listing.add_argument("--trash", action="store_true", help="those in the trash instead")
    verbs.add_parser("doctor", parents=[common], help="look at everything and say what is found")
    salvage = verbs.add_parser("salvage", parents=[common], help="save what a damaged archive still holds")
    salvage.add_argument(
        "--to", type=Path, metavar="FOLDER", required=True, help="a folder without a history"
    )
    backup = verbs.add_parser("backup", parents=[common], help="make a backup")
    backup.add_argument("--to", type=Path, metavar="FILE", help="a new file, instead of among the others")
    restore = verbs.add_parser("restore", parents=[common], help="bring back what a backup holds")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, metavar="FOLDER", help="a folder without a history")
    restore.add_argument(
        "--recovery-key", action="store_true", help="read the recovery key from standard input"
    )
    key = verbs.add_parser("key", parents=[common], help="tell which ways lead to the key")
    key.add_argument("what", choices=["status"])


def _add_ask(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    ask = verbs.add_parser(
        "ask",
        parents=[common],
        help="ask a question and print the reply",
        description="Asks a question, prints the reply as it comes, and stores both as the window does. "
        "Ctrl+C stops the reply; what has arrived is kept.",
        epilog="The key comes from the keyring. Where it holds none for the service, OPENAI_API_KEY is used, "
        "but only for the address in OPENAI_BASE_URL, or else OpenAI's own. "
        "Examples: git diff | sotto ask 'What does this change?'; "
        "sotto ask --file report.pdf --system 'Answer in one sentence.' 'What is new in it?'",
    )
    ask.add_argument("question", nargs="?", help="text that is piped in comes behind it, or stands for it")
    ask.add_argument("--conversation", metavar="ID", help="go on with this one; the id's beginning will do")
    ask.add_argument(
        "--assistant", metavar="NAME", help="who answers from now on in this conversation, by its name"
    )
    ask.add_argument(
        "--system",
        metavar="TEXT",
        help="instructions for this conversation from now on, in place of the assistant's",
    )
    ask.add_argument(
        "--file",
        dest="files",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="send text, a PDF, a DOCX file or a picture along; may be given more than once",
    )
    ask.add_argument("--model", metavar="NAME", default=argparse.SUPPRESS, help="for this question alone")
    ask.add_argument("--base-url", metavar="URL", help="the service's address, for this question alone")
    ask.add_argument(
        "--from-environment",
        action="store_true",
        default=argparse.SUPPRESS,
        help="take address and key from OPENAI_BASE_URL and OPENAI_API_KEY first",
    )
    ask.add_argument("--quiet", action="store_true", help="say nothing beside the reply but what went wrong")


def _add_show(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    show = verbs.add_parser(
        "show",
        parents=[common],
        help="print a conversation",
        description="Prints the branch that a conversation shows: who wrote what, when, and how it ended.",
        epilog="Example: sotto show 0193a7e4 | less",
    )
    show.add_argument("conversation", metavar="ID", help="as `list` tells it; the id's beginning will do")


def _add_search(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    search = verbs.add_parser(
        "search",
        parents=[common],
        help="search all conversations",
        description="Searches the messages of every branch, titles and notes, and prints the newest first.",
        epilog="Exits with 7 where nothing is found. Example: sotto search 'cobalt glaze -copper'",
    )
    search.add_argument("text", nargs="+", help='words, "whole phrases", filters, as in the window')
    search.add_argument(
        "--limit", type=_count, default=50, metavar="N", help="so many at most; 50 if not said"
    )
    search.add_argument("--quiet", action="store_true", help="print nothing: the exit code tells")


def _add_context(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    context = verbs.add_parser(
        "context",
        parents=[common],
        help="tell what a request sends, what not, and why",
        description="Tells what the next request of a conversation would send, what it would leave out and "
        "why, and how many tokens that is. No service is asked.",
        epilog="Examples: sotto context 0193a7e4; sotto context 0193a7e4 --reply --json",
    )
    context.add_argument("conversation", metavar="ID", help="as `list` tells it; the id's beginning will do")
    context.add_argument(
        "--reply",
        nargs="?",
        const="",
        metavar="ITEM",
        help="what this reply was given instead, or the last one if no id is named",
    )
    context.add_argument(
        "--model", metavar="NAME", default=argparse.SUPPRESS, help="as if this model were asked"
    )


def _count(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on is needed")
    return int(typed)


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="answer for a program instead of a person")
    common.add_argument(
        "--profile", type=Path, metavar="FOLDER", default=argparse.SUPPRESS, help="as before the verb"
    )
    return common
