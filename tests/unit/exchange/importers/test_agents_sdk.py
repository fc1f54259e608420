import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from agents import SQLiteSession
from agents.extensions.memory import AdvancedSQLiteSession, EncryptedSession

from app.exchange.importers import agents_sdk
from app.exchange.importers.databases import NEWEST_MAY_BE_MISSING
from app.exchange.importers.tally import EMPTY, FILES_MISSING, NOT_MESSAGES, TWICE
from app.exchange.importers.values import moment
from tests.fakes.exports import agents_sdk as sample
from tests.fakes.exports.jan import PICTURE
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fixtures.parcels import assert_linear
from tests.fixtures.taken_in import TakenIn, count_taken_in, source_of, taken_in

WEATHER = [sample.asked("Weather?"), *sample.call_and_output(), sample.answered("Snow in Oslo.")]
SAID = [
    ("user", "message", "Weather?"),
    ("assistant", "reasoning", "Look it up."),
    ("assistant", "function_call", 'weather({"city":"Oslo"})'),
    ("tool", "function_call_output", "Snow."),
    ("assistant", "message", "Snow in Oslo."),
]


def of(content: bytes) -> tuple[list[TakenIn], dict[str, int]]:
    return taken_in(agents_sdk, {"chats.db": content})


def only(content: bytes) -> TakenIn:
    (one,), skipped = of(content)
    assert skipped == {}
    return one


def test_a_session_is_a_conversation_with_each_item_kept_to_the_letter() -> None:
    one = only(sample.database({"ann": WEATHER}))
    assert one.said() == SAID
    assert [json.loads(item.body) for item in one.items.values()] == WEATHER
    assert [list(json.loads(item.body)) for item in one.items.values()] == [list(item) for item in WEATHER]


def test_a_session_knows_its_times() -> None:
    one = only(sample.database({"ann": WEATHER}))
    assert (one.head.id, one.head.title) == ("ann@1772359200", "Weather?")
    assert one.head.created_at == one.items["1"].created_at == moment("2026-03-01 10:00:00")
    assert one.head.changed_at == moment("2026-03-01 10:00:05")


def test_every_session_of_every_table_is_one_whatever_the_tables_are_called() -> None:
    content = sample.database({"a": [sample.asked("1")], "b": [sample.asked("2")]}, "people", "words")
    assert [each.head.id for each in of(content)[0]] == ["words/a@1772359200", "words/b@1772359201"]


def test_sessions_of_one_name_in_several_files_stay_apart_and_a_copy_stays_behind() -> None:
    first = sample.database({"s": [sample.asked("1")]})
    second = sample.database({"other": [sample.asked("0")], "s": [sample.asked("2")]})
    conversations, skipped = taken_in(agents_sdk, {"a.db": first, "b.db": second, "c.db": first})
    assert [each.texts() for each in conversations] == [["1"], ["0"], ["2"]]
    assert skipped == {TWICE: 1}


def test_branches_share_what_they_have_in_common() -> None:
    entries = [sample.asked(word) for word in ("one", "two", "other", "three")]
    one = only(sample.branching({"s": entries}, {"main": [0, 1, 3], "b": [0, 2], "early": [0]}))
    assert one.branches() == {"main": "4", "b": "3", "early": "1"}
    assert one.head.shown == "4"
    assert [text for _, _, text in one.said("3")] == ["one", "other"]
    assert len(one.items) == 4


def test_a_message_that_follows_different_ones_is_there_twice() -> None:
    entries = [sample.asked("one"), sample.asked("two"), sample.asked("again")]
    one = only(sample.branching({"s": entries}, {"main": [0, 2, 2], "b": [1, 2]}))
    assert [text for _, _, text in one.said(one.branches()["main"])] == ["one", "again", "again"]
    assert [text for _, _, text in one.said(one.branches()["b"])] == ["two", "again"]


def test_what_no_branch_holds_is_a_line_of_its_own() -> None:
    entries = [sample.asked("early"), sample.asked("one"), sample.asked("two")]
    one = only(sample.branching({"s": entries}, {"main": [1, 2]}))
    assert one.branches() == {"main": "3", "outside the branches": "1"}
    assert one.head.shown == "3"


def test_what_a_turn_has_used_stays_with_its_last_item() -> None:
    one = only(sample.branching({"s": WEATHER}, {"main": [0, 1, 2, 3, 4]}, usage=(2, 90, 10, 100)))
    assert [item.raw is None for item in one.items.values()] == [True, True, True, True, False]
    assert json.loads(one.items["5"].raw or "")["turn_usage"]["total_tokens"] == 100


def test_a_picture_that_is_written_out_becomes_a_file() -> None:
    content = [{"type": "input_text", "text": "Look"}, {"type": "input_image", "image_url": PICTURE}]
    linked = [{"type": "input_image", "image_url": "https://example.org/a.png"}]
    messages = [{"role": "user", "content": content}, {"role": "user", "content": linked}]
    (one,), skipped = of(sample.database({"s": messages}))
    (file,) = one.items["1"].files
    assert (file.media_type, len(one.files)) == ("image/png", 1)
    assert json.loads(one.items["1"].body)["content"] == content[:1]
    assert json.loads(one.items["2"].body)["content"] == linked
    assert skipped == {FILES_MISSING: 1}


