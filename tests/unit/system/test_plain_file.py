"""The small plain file of settings."""

import stat
from pathlib import Path

import pytest

from app.domain.plain_settings import PlainSettings, Scheme
from app.system.plain_file import read_plain_settings, write_plain_settings

DARK = PlainSettings(scheme=Scheme.DARK)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write_plain_settings(file, DARK)
    assert read_plain_settings(file) == DARK
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"7", b"[" * 70_000, b'{"scheme": 3}'])
def test_a_file_that_is_no_such_file_says_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert read_plain_settings(file) == PlainSettings()


def test_a_missing_file_says_nothing_and_a_missing_folder_bothers_nobody(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "settings.json"
    write_plain_settings(file, DARK)
    assert read_plain_settings(file) == PlainSettings()
