"""What was pasted or dropped: which files it names, and which picture it holds. Nothing is fetched."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter


def holds_files(content: QMimeData) -> bool:
    """Whether it is for attaching. Words that come with a picture, as from a table, are wanted as words."""
    return bool(paths_in(content)) or (content.hasImage() and not content.text().strip())


def paths_in(content: QMimeData) -> tuple[Path, ...]:
    """Return the files on this computer that it names. An address of anywhere else is only text."""
    if not content.hasUrls():
        return ()
    return tuple(Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())


def picture_in(content: QMimeData) -> QImage | None:
    picture = content.imageData() if content.hasImage() else None
    return picture if isinstance(picture, QImage) and not picture.isNull() else None


def png_of(picture: QImage) -> bytes:
    """Return the picture as a file. Takes a while: done in a thread."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    buffer.close()
    return bytes(kept.data())
