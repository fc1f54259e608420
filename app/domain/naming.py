"""Names that a person gives to what is kept: one line, and no two alike but for their case."""

from unicodedata import normalize

from app.domain.errors import EmptyName
from app.domain.text_pieces import storable


def name_from_person(text: str) -> str:
    """Return the name that a person typed, as one line. Raises EmptyName."""
    name = " ".join(storable(text).split())
    if not name:
        raise EmptyName("A name is needed.")
    return name


def name_key(name: str) -> str:
    """Return what two names have in common that a person would take for one and the same."""
    return normalize("NFC", normalize("NFD", name).casefold())
