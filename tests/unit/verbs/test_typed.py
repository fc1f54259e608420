import getpass
import io
import os
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from app.credentials.sealed_head import SIGN
from app.domain.errors import EmptyPassphrase, InputError
from app.verbs import typed
from app.verbs.command import command_parser
from app.verbs.typed import Typed, ask_person, read_line


def options(*arguments: str) -> Namespace:
    return command_parser().parse_args(list(arguments))


def piped(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content))


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no terminal."""
    monkeypatch.setattr(typed, "has_terminal", lambda: False)


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Types these lines, one after the other, at a terminal."""
    lines: list[str] = []
    monkeypatch.setattr(typed, "has_terminal", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: lines.pop(0))
    monkeypatch.setattr(sys, "stdin", Keyboard(lines))
    return lines


class Keyboard:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self._lines.pop(0)


def test_a_question_is_asked_for_where_one_is_needed() -> None:
    assert ask_person(options("ask", "Why?"), piped(b"piped")) == Typed("Why?\n\npiped")
    assert ask_person(options("list"), piped(b"never read")) == Typed()


def test_lines_are_read_one_by_one() -> None:
    source = piped("süß\r\nsecond\n".encode())
    assert [read_line(source), read_line(source)] == ["süß", "second"]
    for rest in (source, None, piped(b"x" * 5000), piped(b"\xff\n")):
        with pytest.raises(InputError):
            read_line(rest)


def test_a_question_may_come_behind_the_passphrase() -> None:
    source = piped(b"four words\nHow blue\nis it?\n")
    assert read_line(source) == "four words"
    assert ask_person(options("ask", "--passphrase-stdin"), source) == Typed("How blue\nis it?")


def test_a_new_passphrase_is_typed_twice(person: list[str]) -> None:
    person += ["four words", "four words"]
    assert ask_person(options("key", "passphrase"), None).secret == "four words"
    person += ["four words", "for words"]
    with pytest.raises(InputError, match="not the same"):
        ask_person(options("key", "passphrase"), None)
    person += ["", ""]
    with pytest.raises(EmptyPassphrase):
        ask_person(options("key", "passphrase"), None)


@pytest.mark.usefixtures("nobody")
def test_where_nobody_sits_a_new_passphrase_is_piped_in() -> None:
    with pytest.raises(InputError, match="new-passphrase-stdin"):
        ask_person(options("key", "passphrase"), piped(b"words\n"))
    told = ask_person(options("key", "passphrase", "--new-passphrase-stdin"), piped(b"words\n"))
    assert told == Typed(secret="words")
    assert ask_person(options("key", "passphrase", "--remove"), None) == Typed()


def test_a_recovery_key_is_typed_back() -> None:
    assert ask_person(options("key", "recovery", "--confirm"), piped(b"abc\n")).secret == "abc"
    assert ask_person(options("key", "recovery"), piped(b"never read")) == Typed()


def test_an_export_is_sealed_by_what_is_typed_twice(person: list[str]) -> None:
    person += ["four words", "four words"]
    assert ask_person(options("export", "--all", "--to", "x", "--seal"), None).secret == "four words"
    assert ask_person(options("export", "--all", "--to", "x"), None) == Typed()


def test_the_passphrase_of_a_file_is_asked_for_where_one_is_sealed(person: list[str], tmp_path: Path) -> None:
    sealed, plain = tmp_path / "a.json.sotto", tmp_path / "a.json"
    sealed.write_bytes(SIGN + bytes(40))
    plain.write_bytes(b"[]")
    assert ask_person(options("import", str(plain), str(tmp_path / "gone")), None) == Typed()
    person += ["four words"]
    assert ask_person(options("import", str(plain), str(sealed)), None).secret == "four words"
    piped_in = options("import", str(sealed), "--file-passphrase-stdin")
    assert ask_person(piped_in, piped(b"other words\n")).secret == "other words"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_among_the_files_is_left_as_it_is(person: list[str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # to open it would wait for ever
    assert ask_person(options("import", str(tmp_path / "pipe")), None) == Typed()
    assert person == []


@pytest.mark.usefixtures("nobody")
def test_where_nobody_sits_no_file_is_opened_by_asking(tmp_path: Path) -> None:
    sealed = tmp_path / "a.json.sotto"
    sealed.write_bytes(SIGN)
    assert ask_person(options("import", str(sealed)), None) == Typed()


def test_to_delete_for_good_takes_a_yes(person: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    person += ["yes\n", "no\n", "\n"]
    assert ask_person(options("delete", "a", "b", "--for-good"), None) == Typed()
    assert "for good: 2." in capsys.readouterr().err
    for _ in range(2):
        with pytest.raises(InputError, match="Nothing has been deleted"):
            ask_person(options("delete", "a", "--for-good"), None)


@pytest.mark.usefixtures("nobody")
def test_where_nobody_sits_deleting_for_good_must_say_so() -> None:
    with pytest.raises(InputError, match="--yes"):
        ask_person(options("delete", "a", "--for-good"), None)
    assert ask_person(options("delete", "a", "--for-good", "--yes"), None) == Typed()
    assert ask_person(options("delete", "a"), None) == Typed()


def test_what_was_typed_is_put_where_the_verb_looks() -> None:
    filled = options("ask", "Why?")
    Typed("Why?\n\npiped").fill(filled)
    assert (filled.question, filled.secret) == ("Why?\n\npiped", None)


@pytest.mark.parametrize("told", [{}, {"question": 1, "secret": None}, {"question": "a"}])
def test_what_a_guest_sends_is_looked_at(told: dict[str, object]) -> None:
    assert Typed.from_mapping({"question": None, "secret": "b"}) == Typed(secret="b")
    with pytest.raises(InputError):
        Typed.from_mapping(told)
