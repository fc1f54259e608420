import json
from dataclasses import replace

import pytest

from app.domain.candidate import Part, text_alone, weigh
from app.domain.item import ItemState, Role, reply_body
from app.domain.tokens import Measure
from tests.unit.domain.histories import PLAIN, call, item, question, reasoning, reply, result


def test_what_an_item_is_in_a_turn_is_told_by_its_kind_and_role() -> None:
    items = [question(1), reply(2), reasoning(3), call(4, "a"), result(5, "a")]
    parts = [Part.QUESTION, Part.MESSAGE, Part.REASONING, Part.CALL, Part.RESULT]
    assert [weigh(each).part for each in items] == parts
    hosted = item(6, Role.MODEL, '{"type":"web_search_call","id":"ws","action":{"query":"x"}}')
    assert weigh(hosted).part is Part.OTHER


def test_a_call_and_its_result_share_a_name() -> None:
    assert weigh(call(1, "a")).call == weigh(result(2, "a")).call == "a"
    local = '{"type":"local_shell_call_output","id":"b","output":"x"}'
    assert weigh(item(3, Role.TOOL, local)).call == "b"


def test_a_whole_item_is_sent_to_the_letter() -> None:
    odd = ' {"role": "user", "content": "Hi",  "type":"message"}'
    assert weigh(item(1, Role.PERSON, odd)).body == odd


@pytest.mark.parametrize("state", [ItemState.STOPPED, ItemState.INTERRUPTED, ItemState.FAILED])
def test_an_unfinished_message_is_sent_as_its_text_alone(state: ItemState) -> None:
    content = [{"type": "output_text", "text": "So"}]
    body = json.dumps({"type": "message", "id": "msg_1", "role": "assistant", "content": content})
    found = weigh(item(1, Role.MODEL, body, state=state))
    assert (found.body, found.text_alone) == (reply_body("So", whole=False), 2)
    longer = reply_body("So it went on", whole=True)
    assert text_alone(longer, 2) == found.body


def test_what_says_nothing_is_empty_and_a_picture_says_something() -> None:
    assert weigh(question(1, " \n")).is_empty
    picture = {"type": "input_image", "image_url": "data:image/png;base64,"}
    body = json.dumps({"type": "message", "role": "user", "content": [picture]})
    assert not weigh(item(1, Role.PERSON, body)).is_empty
    assert not weigh(result(1, "a", "")).is_empty
    assert weigh(item(1, Role.MODEL, "{}", state=ItemState.EMPTIED)).is_empty


def test_pictures_files_and_sealed_reasoning_are_counted_but_not_as_text() -> None:
    data = "x" * 60_000
    picture = {"type": "input_image", "image_url": f"data:image/png;base64,{data}"}
    body = json.dumps({"type": "message", "role": "user", "content": [picture]})
    assert weigh(item(1, Role.PERSON, body)).cost(PLAIN) == 4 + 85 + 4 * 170
    file = {"type": "input_file", "filename": "a.pdf", "file_data": data}
    body = json.dumps({"type": "message", "role": "user", "content": [file]})
    assert weigh(item(1, Role.PERSON, body)).cost(PLAIN) == 4 + 10_000
    assert weigh(reasoning(1)).cost(PLAIN) == 4 + 10
    drawn = json.dumps({"type": "image_generation_call", "id": "ig", "result": data})
    assert weigh(item(1, Role.MODEL, drawn)).cost(PLAIN) == 4 + 85 + 4 * 170


def test_what_was_counted_exactly_stands_before_the_estimate() -> None:
    found = weigh(question(1, revision=2))
    assert found.cost(Measure(PLAIN.estimator, {(found.item.id, 2): 77})) == 77
    assert found.cost(Measure(PLAIN.estimator, {(found.item.id, 1): 77})) == found.cost(PLAIN)
    counted = Measure(PLAIN.estimator, {(found.item.id, 2): 77})
    assert replace(found, is_shortened=True).cost(counted) == found.cost(PLAIN)


def test_no_log_can_hold_what_was_said() -> None:
    assert "Canary" not in repr(weigh(question(1, "Canary")))
