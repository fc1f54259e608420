import json

import pytest

from app.exchange.importers import llm_logs
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, UNKNOWN_PARTS
from app.exchange.importers.values import moment
from tests.fakes.exports.llm_logs import FILE, FRAGMENT, THREADS, Log, newer, text
from tests.fixtures.parcels import assert_linear
from tests.fixtures.taken_in import TakenIn, taken_in


def of(log: Log) -> tuple[list[TakenIn], dict[str, int]]:
    return taken_in(llm_logs, {"logs.db": log.content()})


def test_a_thread_is_a_conversation_with_thoughts_calls_and_what_came_back() -> None:
    one = of(newer())[0][0]
    assert one.said() == [
        ("user", "message", f"{FRAGMENT}\nHello"),
        ("assistant", "reasoning", "Hm."),
        ("assistant", "message", "Hi."),
        ("user", "message", "Look it up."),
        ("assistant", "message", "A moment."),
        ("assistant", "function_call", 'search({"q":1})'),
        ("tool", "function_call_output", "Found."),
        ("assistant", "message", "There."),
    ]
    assert one.head.settings == '{"instructions":"Be brief."}'
    assert (one.head.id, one.head.title) == ("t1", "Hello")


def test_a_fork_is_a_branch() -> None:
    one = of(newer())[0][0]
    assert one.branches() == {"Hello": "b2:a3", "Another way": "b2:b2"}
    assert one.said("b2:b2")[-2:] == [("user", "message", "Look it up."), ("assistant", "message", "No.")]
    assert one.head.shown == "b2:a3"


def test_threads_that_only_begin_alike_stay_apart() -> None:
    other = of(newer())[0][1]
    assert other.said() == [("user", "message", "Alone"), ("assistant", "message", "Indeed.")]
    assert other.branches() == {None: "b2:x2"}


def test_a_message_has_the_time_and_the_model_of_the_turn_that_it_came_with() -> None:
    items = of(newer())[0][0].items
    assert items["b2:q1"].created_at == items["b2:a1"].created_at == moment("2026-03-01T10:00:01.5Z")
    assert items["b2:a1/1"].ended_at == moment("2026-03-01T10:00:03Z")
    assert items["b2:q2"].created_at == moment("2026-03-01T10:00:02.5Z")
    assert (items["b2:a2"].model, items["b2:a3"].model, items["b2:q1"].model) == ("small", "large", None)


def test_what_has_no_place_stays_with_the_item() -> None:
    items = of(newer())[0][0].items
    assert json.loads(items["b2:a3"].raw or "") == {
        "parts": [{"provider_metadata": {"signature": "abc"}}],
        "turn": {"input_tokens": 5, "output_tokens": 7},
    }
    assert items["b2:q2"].raw is None


def test_a_file_comes_along_by_its_name_alone() -> None:
    one = of(newer())[0][0]
    (file,) = one.items["b2:q1"].files
    assert (file.name, file.text) == ("day.txt", FILE.decode())
    assert one.files[file.sha256] == FILE


def test_a_file_of_which_only_the_path_was_kept_is_counted() -> None:
    log = Log(THREADS)
    log.message("q", None, "user", text("Look"), {"type": "attachment", "attachment": {"id": "away"}})
    log.thread("t", "q")
    (one,), skipped = of(log)
    assert skipped == {FILES_MISSING: 1}
    assert one.items["b2:q"].files == ()


def test_circles_and_loose_ends_are_borne() -> None:
    log = Log(THREADS)
    log.message("a", "b", "user", text("A"))
    log.message("b", "a", "assistant", text("B"), {"type": "hologram"})
    log.message("c", "gone", "oracle", text("C"))
    log.thread("t1", "a", forked_from="t2")
    log.thread("t2", "b", forked_from="t1")
    log.thread("t3", "c", forked_from="t3")
    log.thread("t4", "gone")
    log.turn("t1", "nowhere", "b")
    (one,), skipped = of(log)
    assert {item.id for item in one.items.values()} == {"b2:a", "b2:b"}
    assert skipped[UNKNOWN_PARTS] == skipped[NOT_MESSAGES] == 1


def test_different_instructions_stay_where_they_were_given() -> None:
    log = Log(THREADS)
    for name in ("s1", "s2"):
        log.message(name, None, "system", text(f"Be {name}."))
        log.message(f"q{name}", name, "user", text("Hello"))
        log.turn("t", f"q{name}", f"q{name}")
    log.thread("t", "qs2")
    (one,), _ = of(log)
    assert one.head.settings == "{}"
    assert one.said() == [("system", "message", "Be s2."), ("user", "message", "Hello")]
    assert len(one.items) == 4


@pytest.mark.slow
def test_long_threads_and_long_lines_of_forks_take_time_by_their_length() -> None:
    def chain(length: int) -> bytes:
        log = Log(THREADS)
        for number in range(length):
            log.message(f"m{number}", f"m{number - 1}" if number else None, "user", text("a"))
            log.turn(f"t{number}", f"m{number}", f"m{number}")
            log.thread(f"t{number}", f"m{number}", forked_from=f"t{number - 1}")
        return log.content()

    assert_linear(llm_logs, chain)
