import json
import random

import pytest
from PIL import Image

from app.domain.conversation import TitleSource
from app.domain.item import ItemState, Role
from app.domain.parcel import Skipped
from app.exchange.importers import claude
from app.exchange.importers.claude import DOCUMENTS
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES
from tests.fakes.exports import claude as exports
from tests.fakes.exports.claude import answered, asked, conversation, message
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fakes.made_files import picture
from tests.fixtures.parcels import Taken, assert_linear, imported, only, source_of, survives


def read(*messages: exports.Values, **more: object) -> Taken:
    return only(claude, exports.exported([conversation(messages, **more)]))


def test_the_official_export_is_a_line() -> None:
    found = only(claude, exports.packed([conversation([asked("q", "Why?"), answered("a", "So.")])]))
    assert found.behind == {"q": None, "a": "q"}
    assert found.texts() == ["Why?", "So."]
    assert [item.role for item in found.way()] == [Role.PERSON, Role.MODEL]
    assert found.items["a"].created_at == 1_714_979_289_123_456
    assert found.items["a"].ended_at == 1_714_979_340_000_000
    assert (found.head.origin, found.head.id, found.head.title) == (
        "claude",
        "conversation-1",
        "A conversation",
    )


def test_a_linked_one_is_a_tree_with_its_shown_leaf() -> None:
    tree = {"q": None, "a1": "q", "a2": "q", "q2": "a1", "other": None}
    found = only(claude, exports.exported([exports.linked(tree, "q2")]))
    assert found.behind == tree
    assert found.tips == {"a2", "q2", "other"}
    assert found.way()[-1].id == "q2"
    assert found.items["a1"].model == "claude-opus"
    assert found.head.is_pinned


def test_without_a_name_it_is_called_after_its_first_question() -> None:
    head = read(asked("q", "Why?"), name="").head
    assert (head.title, head.title_source) == ("Why?", TitleSource.QUESTION)


def test_blocks_become_items_in_their_order() -> None:
    found = read(asked("q", "Why?"), exports.worked())
    kinds = ["message", "reasoning", "message", "function_call", "function_call_output", "message"]
    assert [item.kind for item in found.way()] == kinds
    assert list(found.items) == ["q", "a", "a/1", "a/2", "a/3", "a/4"]
    source = "[Sky](https://example.org/sky)"
    assert found.texts()[1:] == [
        "Hm.",
        "I shall look.",
        'web_search({"query":"sky"})',
        f"{source}\nIt is blue.",
        f"So.\n\nTruly.\n\n- {source}",
    ]


def test_results_without_names_belong_to_the_calls_in_turn() -> None:
    found = read(exports.nameless_calls())
    calls = [json.loads(item.body)["call_id"] for item in found.way()]
    assert calls[:2] == calls[2:]
    assert calls[0] != calls[1]


def test_what_was_attached_comes_along() -> None:
    red = picture(Image.new("RGB", (3, 2), "red"), "PNG")
    (found,), skipped = imported(claude, exports.exported([conversation([exports.with_attachments(red)])]))
    paper, image = found.items["q"].files
    assert (paper.name, paper.text) == ("paper.pdf", "A paper.")
    assert image.media_type == "image/png"
    assert skipped == [Skipped(FILES_MISSING)]
    assert "photo.png" in (found.items["q"].raw or "")


def test_a_file_that_lies_in_the_zip_is_found() -> None:
    red = picture(Image.new("RGB", (3, 2), "red"), "PNG")
    content = exports.packed([conversation([exports.with_attachments()])], {"files/photo.png": red})
    assert [file.name for file in only(claude, content).items["q"].files] == ["paper.pdf", "photo.png"]


def test_a_project_gives_its_name_and_its_instructions() -> None:
    head = only(
        claude, exports.packed([conversation([asked("q", "Why?")], project_uuid=exports.PROJECT)])
    ).head
    assert head.folder == "Sailing"
    assert json.loads(head.settings) == {"instructions": "Be brief."}
    assert read(asked("q", "Why?"), project={"name": "Here"}).head.folder == "Here"


def test_documents_of_a_project_are_told_of() -> None:
    told = b'[{"uuid": "p", "name": "Sailing", "docs": [{"filename": "a.md"}, {"filename": "b.md"}]}]'
    content = exports.packed([conversation([asked("q", "Why?")])], projects=told)
    assert imported(claude, content)[1] == [Skipped(DOCUMENTS, 2)]


def test_an_old_message_has_its_text_alone() -> None:
    assert read(message("q", "human", text="Why?"), message("a", "assistant", text="So.")).texts() == [
        "Why?",
        "So.",
    ]


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("user_canceled", ItemState.STOPPED),
        ("max_tokens", ItemState.INTERRUPTED),
        ("end_turn", ItemState.COMPLETE),
        (["odd"], ItemState.COMPLETE),
    ],
)
def test_how_an_answer_ended_is_known(reason: object, state: ItemState) -> None:
    assert read(answered("a", "So", stop_reason=reason)).items["a"].state is state


def test_empty_messages_are_links_and_unknown_senders_are_counted() -> None:
    told = [asked("q", "Why?"), answered("e", ""), message("x", "robot"), answered("a", "So.")]
    (found,), skipped = imported(claude, exports.exported([conversation(told)]))
    assert found.behind == {"q": None, "a": "q"}
    assert skipped == [Skipped(NOT_MESSAGES)]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'[{"mapping": {}}]', b'[{"chat_messages": 5}]', b"PK"]
)
def test_other_files_are_not_recognised(content: bytes) -> None:
    assert not claude.recognises(source_of(content))


def everything() -> list[exports.Values]:
    tree = {"q": None, "a1": "q", "a2": "q", "q2": "a1"}
    return [
        conversation([asked("q", "Why?"), exports.worked()]),
        exports.linked(tree, "q2", uuid="b"),
        conversation([exports.with_attachments(b"x"), exports.nameless_calls()], uuid="c", project_uuid="p"),
    ]


def test_an_export_may_end_anywhere() -> None:
    for content in broken_off(exports.exported(everything())):
        survives(claude, content)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_anything_may_stand_in_the_place_of_anything(start: int) -> None:
    found = 0
    for seed in range(start, start + 100):
        found += len(survives(claude, json.dumps(spoilt(everything(), seed)).encode()))
    assert found > 150


@pytest.mark.parametrize("seed", range(30))
def test_any_tree_comes_out_as_it_went_in(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = [f"{chance.choice('aq')}{number}" for number in range(chance.randint(2, 60))]
    tree = {name: chance.choice([None, *names[:at]]) for at, name in enumerate(names)}
    tree[names[1]] = names[0]
    entry = exports.linked(tree, chance.choice(names))
    chance.shuffle(entry["chat_messages"])
    found = only(claude, exports.exported([entry]))
    assert found.behind == tree
    assert found.tips == set(names) - set(tree.values()) | {entry["current_leaf_message_uuid"]}
    assert found.way()[-1].id == entry["current_leaf_message_uuid"]


def test_the_time_grows_with_the_messages() -> None:
    def chain(length: int) -> bytes:
        return exports.exported([conversation([asked(f"q{number}", "Why?") for number in range(length)])])

    assert_linear(claude, chain)


def test_the_time_grows_with_the_blocks() -> None:
    def chain(length: int) -> bytes:
        calls = [{"type": "tool_use", "id": str(number), "name": "x"} for number in range(length)]
        results = [{"type": "tool_result", "tool_use_id": str(number)} for number in range(length)][::-1]
        return exports.exported([conversation([message("a", "assistant", *calls, *results)])])

    assert_linear(claude, chain)
