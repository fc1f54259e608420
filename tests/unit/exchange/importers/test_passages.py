import json

from app.domain.item import ItemState, Role, text_of
from app.exchange.importers.files import of_text
from app.exchange.importers.passages import SAID, THOUGHT, Ending, Passage, items_of

CALL, OUTPUT = "function_call", "function_call_output"
ABOUT = {"created_at": 1, "model": "m", "raw": "{}"}


def test_passages_become_items_in_order() -> None:
    told = [
        Passage(THOUGHT, "Hm."),
        Passage(CALL, "{}", "look"),
        Passage(OUTPUT, "seen"),
        Passage(SAID, "So."),
    ]
    items = list(items_of("a", told, ABOUT, Ending()))
    assert [item.kind for item in items] == ["reasoning", CALL, OUTPUT, "message"]
    assert [item.role for item in items] == [Role.MODEL, Role.MODEL, Role.TOOL, Role.MODEL]
    assert [item.model for item in items] == ["m", "m", None, "m"]
    assert [item.raw for item in items] == ["{}", None, None, None]


def test_what_came_back_without_a_name_belongs_to_the_latest_call() -> None:
    told = [
        Passage(OUTPUT, "first"),
        Passage(CALL, ""),
        Passage(OUTPUT, ""),
        Passage(CALL, "", "", "c"),
        Passage(OUTPUT, ""),
    ]
    names = [json.loads(item.body)["call_id"] for item in items_of("a", told, ABOUT, Ending())]
    assert names == ["a/result", "a/call-1", "a/call-1", "c", "c"]


def test_the_ending_belongs_to_the_last_that_was_said() -> None:
    told = [Passage(SAID, "One."), Passage(SAID, "Two."), Passage(THOUGHT, "Hm.")]
    ending = Ending(ItemState.STOPPED, (of_text("a", "b"),), ["[A](https://a.example)"])
    one, two, thought = items_of("a", told, ABOUT, ending)
    assert (one.state, two.state, thought.state) == (
        ItemState.COMPLETE,
        ItemState.STOPPED,
        ItemState.COMPLETE,
    )
    assert (len(one.files), len(two.files)) == (0, 1)
    assert text_of(two.body) == "Two.\n\n- [A](https://a.example)"


def test_where_nothing_was_said_the_ending_is_told_if_it_tells_anything() -> None:
    assert list(items_of("a", [], ABOUT, Ending())) == []
    (item,) = items_of("a", [], ABOUT, Ending(ItemState.INTERRUPTED))
    assert (item.state, text_of(item.body)) == (ItemState.INTERRUPTED, "")
