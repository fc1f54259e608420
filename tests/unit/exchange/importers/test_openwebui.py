import json
import random
from base64 import b64encode

import pytest
from PIL import Image

from app.domain.item import ItemState, Role
from app.domain.parcel import Skipped
from app.exchange.importers import openwebui
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES
from tests.fakes.exports import openwebui as exports
from tests.fakes.exports.openwebui import answered, asked, chat, message, wrapped
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fakes.made_files import picture
from tests.fixtures.parcels import Taken, assert_linear, imported, only, source_of, survives

SECOND = 1_000_000
URL = "data:image/png;base64," + b64encode(picture(Image.new("RGB", (3, 2), "red"), "PNG")).decode()


def read(*messages: exports.Values, **more: object) -> Taken:
    return only(openwebui, exports.exported([wrapped(chat(messages), **more)]))


def test_a_whole_tree_comes_in_with_the_branch_that_was_shown() -> None:
    parents = {"q": None, "a1": "q", "a2": "q", "q2": "a1"}
    found = only(openwebui, exports.exported([exports.tree(parents, "a2")]))
    assert found.behind == parents
    assert found.tips == {"a2", "q2"}
    assert found.texts() == ["q", "a2"]
    assert [item.role for item in found.way()] == [Role.PERSON, Role.MODEL]
    assert found.items["a1"].model == "llama3:8b"
    assert found.items["q"].created_at == exports.START * SECOND


def test_a_chat_keeps_what_is_said_of_it() -> None:
    kept = chat([asked("q", None, "Why?")], params={"system": "Be brief."}, tags=[{"name": "sky"}, "sea"])
    entry = wrapped(kept, pinned=True, archived=True, meta={"tags": ["sky", "air"]})
    head = only(openwebui, exports.exported([entry])).head
    assert (head.origin, head.id, head.title) == ("open-webui", "chat-1", "A chat")
    assert (head.is_pinned, head.is_archived, head.tags) == (True, True, ("sky", "air", "sea"))
    assert json.loads(head.settings) == {"instructions": "Be brief."}
    assert (head.created_at, head.changed_at) == (exports.START * SECOND, (exports.START + 60) * SECOND)


def test_an_older_chat_has_no_wrapper() -> None:
    kept = chat([asked("q", None, "Why?"), answered("a", "q", "So.")], id="old")
    found = only(openwebui, json.dumps(kept).encode())
    assert (found.head.id, found.texts()) == ("old", ["Why?", "So."])
    assert found.head.created_at == exports.START * SECOND


def test_a_chat_without_a_tree_is_a_line() -> None:
    told = [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "So."}]
    found = only(openwebui, exports.exported([{"id": "c", "chat": {"title": "T", "messages": told}}]))
    assert found.texts() == ["Why?", "So."]


@pytest.mark.parametrize(
    "told", [answered("a", "q", exports.folded()), answered("a", "q", "ignored", output=exports.items())]
)
def test_thoughts_and_calls_come_in_as_such(told: exports.Values) -> None:
    found = read(asked("q", None, "Why?"), told | {"sources": exports.sources()})
    kinds = [item.kind for item in found.way()]
    assert [kind for kind in kinds if kind != "message"][:3] == [
        "reasoning",
        "function_call",
        "function_call_output",
    ]
    calls = [json.loads(item.body) for item in found.way() if item.kind.startswith("function")]
    assert calls[0]["call_id"] == calls[1]["call_id"] == "call_1"
    results = [item for item in found.way() if item.kind == "function_call_output"]
    assert results[0].role is Role.TOOL
    assert found.texts()[-1].startswith("So.")
    assert found.texts()[-1].endswith("\n\n- [search](https://example.org/sky)")


def test_calls_without_names_are_tied_to_what_came_back() -> None:
    found = read(answered("a", None, '<details type="tool_calls" name="x" result="1"></details>'))
    first, second = (json.loads(item.body)["call_id"] for item in found.way())
    assert first == second


def test_files_come_along_where_the_export_holds_them() -> None:
    content = exports.exported([wrapped(chat([asked("q", None, "What?", files=exports.files(URL))]))])
    (found,), skipped = imported(openwebui, content)
    image, paper = found.items["q"].files
    assert image.media_type == "image/png"
    assert (paper.name, paper.text) == ("paper.pdf", "A paper.")
    assert skipped == [Skipped(FILES_MISSING)]
    raw = found.items["q"].raw or ""
    assert "gone.bin" in raw
    assert "A paper" not in raw


def test_a_question_may_be_made_of_parts() -> None:
    parts = [{"type": "text", "text": "What?"}, {"type": "image_url", "image_url": {"url": URL}}]
    found = read(message("q", None, "user", parts))
    assert found.texts() == ["What?"]
    assert len(found.items["q"].files) == 1


@pytest.mark.parametrize("more", [{"done": False}, {"error": {"content": "No such model"}}, {"error": True}])
def test_a_reply_that_broke_off_says_so(more: dict[str, object]) -> None:
    for said in ("So", ""):
        found = read(asked("q", None, "Why?"), answered("a", "q", said, **more))
        assert found.items["a"].state is ItemState.INTERRUPTED


def test_empty_messages_are_links_and_unknown_roles_are_counted() -> None:
    told = [
        asked("q", None, "Why?"),
        answered("e", "q", ""),
        message("x", "e", "robot", "?"),
        asked("q2", "x", "!"),
    ]
    (found,), skipped = imported(openwebui, exports.exported([wrapped(chat(told))]))
    assert found.behind == {"q": None, "q2": "q"}
    assert skipped == [Skipped(NOT_MESSAGES)]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'[{"mapping": {}}]', b'[{"chat": 5}]', b'{"history": {"messages": []}}']
)
def test_other_files_are_not_recognised(content: bytes) -> None:
    assert not openwebui.recognises(source_of(content))


def everything() -> list[exports.Values]:
    told = [asked("q", None, "Why?", files=exports.files(URL)), answered("a", "q", exports.folded())]
    done = [
        asked("q", None, "Why?"),
        answered("a", "q", "x", output=exports.items(), sources=exports.sources()),
    ]
    return [
        wrapped(chat(told)),
        wrapped(chat(done), id="b"),
        exports.tree({"q": None, "a1": "q", "a2": "q"}, "a1") | {"id": "c"},
    ]


def test_an_export_may_end_anywhere() -> None:
    for content in broken_off(exports.exported(everything())):
        survives(openwebui, content)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_anything_may_stand_in_the_place_of_anything(start: int) -> None:
    found = 0
    for seed in range(start, start + 100):
        found += len(survives(openwebui, json.dumps(spoilt(everything(), seed)).encode()))
    assert found > 150


@pytest.mark.parametrize("seed", range(30))
def test_any_tree_comes_out_as_it_went_in(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = [f"{chance.choice('aq')}{number}" for number in range(chance.randint(1, 60))]
    parents = {name: chance.choice([None, *names[:at]]) for at, name in enumerate(names)}
    shuffled = dict(chance.sample(sorted(parents.items()), len(parents)))
    shown = chance.choice(names)
    found = only(openwebui, exports.exported([exports.tree(shuffled, shown)]))
    assert found.behind == parents
    assert found.tips == set(names) - set(parents.values()) | {shown}
    assert found.way()[-1].id == shown


def test_the_time_grows_with_the_messages() -> None:
    def chain(length: int) -> bytes:
        told = [asked(str(number), str(number - 1) if number else None, "Why?") for number in range(length)]
        return exports.exported([wrapped(chat(told) | {"messages": []})])

    assert_linear(openwebui, chain)
