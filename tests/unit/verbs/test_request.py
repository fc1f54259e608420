import json
from pathlib import Path

import pytest

from app.domain.errors import InputError, ProfileInUse
from app.verbs.request import Request, request_of
from app.verbs.typed import Typed


def request(*arguments: str, question: str | None = None) -> Request:
    return request_of(arguments, Typed(question, "four words"), {"OPENAI_API_KEY": "sk-1", "HOME": "/home"})


def test_a_request_arrives_as_it_was_made() -> None:
    made = request("ask", "--model", "m", question="Grüße \udcff\x1b")
    again = Request.from_json(made.to_json())
    assert (again.typed, again.environment) == (made.typed, {"OPENAI_API_KEY": "sk-1"})
    options = again.options()
    assert (options.verb, options.model, options.question) == ("ask", "m", "Grüße \udcff\x1b")
    assert options.secret == "four words"


def test_paths_begin_where_the_guest_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = request("ask", "--file", "a.txt", "--file", "/b.pdf")
    assert made.options().files == [tmp_path / "a.txt", Path("/b.pdf")]
    assert request("backup", "--to", "copy").options().to == tmp_path / "copy"


def test_no_secret_is_among_the_arguments_or_shown() -> None:
    made = request("key", "passphrase")
    assert "four words" not in made.arguments
    assert "four words" not in repr(made)
    assert "sk-1" not in repr(made)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--smoke",), ("--help",), ("--version",), ("list", "--help"), ("list", "--sideways"), ("unknown",)],
)
def test_what_is_no_verb_is_refused_without_a_word(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError):
        request(*arguments).options()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"null", b"[" * 100_000, b'"list"'])
def test_what_is_no_request_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        Request.from_json(content)


@pytest.mark.parametrize(
    "change",
    [
        {"arguments": "list"},
        {"arguments": [1]},
        {"folder": "relative"},
        {"folder": None},
        {"typed": {"question": 1, "secret": None}},
        {"typed": []},
        {"environment": {"OPENAI_API_KEY": 1}},
        {"is_terminal": "yes"},
        {"tells_person": None},
    ],
)
def test_a_request_in_which_one_thing_is_wrong_is_refused(change: dict[str, object]) -> None:
    sound = json.loads(request("list").to_json())
    Request.from_json(json.dumps(sound).encode())
    with pytest.raises(InputError):
        Request.from_json(json.dumps(sound | change).encode())


def test_a_guest_of_another_version_is_told_so() -> None:
    sound = json.loads(request("list").to_json())
    with pytest.raises(ProfileInUse, match="another version"):
        Request.from_json(json.dumps(sound | {"version": "0"}).encode())
