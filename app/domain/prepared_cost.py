"""What prepared files will cost beside the question that they are attached to."""

from collections.abc import Iterable

from app.domain.attached_parts import given_text
from app.domain.attachment import PICTURE_TYPE, GivenFile, PreparedFile
from app.domain.picture_tokens import picture_tokens
from app.domain.tokens import NOTHING, Amounts, amounts_of, known, together


def amounts_beside(files: Iterable[PreparedFile]) -> Amounts:
    """Return the amounts of all that a model is given of the files. A picture counts as one of usual size."""
    total = NOTHING
    for file in files:
        total = together(total, _amounts(file))
    return total


def _amounts(file: PreparedFile) -> Amounts:
    if file.media_type.startswith(PICTURE_TYPE):
        title = GivenFile(file.name, file.media_type, picture=b"")
        return together(amounts_of(given_text(title)), known(picture_tokens({})))
    return amounts_of(given_text(GivenFile(file.name, file.media_type, file.text or "")))
