import inspect
import re

from app.domain import errors
from app.domain.errors import AppError, BugError, Fault, RateLimited

KINDS = [each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, Exception)]
APP_ERRORS = [kind for kind in KINDS if issubclass(kind, AppError)]


def tree_of_the_docstring() -> dict[str, str]:
    """The parent of each error as the module's docstring tells it: in front of it or above."""
    _, drawing, _ = (errors.__doc__ or "").split("\n\n", 2)
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = [(0, "Exception")]
    for line in drawing.splitlines():
        indent = len(line) - len(line.lstrip())
        first, *others = re.findall(r"\b[A-Z]\w*[a-z][A-Z]\w*\b", line)
        if indent > 10:
            others, first = [first, *others], above[-1][1]
        else:
            while above[-1][0] >= indent:
                above.pop()
            parents[first] = above[-1][1]
            above.append((indent, first))
        parents |= dict.fromkeys(others, first)
    return parents


def test_the_docstring_names_every_error_and_none_more() -> None:
    assert tree_of_the_docstring() == {kind.__name__: kind.__bases__[0].__name__ for kind in KINDS}


def test_every_error_says_what_happened() -> None:
    for kind in KINDS:
        assert kind.__doc__ != kind.__bases__[0].__doc__, kind
        assert re.fullmatch(r"[A-Z].*\.", kind.__doc__ or "", re.DOTALL), kind


def test_of_an_error_of_the_world_its_kind_and_one_sentence_are_kept() -> None:
    for kind in APP_ERRORS:
        error = kind("It rains.")
        assert error.fault == Fault(kind.__name__, "It rains.")
        assert str(error) == error.summary == "It rains."


def test_a_bug_is_not_the_worlds_fault() -> None:
    assert not issubclass(BugError, AppError)


def test_a_service_may_say_how_long_to_wait() -> None:
    assert RateLimited("Wait.").retry_after is None
    assert RateLimited("Wait.", 2.5).retry_after == 2.5
