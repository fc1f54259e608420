"""What the core says, in the language of the person."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.domain.errors import ProviderUnreachable
from app.ui.core_words import in_own_words
from app.ui.wording import words_for
from tests.fixtures.pseudo_language import SIGN

CORE = Path(app.__file__).parent
# Errors whose own sentence is shown, how the core puts one together, and what a check finds.
TOLD = frozenset(
    {
        *("AddressMalformed", "ConnectionMalformed", "CredentialsRejected", "ModelUnknown", "NoSuchWay"),
        *("ProviderBroken", "ProviderBusy", "ProviderUnreachable", "RateLimited", "ReplyRefused"),
        *("RoomTooSmall", "SummaryFailed", "ProfileInUse", "Finding", "_Check", "_with", "_fail"),
    }
)
FILLED_IN = {"where": "service", "kind.replace('recovery', 'recovery key')": "recovery key", "what": "A copy"}


def sentences(tree: ast.AST) -> Iterator[str]:
    """Every sentence that the core says of an error or a finding, with something for what it fills in."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TOLD):
            continue
        given = [ast.unparse(each) for each in call.args]
        if "Severity.GOOD" in given:
            continue  # only what is not well is told
        told = [each for each in call.args if isinstance(each, ast.Constant | ast.JoinedStr)]
        if call.func.id == "_Check":
            told = told[-1:]
        yield from (text for each in told if (text := _text(each)).endswith("."))


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text.replace("{count}", "3")
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) for part in parts)
        case ast.FormattedValue(value=value):
            return FILLED_IN.get(ast.unparse(value), "3")
        case _:
            return ""


def core() -> list[str]:
    parts = ("chat", "credentials", "domain", "providers", "store", "system")
    files = (file for part in parts for file in sorted((CORE / part).rglob("*.py")))
    return sorted({text for file in files for text in sentences(ast.parse(file.read_text("utf-8")))})


@pytest.mark.usefixtures("pseudo_language")
def test_every_sentence_that_the_core_tells_a_person_is_translated() -> None:
    told = core()
    assert len(told) > 50
    assert [text for text in told if SIGN not in in_own_words(text)] == []


@pytest.mark.usefixtures("pseudo_language")
def test_a_sentence_that_nobody_has_translated_is_found() -> None:
    planted = ast.parse("raise ProviderBroken(f'The service sang {song}.')\nReplyRefused('It sighed.')")
    assert [text for text in sentences(planted) if SIGN not in in_own_words(text)] == [
        "The service sang 3.",
        "It sighed.",
    ]


@pytest.mark.usefixtures("pseudo_language")
def test_what_is_filled_in_and_what_a_service_says_stay_as_they_are() -> None:
    told = in_own_words("The service failed with status 502. It says: upstream is gone.")
    assert told.count(SIGN) == 2
    assert "502" in told
    assert "upstream is gone." in told


def test_in_english_everything_stays_as_it_came() -> None:
    for text in (*core(), "Somebody else's words.", "It says: nothing."):
        assert in_own_words(text) == text


@pytest.mark.usefixtures("pseudo_language")
def test_an_errors_own_sentence_is_worded_in_the_persons_language() -> None:
    fault = ProviderUnreachable("Nothing answers at the service's address.").fault
    assert words_for(fault).explanation.startswith(SIGN)
