"""What may be typed behind `sotto`, verb by verb. It is loaded for every use, so it loads nothing itself."""

import argparse
from pathlib import Path


def add_verbs(parser: argparse.ArgumentParser) -> None:
    common = _common()
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="without a window")
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


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="answer for a program instead of a person")
    common.add_argument(
        "--profile", type=Path, metavar="FOLDER", default=argparse.SUPPRESS, help="as before the verb"
    )
    return common
