"""Sealed files that are taken in."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from app.chat.unsealing import unsealed
from app.credentials.sealed_export import seal
from app.domain.exchange_errors import FileDamaged, FileSealed, FileUnreadable, PassphraseMisfit
from app.exchange.chosen_files import chosen_files
from app.exchange.source import RawFile, Source, held

WORDS = "four words are enough"
PLAIN = held("chat.md", b"## You\nHello")


def sealed(name: str, content: bytes) -> RawFile:
    return held(name, b"".join(seal(WORDS, [content])))


def test_what_is_not_sealed_stays_as_it_is() -> None:
    assert unsealed([PLAIN], None) == [PLAIN]


def test_what_is_sealed_is_read_at_any_place_as_often_as_is_wanted() -> None:
    (file,) = unsealed([sealed("chat.md.sotto", b"## You\nHello")], WORDS)
    assert (file.name, file.size) == ("chat.md", 12)
    for _ in range(2):
        with file.open() as stream:
            stream.seek(7)
            assert stream.read() == b"Hello"


def test_a_package_opens_through_its_seal() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("a.json", "[1, 2]")
    source = Source(unsealed([sealed("all.zip.sotto", packed.getvalue())], WORDS))
    assert [member.name for member in source.members] == ["a.json"]
    assert list(source.json_items(source.members[0])) == [1, 2]
    source.close()


def test_a_passphrase_is_asked_for_and_must_fit() -> None:
    files = [PLAIN, sealed("a", b"x")]
    with pytest.raises(FileSealed):
        unsealed(files, None)
    with pytest.raises(PassphraseMisfit):
        unsealed(files, "four words")


def test_half_a_file_is_known_before_anything_is_taken_from_it() -> None:
    half = b"".join(seal(WORDS, [bytes(100_000)]))[:70_000]
    with pytest.raises(FileDamaged):
        unsealed([held("a", half)], WORDS)


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    files = chosen_files(path)
    path.unlink()
    with pytest.raises(FileUnreadable):
        unsealed(files, None)
