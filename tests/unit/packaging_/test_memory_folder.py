import os
from pathlib import Path

import pytest

import memory_folder


def test_what_is_for_a_while_lies_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR")
    memory_folder.use_memory(tmp_path)
    assert os.environ["TMPDIR"] == str(tmp_path)


def test_a_person_who_said_where_to_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "elsewhere")
    memory_folder.use_memory(tmp_path)
    assert os.environ["TMPDIR"] == "elsewhere"


def test_a_place_that_is_missing_or_too_small_is_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not memory_folder.is_fit(tmp_path / "missing")
    assert memory_folder.is_fit(tmp_path)
    monkeypatch.setattr(memory_folder, "ROOM", 1 << 60)
    assert not memory_folder.is_fit(tmp_path)