def test_text_that_no_archive_can_keep_is_made_such_that_it_can() -> None:
    one = only(sample.database({"s": [sample.asked("a\0b\ud800"), sample.asked("a\\u0000b")]}))
    assert one.texts() == ["a\u2400b\ufffd", "a\\u0000b"]


def test_what_is_no_item_is_counted_and_the_rest_comes() -> None:
    texts = map(sample.Written, ("{", "", '{"a":' * 5000, '{"type":"reasoning","n":1e999}'))
    wrong = [*texts, [1], b"\xff", {"role": "user", "content": 7}, {"type": "Not A Kind"}, {}]
    (one,), skipped = of(sample.database({"s": [*wrong, sample.asked("Hello")]}))
    assert one.said() == [("user", "message", "Hello")]
    assert skipped == {NOT_MESSAGES: len(wrong)}


def test_a_log_beside_it_is_told() -> None:
    files = {"chats.db": sample.database({"ann": WEATHER}), "chats.db-wal": b"log"}
    assert taken_in(agents_sdk, files)[1] == {NEWEST_MAY_BE_MISSING: 1}


def test_other_databases_are_not_recognised() -> None:
    for content in (b"", b"SQLite format 3\0", sample.database({}).replace(b"message_data", b"message_date")):
        assert not agents_sdk.recognises(source_of({"chats.db": content}))


def test_of_a_file_that_is_cut_off_nothing_is_taken_in() -> None:
    whole = sample.branching({"s": WEATHER}, {"main": [0, 1, 2, 3, 4]})
    assert {count_taken_in(agents_sdk, {"a.db": part}) for part in broken_off(whole)} == {0}


def test_whatever_is_spoilt_the_rest_is_taken_in() -> None:
    conversations = ({"s": spoilt(WEATHER, seed)} for seed in range(300))
    contents = (sample.database(each) for each in conversations)
    assert {count_taken_in(agents_sdk, {"a.db": content}) for content in contents} == {1}


def written(path: Path, act: Callable[[Any], Awaitable[None]], session: Any) -> bytes:  # noqa: ANN401
    """The file that the SDK itself has written."""
    asyncio.run(act(session))
    getattr(session, "underlying_session", session).close()
    return path.read_bytes()


async def ask_for_the_weather(session: Any) -> None:  # noqa: ANN401
    await session.add_items(WEATHER)


async def branch_twice(session: Any) -> None:  # noqa: ANN401
    await session.add_items([*WEATHER, sample.asked("And tomorrow?"), sample.answered("Sun.")])
    await session.create_branch_from_turn(2, "other")
    await session.add_items([sample.asked("And yesterday?"), sample.answered("Rain.")])
    await session.create_branch_from_turn(2, "empty")


def test_what_the_sdk_has_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    content = written(path, ask_for_the_weather, SQLiteSession("ann", path))
    assert only(content).said() == SAID


def test_what_the_sdk_has_written_under_other_names_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    session = SQLiteSession("ann", path, sessions_table="people", messages_table="words")
    assert only(written(path, ask_for_the_weather, session)).head.id.startswith("words/ann@")


def test_branches_that_the_sdk_has_made_are_read(tmp_path: Path) -> None:
    path = tmp_path / "branching.db"
    session = AdvancedSQLiteSession(session_id="ann", db_path=path, create_tables=True)
    one = only(written(path, branch_twice, session))
    assert set(one.branches()) == {"main", "other", "empty"}
    assert one.said()[-1] == ("assistant", "message", "Sun.")
    assert [text for _, _, text in one.said(one.branches()["other"])][-2:] == ["And yesterday?", "Rain."]
    assert one.said(one.branches()["empty"]) == SAID
    assert len(one.items) == 9


def test_what_the_sdk_has_yet_to_write_into_its_file_is_read_from_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "open.db"
    session = SQLiteSession("ann", path)
    asyncio.run(ask_for_the_weather(session))
    files = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    session.close()
    assert count_taken_in(agents_sdk, {"open.db": files["open.db"]}) == 0
    (one,), skipped = taken_in(agents_sdk, files)
    assert (one.said(), skipped) == (SAID, {})


def test_what_the_sdk_has_locked_is_named(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    plain = SQLiteSession("ann", path)
    content = written(path, ask_for_the_weather, EncryptedSession("ann", plain, "a key of somebody's own"))
    assert of(content) == ([], {agents_sdk.LOCKED: 5, EMPTY: 1})


def test_a_long_session_takes_time_by_its_length() -> None:
    def chain(length: int) -> bytes:
        messages = [sample.asked("a")] * length
        return sample.branching({"s": messages}, {"main": [*range(length)], "b": [*range(length // 2)]})

    assert_linear(agents_sdk, chain)
