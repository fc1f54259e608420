import json

from app.domain.item import ItemState
from app.exchange.importers import cherry_studio
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, UNKNOWN_PARTS
from app.exchange.importers.values import moment
from tests.fakes.exports import cherry_studio as sample
from tests.fixtures.parcels import assert_linear
from tests.fixtures.taken_in import TakenIn, taken_in


def whole() -> TakenIn:
    return taken_in(cherry_studio, sample.files(sample.backup()))[0][0]


def only(*messages: object, blocks: object = ()) -> tuple[TakenIn, dict[str, int]]:
    tables = {"topics": [{"id": "t1", "messages": list(messages)}], "message_blocks": blocks}
    (one,), skipped = taken_in(cherry_studio, sample.files(sample.backup(indexedDB=tables)))
    return one, skipped


def test_what_was_asked_next_follows_the_answer_that_was_chosen() -> None:
    one = whole()
    assert one.said("m4") == [
        ("user", "message", "What is this?"),
        ("assistant", "message", "White bread."),
        ("user", "message", "Bake it."),
        ("assistant", "message", "```python\nbake()\n```"),
    ]
    assert one.head.shown == "m6"


def test_the_other_answer_is_a_branch_with_its_thoughts_and_calls() -> None:
    assert whole().said("m2a/3") == [
        ("user", "message", "What is this?"),
        ("assistant", "reasoning", "A loaf?"),
        ("assistant", "function_call", 'search({"q":1})'),
        ("tool", "function_call_output", '{"hits":1}'),
        ("assistant", "message", "Rye bread."),
    ]


def test_an_answer_that_was_found_useful_is_gone_on_from() -> None:
    texts = [sample.block(name, "main_text", content=name) for name in ("a", "b", "c")]
    useful = sample.message("m2", "assistant", "a", askId="m1", useful=True)
    folded = sample.message("m3", "assistant", "b", askId="m1", foldSelected=True)
    one, _ = only(useful, folded, sample.message("m4", "user", "c"), blocks=texts)
    assert [said for _, _, said in one.said()] == ["a", "c"]


def test_a_message_knows_its_time_its_model_and_how_it_ended() -> None:
    items = whole().items
    assert items["m1"].created_at == moment(sample.at(1))
    assert [items[name].model for name in ("m2a", "m2b")] == ["qwen", "glm"]
    assert items["m6"].state is ItemState.FAILED
    assert "Too hot" in (items["m6"].raw or "")


def test_what_has_no_place_stays_with_the_item() -> None:
    items = whole().items
    assert json.loads(items["m4"].raw or "") == {"usage": {"total_tokens": 9}}
    assert json.loads(items["m2a"].raw or "")["kept_blocks"][0]["response"] == {"results": ["a"]}


def test_files_come_from_the_backup_or_from_the_block_itself() -> None:
    one = whole()
    (file,) = one.items["m1"].files
    assert (file.name, one.files[file.sha256]) == ("day.txt", sample.FILE)
    assert [file.media_type for file in one.items["m4"].files] == ["image/png"]


def test_what_is_missing_or_unknown_is_counted() -> None:
    blocks = [
        sample.block("b1", "image", url="https://example.org/a.png"),
        sample.block("b2", "hologram"),
        sample.block("b3", "main_text", content="Hm"),
    ]
    one, skipped = only(
        sample.message("m1", "assistant", "b1", "b2", "b3", "gone"),
        sample.message("m2", "oracle", "b3"),
        blocks=blocks,
    )
    assert one.said() == [("assistant", "message", "Hm")]
    assert skipped == {FILES_MISSING: 1, UNKNOWN_PARTS: 2, NOT_MESSAGES: 1}


def test_code_with_a_fence_in_it_gets_a_longer_one() -> None:
    block = sample.block("b1", "code", content="```\nx\n```", language="a b")
    one, _ = only(sample.message("m1", "assistant", "b1"), blocks=[block])
    assert one.said() == [("assistant", "message", "````\n```\nx\n```\n````")]


def test_a_long_topic_takes_time_by_its_length() -> None:
    def chain(length: int) -> bytes:
        blocks = [sample.block(f"b{number}", "main_text", content="a") for number in range(length)]
        messages = [
            {"id": f"m{number}", "role": "user", "blocks": [f"b{number}"]} for number in range(length)
        ]
        tables = {"topics": [{"id": "t1", "messages": messages}], "message_blocks": blocks}
        return sample.files(sample.backup(indexedDB=tables))["data.json"]

    assert_linear(cherry_studio, chain)
