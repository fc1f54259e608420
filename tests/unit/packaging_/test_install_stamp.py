from pathlib import Path

import pytest

from install_stamp import Purpose, fingerprint, is_valid, remove, write


@pytest.fixture
def stamp(tmp_path: Path) -> Path:
    return tmp_path / "installed.json"


def test_a_stamp_holds_for_what_was_installed(stamp: Path) -> None:
    write(stamp, Purpose.RUN, "abc")
    assert is_valid(stamp, Purpose.RUN, "abc")
    assert not is_valid(stamp, Purpose.RUN, "abd")


def test_an_installation_for_tests_serves_running_but_not_the_other_way_round(stamp: Path) -> None:
    write(stamp, Purpose.TEST, "abc")
    assert is_valid(stamp, Purpose.RUN, "abc")
    write(stamp, Purpose.RUN, "abc")
    assert not is_valid(stamp, Purpose.TEST, "abc")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"purpose": "fly", "fingerprint": "abc"}', '{"purpose'])
def test_a_stamp_that_says_nothing_holds_for_nothing(stamp: Path, text: str) -> None:
    stamp.write_text(text)
    assert not is_valid(stamp, Purpose.RUN, "abc")


def test_a_removed_stamp_holds_no_more(stamp: Path) -> None:
    write(stamp, Purpose.RUN, "abc")
    remove(stamp)
    assert not is_valid(stamp, Purpose.RUN, "abc")
    remove(stamp)


def test_the_fingerprint_changes_with_every_file_and_fact(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("one")
    second.write_text("two")
    before = fingerprint([first, second], "/here")
    assert before == fingerprint([first, second], "/here")
    assert before != fingerprint([first, second], "/there")
    assert before != fingerprint([second, first], "/here")
    second.write_text("three")
    assert before != fingerprint([first, second], "/here")
