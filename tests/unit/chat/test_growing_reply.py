import json
from itertools import count

from app.chat.growing_reply import GrowingReply
from app.domain.item import kind_of, text_of

THOUGHT = '{"type":"reasoning","summary":[],"encrypted_content":"sealed"}'
CALL = '{"type":"function_call","call_id":"c","name":"look","arguments":"{}"}'


def around(reply: GrowingReply) -> tuple[list[str], list[str]]:
    numbers = count()
    companions = reply.companions(lambda: f"id {next(numbers)}")
    return [each.body for each in companions.before], [each.body for each in companions.after]


def growing(text: str = "") -> GrowingReply:
    return GrowingReply(count(10, 10).__next__, text)


def test_a_reply_of_text_alone_has_nothing_around_it() -> None:
    reply = growing()
    shown = [reply.add_text("glad \ud83d"), reply.add_text("\ude00 day"), reply.end()]
    assert (shown, reply.text, around(reply)) == (["glad ", "😀 day", ""], "glad 😀 day", ([], []))


def test_items_stand_where_they_came() -> None:
    reply = growing()
    reply.add_item(THOUGHT)
    reply.add_text("Let me look.")
    reply.add_item(CALL)
    assert around(reply) == ([THOUGHT], [CALL])


def test_thoughts_that_were_only_told_become_an_item() -> None:
    reply = growing()
    reply.add_thought("First ")
    reply.add_thought("this.")
    (made,), _ = around(reply)
    assert (kind_of(made), text_of(made)) == ("reasoning", "First this.")


def test_whole_reasoning_stands_for_what_was_told_of_it() -> None:
    reply = growing()
    reply.add_thought("First this.")
    reply.add_item(THOUGHT)
    reply.add_thought("Then that.")
    before, _ = around(reply)
    assert [json.loads(body)["summary"] for body in before] == [[], []]
    assert [text_of(body) for body in before] == ["", "Then that."]


def test_a_resumed_reply_goes_on_from_its_text_and_nothing_of_it_has_just_come() -> None:
    reply = growing("As far")
    assert (reply.text, reply.has_come) == ("As far", False)
    reply.add_text(" as this")
    assert (reply.text, reply.has_come) == ("As far as this", True)


def test_reasoning_lasts_from_the_asking_until_it_is_whole() -> None:
    reply = growing()  # at 10
    reply.begin()
    reply.add_thought("First this.")
    reply.add_item(THOUGHT)  # at 40, with a thought at 30
    reply.add_thought("Then that.")
    reply.add_text("So.")
    times = [(each.begun_at, each.ended_at) for each in reply.companions(lambda: "id").before]
    assert times == [(20, 40), (40, 50)]
