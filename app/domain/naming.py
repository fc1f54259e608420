"""Names that a person gives to what is kept: one line, and no two alike but for their case."""

from unicodedata import category, normalize

from app.domain.errors import EmptyName
from app.domain.text_pieces import storable

# Letters and signs that are drawn as nothing: the fillers of Hangul, and Braille without a dot.
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def one_line(text: str) -> str:
    """Return text as one line that can be kept; empty where nothing of it would be seen."""
    line = " ".join(storable(text).split())
    return line if any(map(_is_seen, line)) else ""


def name_from_person(text: str) -> str:
    """Return the name that a person typed, as one line. Raises EmptyName."""
    name = one_line(text)
    if not name:
        raise EmptyName("A name is needed.")
    return name


def _is_seen(letter: str) -> bool:
    kind = category(letter)
    return not (kind.startswith("Z") or kind in ("Cc", "Cf") or letter in _BLANKS)


def name_key(name: str) -> str:
    """Return what two names have in common that a person would take for one and the same."""
    return normalize("NFC", normalize("NFD", name).casefold())
