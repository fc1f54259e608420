"""What was asked for, in the language of the index. Every term is quoted, so none can be taken for syntax."""

from collections.abc import Sequence

from app.domain.indexed_text import indexed
from app.domain.text_words import Term


def match_of(wanted: Sequence[Term], unwanted: Sequence[Term] = ()) -> str:
    """Return the expression for rows that have all that is wanted, of which there is some."""
    expression = f"({' AND '.join(_quoted(term) for term in wanted)})"
    if unwanted:
        expression += f" NOT ({' OR '.join(_quoted(term) for term in unwanted)})"
    return expression


def _quoted(term: Term) -> str:
    text = indexed([term.text]).replace('"', '""')
    return f'"{text}" *' if term.is_prefix else f'"{text}"'
