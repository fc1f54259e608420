import json

from app.domain.item import ItemState, Role, text_of
from app.exchange.importers.bodies import NewItem, call, instructions, output, question, reply, thoughts
from app.providers.given_items import given_items

SAID = (
    question("Why?"),
    reply("So."),
    instructions("Be brief."),
    thoughts("Hm."),
    call("c", "look", {"a": 1}),
)


def test_each_body_says_what_it_is() -> None:
    kinds = [json.loads(item.body)["type"] for item in SAID]
    assert kinds == [item.kind for item in SAID]
    assert kinds == ["message", "message", "message", "reasoning", "function_call"]


def test_each_body_reads_as_what_was_said() -> None:
    assert [text_of(item.body) for item in SAID] == ["Why?", "So.", "Be brief.", "Hm.", 'look({"a":1})']


def test_a_call_with_its_output_can_be_sent_on() -> None:
    items = (question("Why?"), call("c", "look", "{}"), output("c", ["seen"]), reply("So."))
    given = given_items(item.body for item in items)
    assert [each["type"] for each in given] == ["message", "function_call", "function_call_output", "message"]
    assert given[2]["output"] == '["seen"]'


def test_a_reply_that_was_stopped_is_not_whole() -> None:
    assert json.loads(reply("So", state=ItemState.STOPPED).body)["status"] == "incomplete"
    assert json.loads(reply("So.").body)["status"] == "completed"


def test_what_is_given_by_name_stays() -> None:
    item = output("c", None, created_at=5, raw="{}")
    assert (item.role, item.created_at, item.raw) == (Role.TOOL, 5, "{}")


def test_no_text_is_shown_by_accident() -> None:
    assert "secret" not in repr(NewItem(Role.PERSON, question("secret").body, raw="secret"))
