"""What a person types for a verb, or pipes in: it is asked for before anything is opened."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

from app.chat.unsealing import is_sealed_file
from app.domain.errors import EmptyPassphrase, InputError
from app.verbs.key_answer import has_terminal
from app.verbs.question import read_question

_LONGEST_LINE = 4096
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Typed:
    """`question` is the whole of it; `secret` is a passphrase, or a recovery key typed back."""

    question: str | None = field(default=None, repr=False)
    secret: str | None = field(default=None, repr=False)

    def fill(self, options: Namespace) -> None:
        """Put it among the options, where the verb looks for it."""
        if self.question is not None:
            options.question = self.question
        options.secret = self.secret

    @classmethod
    def from_mapping(cls, told: Mapping[str, object]) -> "Typed":
        """Read what a guest has sent. Raises InputError."""
        match told:
            case {"question": str() | None as question, "secret": str() | None as secret}:
                return cls(question, secret)
            case _:
                raise InputError("What was typed makes no sense.")


def ask_person(options: Namespace, piped: TextIO | None) -> Typed:
    """Ask for what the verb needs. Raises InputError where nobody can be asked."""
    if options.verb == "ask":
        may_be_empty = bool(options.files)
        return Typed(read_question(options.question, piped, quiet=options.quiet, may_be_empty=may_be_empty))
    if options.verb == "delete" and options.for_good and not options.yes:
        _require_consent(len(options.conversations))
    if options.verb == "key" and options.what == "recovery" and options.confirm:
        return Typed(secret=_line_typed("Recovery key: ", piped))
    if options.verb == "key" and options.what == "passphrase" and not options.remove:
        return Typed(secret=_new_passphrase(options, piped))
    if options.verb == "export" and options.new_passphrase_stdin and not options.seal:
        raise InputError("A passphrase goes with --seal. Nothing has been written.")
    if options.verb == "export" and options.seal:
        return Typed(secret=_new_passphrase(options, piped))
    if options.verb == "import":
        return Typed(secret=_passphrase_of_files(options, piped))
    return Typed()


def read_line(piped: TextIO | None) -> str:
    """Return the next line that was piped in, without its end. Raises InputError."""
    content = b"" if piped is None else piped.buffer.readline(_LONGEST_LINE + 1)
    if not content or len(content) > _LONGEST_LINE:
        raise InputError("A line was to be read from standard input, and there is none that could be.")
    try:
        return content.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise InputError("What was piped in is not text in UTF-8.") from None


def _require_consent(count: int) -> None:
    if not has_terminal() or sys.stdin is None or not sys.stdin.isatty():
        raise InputError("To delete for good where nobody can be asked, say --yes.")
    sys.stderr.write(f"Conversations to delete for good: {count}. Nothing brings them back. Type yes: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() != _YES:
        raise InputError("Nothing has been deleted.")


def _line_typed(prompt: str, piped: TextIO | None) -> str:
    """Return a line from a person, or else from a pipe."""
    if piped is not None and piped.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
    return read_line(piped)


def _new_passphrase(options: Namespace, piped: TextIO | None) -> str:
    if options.new_passphrase_stdin:
        typed = read_line(piped)
    elif has_terminal():
        typed = getpass.getpass("New passphrase: ")
        if getpass.getpass("Once more: ") != typed:
            raise InputError("The two are not the same. Nothing has been done.")
    else:
        raise InputError("Where nobody can be asked, say --new-passphrase-stdin.")
    if not typed:
        raise EmptyPassphrase("A passphrase needs at least one character.")
    return typed


def _passphrase_of_files(options: Namespace, piped: TextIO | None) -> str | None:
    """Return what opens the sealed files among those to be taken in: one for all of them."""
    if options.file_passphrase_stdin:
        return read_line(piped)
    if has_terminal() and any(map(is_sealed_file, options.files)):
        return getpass.getpass("Passphrase of the file: ")
    return None
