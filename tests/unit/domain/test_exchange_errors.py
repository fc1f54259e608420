import inspect
import re

from app.domain import exchange_errors
from app.domain.exchange_errors import ExchangeError

KINDS = [
    each
    for each in vars(exchange_errors).values()
    if inspect.isclass(each) and issubclass(each, ExchangeError)
]


def test_the_docstring_names_every_error_and_none_more() -> None:
    named = re.findall(r"\b[A-Z]\w*[a-z][A-Z]\w*\b", exchange_errors.__doc__ or "")
    assert sorted(named) == sorted(kind.__name__ for kind in KINDS)


def test_every_error_says_what_happened() -> None:
    for kind in KINDS:
        assert re.fullmatch(r"[A-Z].*\.", kind.__doc__ or "", re.DOTALL), kind
