import json
import random
from base64 import b64encode

import pytest
from PIL import Image

from app.domain.exchange_errors import FileNestedTooDeep
from app.domain.item import ItemState, Role
from app.domain.parcel import Skipped
from app.exchange.importers import librechat
from app.exchange.importers.tally import FILES_MISSING, UNKNOWN_PARTS
from tests.fakes.exports import librechat as exports
from tests.fakes.exports.librechat import asked, conversation, message
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fakes.made_files import picture
from tests.fixtures.parcels import Taken, assert_linear, imported, only, source_of, survives

URL = "data:image/png;base64," + b64encode(picture(Image.new("RGB", (3, 2), "red"), "PNG")).decode()
BOTH_SHAPES = pytest.mark.parametrize("recursive", [True, False])


def read(*messages: exports.Values, **more: object) -> Taken:
    return only(librechat, exports.exported(conversation(messages, **more)))


@BOTH_SHAPES
def test_a_whole_tree_comes_in(recursive: bool) -> None:
    parents = {"q": None, "a1": "q", "a2": "q", "q2": "a1"}
    found = only(librechat, exports.exported(exports.tree(parents, recursive=recursive)))
    assert found.behind == parents
    assert found.tips == {"a2", "q2"}
    assert [item.role for item in found.way("a2")] == [Role.PERSON, Role.MODEL]
    assert found.items["a1"].model == "gpt-4o"
    assert found.items["q"].created_at == 1_714_979_289_123_000


def test_several_first_questions_stay_first() -> None:
    assert read(asked("q1", None, "Why?"), asked("q2", None, "How?")).behind == {"q1": None, "q2": None}


def test_what_was_said_last_is_shown() -> None:
    told = [
        asked("q", None, "Why?"),
        message("a1", "q", "1", createdAt=exports.LATER),
        message("a2", "q", "2"),
    ]
    assert read(*told).texts() == ["Why?", "1"]


def test_a_conversation_keeps_what_is_said_of_it() -> None:
    head = read(asked("q", None, "Why?"), tags=["sky"]).head
    assert (head.origin, head.id, head.title) == ("librechat", "conversation-1", "A conversation")
    assert json.loads(head.settings) == {"instructions": "Be brief."}
    assert head.tags == ("sky",)


def test_parts_become_items_in_their_order() -> None:
    found = read(asked("q", None, "Why?"), message("a", "q", "", content=exports.parts()))
    call = ["function_call", "function_call_output"]
    assert [item.kind for item in found.way()] == ["message", "reasoning", "message", *call, *call, "message"]
    assert found.texts()[1:] == [
        "Hm.",
        "I shall look.",
        'search({"q":"sky"})',
        "It is blue.",
        "add({})",
        "2",
        "So.",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (":::thinking\nHm.\n:::\nSo.", ["Hm.", "So."]),
        (":::thinking\nHm.", ["Hm."]),
        ("So. :::thinking", ["So. :::thinking"]),
    ],
)
def test_thoughts_at_the_beginning_of_a_text_are_told_apart(said: str, told: list[str]) -> None:
    assert read(message("a", None, said)).texts() == told


def test_files_come_along_where_the_export_holds_them() -> None:
    told = conversation([asked("q", None, "What?", files=exports.files(URL))])
    (found,), skipped = imported(librechat, exports.exported(told))
    paper, image = found.items["q"].files
    assert (paper.name, paper.text, image.media_type) == ("paper.pdf", "A paper.", "image/png")
    assert skipped == [Skipped(FILES_MISSING)]
    assert "gone.png" in (found.items["q"].raw or "")


@pytest.mark.parametrize("more", [{"unfinished": True}, {"error": True}])
def test_a_reply_that_broke_off_says_so(more: dict[str, object]) -> None:
    for said in ("So", ""):
        assert read(asked("q", None, "Why?"), message("a", "q", said, **more)).way()[-1].state is (
            ItemState.INTERRUPTED
        )


def test_who_spoke_is_known_without_being_told() -> None:
    told = [asked("q", None, "Why?", isCreatedByUser=None), message("a", "q", "So.", isCreatedByUser="odd")]
    assert [item.role for item in read(*told).way()] == [Role.PERSON, Role.MODEL]


def test_a_list_without_links_is_a_line() -> None:
    told = [
        each | {"parentMessageId": None} for each in (asked("q", None, "Why?"), message("a", None, "So."))
    ]
    assert read(*told, recursive=False).behind == {"q": None, "a": "q"}


def test_parts_of_an_unknown_kind_are_counted() -> None:
    told = conversation(
        [message("a", None, "", content=[{"type": "hologram"}, {"type": "text", "text": "So."}])]
    )
    (found,), skipped = imported(librechat, exports.exported(told))
    assert found.texts() == ["So."]
    assert skipped == [Skipped(UNKNOWN_PARTS)]


def test_children_nested_too_deep_are_refused_in_so_many_words() -> None:
    beginning = b'{"conversationId": "c", "messagesTree": '
    deep = beginning + b'[{"messageId": "a", "children": ' * 100_000
    source = source_of(deep)
    assert not librechat.recognises(source)
    with pytest.raises(FileNestedTooDeep):
        list(librechat.pieces(source))


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"messages": []}', b'{"endpoint": 1, "messages": [{"id": 1}]}']
)
def test_other_files_are_not_recognised(content: bytes) -> None:
    assert not librechat.recognises(source_of(content))


def everything() -> list[exports.Values]:
    told = [
        asked("q", None, "Why?", files=exports.files(URL)),
        message("a", "q", "", content=exports.parts()),
    ]
    tree = exports.tree({"q": None, "a1": "q", "a2": "q"}, recursive=False)
    return [conversation(told), tree | {"conversationId": "b"}]


def test_an_export_may_end_anywhere() -> None:
    for content in broken_off(exports.exported(everything())):
        survives(librechat, content)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_anything_may_stand_in_the_place_of_anything(start: int) -> None:
    found = 0
    for seed in range(start, start + 100):
        found += len(survives(librechat, json.dumps(spoilt(everything(), seed)).encode()))
    assert found > 100


@BOTH_SHAPES
@pytest.mark.parametrize("seed", range(20))
def test_any_tree_comes_out_as_it_went_in(seed: int, recursive: bool) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = [f"{chance.choice('aq')}{number}" for number in range(chance.randint(2, 60))]
    parents = {name: chance.choice([None, *names[:at]]) for at, name in enumerate(names)}
    parents[names[1]] = names[0]
    shuffled = dict(chance.sample(sorted(parents.items()), len(parents)))
    found = only(librechat, exports.exported(exports.tree(shuffled, recursive=recursive)))
    assert found.behind == parents
    assert found.tips == set(names) - set(parents.values())


def test_the_time_grows_with_the_messages() -> None:
    def chain(length: int) -> bytes:
        told = [asked(str(number), str(number - 1) if number else None, "Why?") for number in range(length)]
        return exports.exported(conversation(told, recursive=False))

    assert_linear(librechat, chain)
