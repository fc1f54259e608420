import json

from app.domain.shortening import result_of, shortened, shortened_text


def body(output: object) -> str:
    return json.dumps({"type": "function_call_output", "call_id": "a", "output": output}, indent=1)


def test_the_beginning_and_the_end_of_a_long_result_are_left() -> None:
    values = json.loads(shortened(body("a" * 500 + "b" * 500), 30))
    assert values["output"] == "a" * 20 + "\n[… 970 characters left out …]\n" + "b" * 10
    assert (values["type"], values["call_id"]) == ("function_call_output", "a")


def test_what_is_short_enough_says_the_same() -> None:
    assert json.loads(shortened(body("short"), 30)) == json.loads(body("short"))


def test_texts_among_other_parts_are_shortened_each_for_itself() -> None:
    picture = {"type": "input_image", "image_url": "data:x"}
    parts = [{"type": "input_text", "text": "a" * 100}, picture]
    values = json.loads(shortened(body(parts), 30))
    assert values["output"][0]["text"].startswith("a" * 20 + "\n")
    assert values["output"][1] == picture


def test_an_output_of_another_shape_stays_as_it_is() -> None:
    assert json.loads(shortened(body({"odd": 1}), 30)) == json.loads(body({"odd": 1}))
    assert json.loads(shortened("{}", 30)) == {}


def test_the_same_always_becomes_the_same() -> None:
    assert shortened(body("漢字 " * 100), 31) == shortened(body("漢字 " * 100), 31)


def test_one_text_can_stand_for_all_of_an_output() -> None:
    parts = [{"type": "input_text", "text": "a"}, {"type": "input_image", "image_url": "data:x"}]
    assert json.loads(result_of(body(parts), "b")) == json.loads(body("b"))


def test_a_text_that_is_short_enough_stays_as_it_is() -> None:
    assert shortened_text("short", 5) == "short"
