"""What may be typed behind `sotto`, verb by verb. It is loaded for every use, so it loads nothing itself."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.verbs.caring_arguments import add_caring_verbs, common_arguments
from app.verbs.export_arguments import add_export

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def add_verbs(parser: argparse.ArgumentParser) -> None:
    common = common_arguments()
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="without a window")
    _add_ask(verbs, common)
    _add_list(verbs, common)
    _add_show(verbs, common)
    _add_search(verbs, common)
    _add_context(verbs, common)
    _add_branch(verbs, common)
    _add_delete(verbs, common)
    _add_undelete(verbs, common)
    _add_import(verbs, common)
    add_export(verbs, common)
    _add_stats(verbs, common)
    add_caring_verbs(verbs, common)


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


def _add_list(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    listing = verbs.add_parser(
        "list",
        parents=[common],
        help="list the conversations",
        description="Lists conversations with the ids by which the other verbs know them, those first that "
        "changed last.",
        epilog="Example: sotto list --tag glazes --limit 10",
    )
    place = listing.add_mutually_exclusive_group()
    place.add_argument("--trash", action="store_true", help="those in the trash instead")
    place.add_argument("--archived", action="store_true", help="the archived ones instead")
    place.add_argument("--folder", metavar="NAME", help="only those in this folder")
    place.add_argument("--tag", metavar="NAME", help="only those that bear this tag")
    listing.add_argument("--limit", type=_count, metavar="N", help="so many at most")


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
        epilog="Exits with 7 where nothing is found; with --quiet, that is all the answer. "
        "Example: sotto search 'cobalt glaze -copper'",
    )
    search.add_argument("text", nargs="+", help='words, "whole phrases", filters, as in the window')
    search.add_argument(
        "--limit", type=_count, default=50, metavar="N", help="so many at most; 50 if not said"
    )


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


def _add_branch(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    branch = verbs.add_parser(
        "branch",
        parents=[common],
        help="begin a conversation where another one ends",
        description="Begins a conversation of its own where this one ends, or behind one of its items, and "
        "prints its id. Nothing is copied, and each grows for itself.",
        epilog="Example: sotto ask --conversation \"$(sotto branch 0193a7e4)\" 'And in red?'",
    )
    branch.add_argument("conversation", metavar="ID", help="as `list` tells it; the id's beginning will do")
    branch.add_argument("--at", metavar="ITEM", help="behind this item, as `show --json` tells it")


def _add_delete(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    delete = verbs.add_parser(
        "delete",
        parents=[common],
        help="put conversations into the trash",
        description="Puts conversations into the trash, from where `undelete` brings them back; or deletes "
        "them for good, once a person at the terminal has agreed.",
        epilog="Example: sotto delete 0193a7e4 0193b001",
    )
    delete.add_argument("conversations", nargs="+", metavar="ID", help="its beginning will do")
    delete.add_argument("--for-good", action="store_true", help="nothing brings them back then")
    delete.add_argument("--yes", action="store_true", help="do not ask before deleting for good")


def _add_undelete(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    undelete = verbs.add_parser(
        "undelete",
        parents=[common],
        help="bring conversations back from the trash",
        description="Puts conversations from the trash back to where they were.",
        epilog="Example: sotto undelete 0193a7e4",
    )
    undelete.add_argument("conversations", nargs="+", metavar="ID", help="as `list --trash` tells it")


def _add_import(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    bring = verbs.add_parser(
        "import",
        parents=[common],
        help="bring in what other programs have exported",
        description="Brings in the exports of ChatGPT, Claude, Open WebUI, LibreChat, Gemini, Jan, Chatbox, "
        "Cherry Studio, llm and the Agents SDK, chats as Markdown, and what Sotto itself has exported. What "
        "is here already is not added again, and nothing that was changed or deleted here is touched.",
        epilog="Exits with 1 where something could not be taken in; the rest is. "
        "Example: sotto import chatgpt-export.zip --dry-run",
    )
    bring.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a file, packed as it came, or a folder"
    )
    bring.add_argument("--dry-run", action="store_true", help="tell what would come in, and change nothing")
    bring.add_argument(
        "--file-passphrase-stdin",
        action="store_true",
        help="read the passphrase of sealed files from standard input: its first line, "
        "or the one behind --passphrase-stdin's",
    )


def _add_stats(verbs: "_Verbs", common: argparse.ArgumentParser) -> None:
    stats = verbs.add_parser(
        "stats",
        parents=[common],
        help="tell what has been asked, and what it took",
        description="Adds up requests, tokens and cost. A ~ says that some of it is estimated; the cost is "
        "that of the requests whose price is known.",
        epilog="Example: sotto stats --by day --from 2026-11-01",
    )
    stats.add_argument(
        "--by",
        choices=["day", "model", "hour", "conversation"],
        default="model",
        help="model, if not said",
    )
    stats.add_argument("--from", dest="first", type=_day, metavar="DAY", help="no earlier than this day")
    stats.add_argument("--to", dest="last", type=_day, metavar="DAY", help="no later than this day")


def _count(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()) or int(typed) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on is needed")
    return int(typed)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is needed, such as 2026-11-21") from None
