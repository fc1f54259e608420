"""What a file is, by how its bytes begin. Its name says nothing about that."""

from enum import StrEnum
from types import MappingProxyType

from app.domain.exchange_errors import FileProtected
from app.exchange.refusals import refusal


class FileKind(StrEnum):
    """The kinds that can be read, each under the media type that it is kept with."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    GIF = "image/gif"
    TEXT = "text/plain"


PICTURES = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.WEBP, FileKind.GIF})

_BEGINNINGS = MappingProxyType(
    {
        b"\x89PNG\r\n\x1a\n": FileKind.PNG,
        b"\xff\xd8\xff": FileKind.JPEG,
        b"GIF87a": FileKind.GIF,
        b"GIF89a": FileKind.GIF,
    }
)
_RIFF, _WEBP = b"RIFF", b"WEBP"
_PDF, _PDF_MAY_BEGIN_BEFORE = b"%PDF-", 1024
_ZIP, _DOCUMENT = b"PK\x03\x04", b"word/document"
# An Office document with a password is packed into a container of the older kind.
_OLD_OFFICE, _SEALED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")


def kind_of(content: bytes) -> FileKind | None:
    """Return what the bytes are, or None for what only a look at all of them could call text.

    Raises FileProtected for an Office document that is sealed as a whole.
    """
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content.startswith(_RIFF) and content[8:12] == _WEBP:
        return FileKind.WEBP
    if _PDF in content[:_PDF_MAY_BEGIN_BEFORE]:
        return FileKind.PDF
    if content.startswith(_ZIP) and _DOCUMENT in content:
        return FileKind.DOCX
    if content.startswith(_OLD_OFFICE) and _SEALED in content:
        raise refusal(FileProtected)
    return None


# The kinds of text that have a media type of their own. All are read alike.
_TEXTS = MappingProxyType(
    {
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
        "json": "application/json",
        "md": "text/markdown",
        "markdown": "text/markdown",
        "html": "text/html",
        "htm": "text/html",
        "xml": "application/xml",
    }
)


def text_type(name: str) -> str:
    """Return the media type of a file of text, for which its name is all there is to go by."""
    return _TEXTS.get(name.rpartition(".")[2].casefold(), FileKind.TEXT.value)
