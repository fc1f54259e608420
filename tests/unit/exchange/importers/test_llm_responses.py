from app.exchange.importers import llm_logs
from app.exchange.importers.values import moment
from tests.fakes.exports.llm_logs import FILE, FRAGMENT, RESPONSES, Log, older
from tests.fixtures.taken_in import TakenIn, taken_in


def of(log: Log) -> list[TakenIn]:
    return taken_in(llm_logs, {"logs.db": log.content()})[0]


def test_prompts_and_responses_become_a_conversation() -> None:
    one = of(older())[0]
    assert (one.head.id, one.head.title) == ("c1", "Greetings")
    assert one.said() == [
        ("user", "message", f"{FRAGMENT}\nHello"),
        ("assistant", "reasoning", "Hm."),
        ("assistant", "message", "Hi."),
        ("user", "message", "Look it up."),
        ("assistant", "message", "A moment."),
        ("assistant", "function_call", 'search({"q": 1})'),
        ("system", "message", "Be kind."),
        ("tool", "function_call_output", "Found."),
        ("assistant", "message", "There."),
    ]
    assert one.head.settings == '{"instructions":"Be brief."}'


def test_a_response_knows_its_time_its_model_and_what_it_used() -> None:
    items = of(older())[0].items
    assert items["r1"].created_at == moment("2026-03-01T10:00:01.5Z")
    assert items["r1/2"].ended_at == moment("2026-03-01T10:00:03Z")
    assert items["r1/2"].model == "small"
    assert items["r1/1"].raw == '{"input_tokens":5}'


def test_a_file_comes_with_its_prompt() -> None:
    one = of(older())[0]
    (file,) = one.items["r1"].files
    assert one.files[file.sha256] == FILE


def test_a_response_of_no_conversation_is_one_by_itself() -> None:
    other = of(older())[1]
    assert (other.head.id, other.head.title) == ("r4", "Alone")


def test_rows_come_by_their_times_and_a_table_that_is_missing_is_borne() -> None:
    log = Log(RESPONSES)
    log.response("z", "c", "First", "1")
    log.response("a", "c", "Second", "2")
    content = log.content().replace(b"prompt_fragments", b"prompt_fragmentz")
    (one,), _ = taken_in(llm_logs, {"logs.db": content})
    assert [said for _, _, said in one.said()] == ["First", "1", "Second", "2"]
