"""What was pasted or dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from app.ui.composer.incoming import holds_files, paths_in, picture_in, png_of
from app.ui.composer.thumbnails import thumbnail


def picture() -> QImage:
    made = QImage(8, 6, QImage.Format.Format_RGB32)
    made.fill(0)
    return made


@pytest.fixture
def content() -> QMimeData:
    return QMimeData()


def test_files_of_this_computer_are_for_attaching(content: QMimeData, tmp_path: Path) -> None:
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert holds_files(content)
    assert paths_in(content) == (tmp_path / "a.txt",)


def test_an_address_of_elsewhere_is_text(content: QMimeData) -> None:
    content.setUrls([QUrl("https://example.org/a.png")])
    assert not holds_files(content)
    assert paths_in(content) == ()


def test_a_picture_is_for_attaching_unless_words_come_with_it(content: QMimeData) -> None:
    content.setImageData(picture())
    assert holds_files(content)
    content.setText("A table")
    assert not holds_files(content)


def test_a_picture_becomes_a_file(content: QMimeData) -> None:
    content.setImageData(picture())
    found = picture_in(content)
    assert found is not None
    assert thumbnail(png_of(found)) is not None
    assert picture_in(QMimeData()) is None
