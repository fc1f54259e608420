from app.domain.item import ItemState, text_of
from app.exchange.importers.bodies import NewItem
from app.exchange.importers.saying import Saying


def read(items: tuple[NewItem, ...]) -> list[tuple[str, str]]:
    return [(item.kind, text_of(item.body)) for item in items]


def test_what_is_said_comes_in_its_order() -> None:
    saying = Saying("model")
    saying.think("Hm.")
    saying.say("First.")
    saying.say("Second.")
    saying.call("c", "look", {"at": 1})
    saying.answer("c", "Nothing.")
    saying.say("Third.")
    items = saying.items(created_at=7, ended_at=9, raw="{}")
    assert read(items) == [
        ("reasoning", "Hm."),
        ("message", "First.\n\nSecond."),
        ("function_call", 'look({"at":1})'),
        ("function_call_output", "Nothing."),
        ("message", "Third."),
    ]
    assert {item.created_at for item in items} == {7}
    assert [item.ended_at for item in items] == [None, None, None, None, 9]
    assert [item.raw for item in items] == ["{}", None, None, None, None]
    assert [item.model for item in items] == ["model", "model", "model", None, "model"]


def test_thoughts_in_front_of_the_words_are_taken_out() -> None:
    saying = Saying()
    saying.say("<think>\nHm.\n</think>\n\nSo be it.")
    saying.say("<think>not here</think>")
    assert read(saying.items()) == [("reasoning", "Hm."), ("message", "So be it.\n\n<think>not here</think>")]


def test_what_did_not_end_well_says_so_without_a_word_in_it() -> None:
    saying = Saying()
    saying.think("Hm.")
    *_, last = saying.items(state=ItemState.STOPPED)
    assert (last.kind, last.state) == ("message", ItemState.STOPPED)
    assert '"incomplete"' in last.body


def test_nothing_said_is_no_item() -> None:
    saying = Saying()
    saying.say("  ")
    saying.think("")
    assert saying.items(raw="{}") == ()
