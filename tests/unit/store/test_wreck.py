from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.domain.errors import StoreDamaged, StoreFromFuture
from app.domain.salvage_report import Gap
from app.store.driver import open_connection
from app.store.wreck import Wreck
from tests.unit.store.damage import ITEMS, pages_of, small_archive, with_a_bit_flipped, with_items_damaged


@contextmanager
def wreck_of(path: Path, key: str) -> Iterator[Wreck]:
    folder = path.with_name("wreck")
    folder.mkdir()
    with closing(Wreck(path, folder, key)) as wreck:
        yield wreck


@pytest.fixture
def path(tmp_path: Path, archive_key: str) -> Path:
    path = tmp_path / "archive.db"
    small_archive(path, archive_key)
    return path


def test_a_whole_file_is_read_whole(path: Path, archive_key: str) -> None:
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        depths = [depth for _, depth in wreck.rows("item", "depth")]
        assert list(wreck.unnumbered_rows("setting", "name, value", "name")) == [("a", "b")]
    assert sorted(depths) == sorted([*range(1, ITEMS + 1), ITEMS // 2 + 1])
    assert wreck.gaps == []


def test_a_damaged_first_page_loses_nothing(path: Path, archive_key: str) -> None:
    path.write_bytes(b"noise" * 100 + path.read_bytes()[500:])
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        assert len(list(wreck.rows("item", "depth"))) == ITEMS + 1
    assert wreck.gaps == []


def test_a_damaged_page_is_a_gap_and_all_behind_it_is_read(path: Path, archive_key: str) -> None:
    path.write_bytes(with_items_damaged(path, archive_key))
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        rows = list(wreck.rows("item", "depth"))
        (gap,) = wreck.gaps
    assert gap.first is not None
    assert gap.last is not None
    before = [number for number, _ in rows if number < gap.first]
    behind = [number for number, _ in rows if number > gap.last]
    assert len(before) + len(behind) == len(rows) > ITEMS - 12
    assert before
    assert behind


def test_a_table_without_its_root_is_one_gap(path: Path, archive_key: str) -> None:
    numbered, unnumbered = pages_of(path, archive_key, ("branch", "setting"))
    path.write_bytes(with_a_bit_flipped(with_a_bit_flipped(path.read_bytes(), numbered), unnumbered))
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        assert list(wreck.rows("branch", "depth")) == []
        assert list(wreck.unnumbered_rows("setting", "name, value", "name")) == []
        assert wreck.gaps == [Gap("branch", 0, None), Gap("setting")]


def test_what_waits_in_the_log_is_read_as_well(path: Path, archive_key: str) -> None:
    with closing(open_connection(path, archive_key)) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('newest', 'c')")
        with wreck_of(path, archive_key) as wreck:
            wreck.prepare()
            rows = list(wreck.unnumbered_rows("setting", "name, value", "name"))
    assert rows == [("a", "b"), ("newest", "c")]


def test_the_file_itself_is_not_touched(path: Path, archive_key: str) -> None:
    path.write_bytes(damaged := with_a_bit_flipped(path.read_bytes(), 1))
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
    assert path.read_bytes() == damaged
    assert sorted(each.name for each in path.parent.iterdir()) == ["archive.db", "wreck"]


def test_noise_has_no_rows(path: Path, archive_key: str) -> None:
    path.write_bytes(b"noise" * 20_000)
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        assert list(wreck.rows("item", "depth")) == []


def test_an_archive_from_the_future_is_left_to_its_program(path: Path, archive_key: str) -> None:
    with closing(open_connection(path, archive_key)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with wreck_of(path, archive_key) as wreck, pytest.raises(StoreFromFuture):
        wreck.prepare()


def test_an_archive_of_another_make_is_not_taken_for_ours(tmp_path: Path, archive_key: str) -> None:
    path = tmp_path / "archive.db"
    path.touch()
    with closing(open_connection(path, archive_key)) as connection:
        connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY)")
    with wreck_of(path, archive_key) as wreck:
        wreck.prepare()
        with pytest.raises(StoreDamaged):
            list(wreck._query("SELECT id FROM item"))
