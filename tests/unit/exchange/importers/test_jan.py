import json

import pytest

from app.domain.conversation_settings import ConversationSettings
from app.domain.item import ItemState
from app.domain.json_text import values_from
from app.exchange.importers import jan
from app.exchange.importers.tally import EMPTY, FILES_MISSING, NOT_MESSAGES, UNKNOWN_PARTS
from tests.fakes.exports import jan as sample
from tests.fakes.exports.packing import packed
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fixtures.parcels import assert_linear
from tests.fixtures.taken_in import TakenIn, count_taken_in, source_of, taken_in

MESSAGES = "jan/threads/jan_1714000000/messages.jsonl"
THREAD = "jan/threads/jan_1714000000/thread.json"
SECOND = 1_000_000


def only(*messages: object, thread: bytes | None = None) -> tuple[TakenIn, dict[str, int]]:
    files = {MESSAGES: sample.lines(list(messages))}
    if thread is not None:
        files[THREAD] = thread
    (one,), skipped = taken_in(jan, files)
    return one, skipped


def test_a_conversation_comes_with_its_title_its_times_and_its_instructions() -> None:
    head = taken_in(jan, sample.export())[0][0].head
    settings = ConversationSettings.from_mapping(values_from(head.settings))
    assert (head.origin, head.id, head.title) == ("jan", "jan_1714000000", "Bread")
    assert head.created_at == sample.BEGUN * SECOND
    assert head.changed_at == (sample.BEGUN + 99) * SECOND
    assert settings.instructions == "Be brief."


def test_thoughts_calls_and_words_come_in_their_order() -> None:
    assert taken_in(jan, sample.export())[0][0].said() == [
        ("user", "message", "What is this?"),
        ("assistant", "reasoning", "A loaf?"),
        ("assistant", "function_call", 'search({"q":"rye"})'),
        ("tool", "function_call_output", "Rye bread."),
        ("assistant", "message", "Rye bread."),
        ("user", "message", "Bake it."),
        ("assistant", "reasoning", "Hot."),
        ("assistant", "message", "Baking"),
        ("assistant", "function_call", 'bake({"at": 230})'),
        ("tool", "function_call_output", "Done."),
        ("user", "message", "And now?"),
        ("assistant", "message", "It coo"),
    ]


def test_a_message_knows_its_time_its_model_and_how_it_ended() -> None:
    items = taken_in(jan, sample.export())[0][0].items
    assert items["m1"].created_at == (sample.BEGUN + 1) * SECOND
    assert (items["m6"].state, items["m6"].model) == (ItemState.STOPPED, "llama3-8b")
    assert items["m6"].ended_at == (sample.BEGUN + 11) * SECOND
    assert items["m6"].raw == '{"tokens_per_second":21}'


def test_a_picture_comes_along() -> None:
    one = taken_in(jan, sample.export())[0][0]
    (file,) = one.items["m1"].files
    assert (file.name, file.media_type) == ("picture-2", "image/png")
    assert len(one.files[file.sha256]) == file.size


def test_a_conversation_without_an_account_of_itself_is_one_too() -> None:
    conversations, _ = taken_in(jan, sample.export())
    assert [(each.head.id, each.head.title) for each in conversations] == [
        ("jan_1714000000", "Bread"),
        ("jan_2", "Alone"),
    ]


def test_a_packed_folder_is_the_same() -> None:
    assert taken_in(jan, {"jan.zip": packed(sample.export())}) == taken_in(jan, sample.export())


def test_what_is_only_pointed_at_or_unknown_is_counted() -> None:
    image = {"type": "image_url", "image_url": {"url": "file:///secret"}}
    one, skipped = only(
        sample.message("m1", "user", sample.text("Look"), image, {"type": "hologram"}),
        sample.message("m2", "oracle", sample.text("Hm")),
        "nothing",
    )
    assert one.said() == [("user", "message", "Look")]
    assert skipped == {FILES_MISSING: 1, UNKNOWN_PARTS: 1, NOT_MESSAGES: 2}


def test_no_field_is_a_must() -> None:
    one, _ = only(
        {"object": "thread.message", "role": "user", "content": "Hello"}, {"role": "assistant"}, thread=b"[]"
    )
    assert one.said() == [("user", "message", "Hello")]
    assert one.head.id == "jan_1714000000"


def test_an_empty_conversation_stays_behind() -> None:
    _, skipped = taken_in(jan, {MESSAGES: sample.lines([sample.message("m1", "assistant")])})
    assert skipped == {EMPTY: 1}


def test_a_damaged_conversation_stays_behind_and_the_others_come() -> None:
    files = sample.export()
    files[MESSAGES] = files[MESSAGES][:-9]
    conversations, skipped = taken_in(jan, files)
    assert [each.head.id for each in conversations] == ["jan_2"]
    assert skipped == {jan.DAMAGED: 1}


@pytest.mark.parametrize("content", [b"", b"[]", b"hello", b'{"id": 1}', b"[" * 10_000])
def test_what_is_only_called_so_is_not_recognised(content: bytes) -> None:
    assert not jan.recognises(source_of({"messages.jsonl": content, "thread.json": content}))


def test_nothing_of_its_settings_is_taken() -> None:
    conversations, _ = taken_in(jan, sample.export())
    assert "sk-never" not in repr([(each.head, each.items) for each in conversations])


def test_of_what_is_cut_off_there_is_never_half_a_conversation() -> None:
    whole = sample.export()[MESSAGES]
    assert {count_taken_in(jan, {MESSAGES: part}) for part in broken_off(whole)} == {0}


def test_whatever_is_twisted_is_taken_in_or_told() -> None:
    def twist(seed: int) -> dict[str, bytes]:
        return {
            MESSAGES: sample.lines(spoilt(sample.messages(), seed)),
            THREAD: json.dumps(spoilt(sample.thread(), seed)).encode(),
        }

    assert {count_taken_in(jan, twist(seed)) for seed in range(300)} == {0, 1}


def test_a_long_conversation_takes_time_by_its_length() -> None:
    def chain(length: int) -> bytes:
        messages = [sample.message(f"m{number}", "user", sample.text("a")) for number in range(length)]
        return packed({MESSAGES: sample.lines(messages)})

    assert_linear(jan, chain)
