from app.exchange.importers import llm_logs
from app.exchange.importers.databases import NEWEST_MAY_BE_MISSING
from tests.fakes.exports.agents_sdk import asked, database
from tests.fakes.exports.llm_logs import RESPONSES, THREADS, Log, newer, older, text
from tests.fakes.exports.spoilt import broken_off
from tests.fixtures.taken_in import count_taken_in, source_of, taken_in


def both(*prompts: str) -> bytes:
    """An earlier conversation, and a thread of the same name in which these prompts are told."""
    log = Log(RESPONSES, THREADS)
    log.conversation("c1", "Greetings")
    log.response("r1", "c1", "One", "1")
    log.response("r2", "c1", "Two", "2")
    before = None
    for number, prompt in enumerate(prompts):
        log.message(f"q{number}", before, "user", text(prompt))
        log.message(f"a{number}", f"q{number}", "assistant", text("."))
        before = f"a{number}"
    log.thread("c1", before or "none")
    return log.content()


def titles(content: bytes) -> list[str]:
    return [each.head.title for each in taken_in(llm_logs, {"logs.db": content})[0]]


def test_newer_and_older_logs_are_recognised_alone_and_together() -> None:
    assert titles(newer().content()) == ["Hello", "Alone"]
    assert titles(older().content()) == ["Greetings", "Alone"]
    assert titles(older(Log(RESPONSES, THREADS)).content()) == ["Greetings", "Alone"]


def test_an_earlier_conversation_that_a_thread_goes_on_from_is_taken_once() -> None:
    (one,), _ = taken_in(llm_logs, {"logs.db": both("One", "Two", "Three")})
    assert [said for role, _, said in one.said() if role == "user"] == ["One", "Two", "Three"]


def test_an_earlier_conversation_that_is_not_in_the_thread_is_not_lost() -> None:
    (one,), _ = taken_in(llm_logs, {"logs.db": both("Three")})
    assert one.texts() == ["Three", "."]
    assert one.texts("r2/1") == ["One", "1", "Two", "2"]


def test_other_databases_are_not_recognised() -> None:
    for content in (b"", b"SQLite format 3\0", database({"s": [asked("Hello")]}), Log().content()):
        assert not llm_logs.recognises(source_of({"logs.db": content}))


def test_a_log_beside_it_is_told() -> None:
    files = {"logs.db": older().content(), "logs.db-wal": b"log"}
    assert taken_in(llm_logs, files)[1] == {NEWEST_MAY_BE_MISSING: 1}


def test_of_a_file_that_is_cut_off_nothing_is_taken_in() -> None:
    whole = newer().content()
    assert {count_taken_in(llm_logs, {"a.db": part}) for part in broken_off(whole)} == {0}


def test_damaged_bytes_anywhere_are_told_or_read() -> None:
    whole = newer().content()
    found = {
        count_taken_in(llm_logs, {"a.db": whole[:at] + b"\xff\x00\x81" + whole[at + 3 :]})
        for at in range(0, len(whole), 97)
    }
    assert found <= {0, 1, 2, 3}
    assert 2 in found
