import json
import random
from itertools import pairwise

import pytest
from PIL import Image

from app.domain.conversation import TitleSource
from app.domain.exchange_errors import ExchangeError
from app.domain.item import ItemState, Role
from app.domain.parcel import Skipped
from app.exchange.importers import chatgpt
from app.exchange.importers.tally import BROKEN_OFF, EMPTY, FILES_MISSING, NOT_CONVERSATIONS, TWICE
from app.providers.given_items import given_items
from tests.fakes.exports import chatgpt as exports
from tests.fakes.exports.chatgpt import ROOT, conversation, message, node, said
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fakes.made_files import picture
from tests.fixtures.parcels import Taken, assert_linear, imported, only, source_of, survives

SECOND = 1_000_000
NO_EXPORTS = (b"", b"{}", b"[]", b"null", b"[1]", b"\xff\xfe\0", b'[{"mapping": 5}]', b"PK\3")
START = int(exports.START * SECOND)


def read(*nodes: exports.Node, **more: object) -> Taken:
    return only(chatgpt, exports.exported([conversation(nodes, **more)]))


def test_a_whole_tree_comes_in_with_the_branch_that_was_shown() -> None:
    found = only(chatgpt, exports.packed([exports.branched()]))
    assert found.behind == {"q": None, "a1": "q", "a2": "q", "q2": "a2"}
    assert found.tips == {"a1", "q2"}
    assert found.texts() == ["Why is the sky blue?", "Scattering.", "Who found out?"]
    assert [item.role for item in found.way()] == [Role.PERSON, Role.MODEL, Role.PERSON]
    assert [item.model for item in found.way("a1")] == [None, "gpt-4o"]
    assert found.items["a2"].created_at == START + 5 * SECOND


def test_a_conversation_keeps_what_is_said_of_it() -> None:
    head = read(node("q", ROOT, said("user", "Why?")), is_starred=True, is_archived=True).head
    assert (head.origin, head.id, head.title) == ("chatgpt", "conversation-1", "A conversation")
    assert (head.title_source, head.is_pinned, head.is_archived) == (TitleSource.IMPORT, True, True)
    assert (head.created_at, head.changed_at) == (START, START + 60 * SECOND)


def test_without_a_title_it_is_called_after_its_first_question() -> None:
    head = read(node("q", ROOT, said("user", "Why?")), title=None, id=None, conversation_id="c").head
    assert (head.id, head.title, head.title_source) == ("c", "Why?", TitleSource.QUESTION)


@pytest.mark.parametrize("name", ["conversations.json", "renamed.txt"])
def test_numbered_files_and_lone_ones_are_read(name: str) -> None:
    first, second = (conversation([node("q", ROOT, said("user", "Why?"))], conversation_id=n) for n in "ab")
    found, skipped = imported(chatgpt, exports.packed_in_parts([first], [second, first], []))
    assert [each.head.id for each in found] == ["a", "b"]
    assert skipped == [Skipped(TWICE)]
    wrapped = json.dumps({"conversations": [first, second]}).encode()
    for content in (exports.exported([first, second]), wrapped):
        assert chatgpt.recognises(source_of(content, name))
        assert len(imported(chatgpt, content)[0]) == 2


def test_what_is_no_conversation_is_counted_and_an_empty_one_told() -> None:
    good = conversation([node("q", ROOT, said("user", "Why?"))])
    empty = conversation([], conversation_id="empty")
    found, skipped = imported(chatgpt, exports.exported([{"title": "broken"}, 5, good, empty]))
    assert len(found) == 1
    assert skipped == [Skipped(EMPTY), Skipped(NOT_CONVERSATIONS, 2)]


def test_hidden_nodes_are_links_only() -> None:
    hidden = {"is_visually_hidden_from_conversation": True}
    found = read(
        node("s", ROOT, said("system", "", weight=0)),
        node("memory", "s", said("system", "secret", metadata=hidden)),
        node("q", "memory", said("user", "Why?")),
        node("none", "q", None),
        node("blank", "none", said("assistant", "")),
        node("light", "blank", said("assistant", "unseen", weight=0)),
        node("a", "light", said("assistant", "So.")),
    )
    assert found.behind == {"q": None, "a": "q"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (exports.custom_instructions(), "The user is a sailor.\n\nAnswer briefly."),
        (exports.plain_custom_instructions(), "I sail.\n\nBe brief."),
    ],
)
def test_custom_instructions_become_those_of_the_conversation(told: exports.Node, expected: str) -> None:
    found = read(node("custom", ROOT, told), node("q", "custom", said("user", "Why?")))
    assert json.loads(found.head.settings) == {"instructions": expected}
    assert list(found.items) == ["q"]


def test_thoughts_calls_and_their_results_come_in_as_such() -> None:
    found = read(*exports.searched())
    way = found.way()
    assert [item.id for item in way] == ["q", "t", "c", "r", "a"]
    kinds = ["message", "reasoning", "function_call", "function_call_output", "message"]
    assert [item.kind for item in way] == kinds
    assert [item.role for item in way[2:4]] == [Role.MODEL, Role.TOOL]
    assert found.texts()[1:4] == [
        "**Looking it up**\n\nIt must be known.",
        'web.run({"q":"sky"})',
        "[Sky](https://example.org/sky)\n\nIt is blue.",
    ]
    assert [way[at].model for at in (1, 2, 4)] == ["o3", "o3", "o3"]


def test_a_call_and_what_came_back_are_sent_on_together() -> None:
    given = given_items(item.body for item in read(*exports.searched()).way())
    assert given[1]["call_id"] == given[2]["call_id"] == "c"


def test_a_second_result_of_a_call_does_not_claim_it_as_well() -> None:
    call = message("assistant", {"content_type": "code", "text": "{}"}, recipient="web")
    found = read(
        node("c", ROOT, call), node("r1", "c", said("tool", "one")), node("r2", "r1", said("tool", "two"))
    )
    assert [json.loads(item.body)["call_id"] for item in found.way()] == ["c", "c", "r2"]


def test_sources_become_links_and_unreadable_marks_go() -> None:
    answer = read(*exports.searched()).texts()[-1]
    assert answer == "So.  ([The \\[sky\\]](https://example.org/sky))\n\n- [More](https://example.org/more)"
    assert read(node("a", ROOT, exports.cited())).texts() == ["So.  ([Sky](https://example.org/sky))"]
    assert read(node("a", ROOT, said("assistant", f"So{exports.MARK}."))).texts() == ["So."]


def test_files_are_found_in_the_zip_by_what_points_at_them() -> None:
    red = picture(Image.new("RGB", (3, 2), "red"), "PNG")
    inside = {f"{exports.IMAGE_ID}-photo.png": red, f"user-1/{exports.PAPER_ID}-paper.txt": b"A paper."}
    content = exports.packed([conversation(exports.with_files())], inside)
    (found,), skipped = imported(chatgpt, content)
    assert [file.name for file in found.items["q"].files] == ["photo.png", "paper.txt"]
    assert [file.media_type for file in found.items["q"].files] == ["image/png", "text/plain"]
    assert found.items["q"].files[1].text == "A paper."
    assert found.texts()[0] == "What is this?"
    drawn = found.way()[-1]
    assert (drawn.role, drawn.kind, len(drawn.files)) == (Role.MODEL, "message", 1)
    assert skipped == [Skipped(FILES_MISSING)]


def test_what_was_heard_is_words_and_a_file() -> None:
    heard = {"content_type": "audio_transcription", "text": "What is rye?", "direction": "in"}
    sound = {"asset_pointer": f"sediment://{exports.IMAGE_ID}", "content_type": "audio_asset_pointer"}
    both = {"content_type": "real_time_user_audio_video_asset_pointer", "audio_asset_pointer": sound}
    told = message("user", {"content_type": "multimodal_text", "parts": [heard, both]})
    content = exports.packed(
        [conversation([node("q", ROOT, told)])], {f"audio/{exports.IMAGE_ID}.wav": b"RIFF\0"}
    )
    found = only(chatgpt, content)
    assert found.texts() == ["What is rye?"]
    assert [file.name for file in found.items["q"].files] == [f"{exports.IMAGE_ID}.wav"]


def test_code_for_a_person_is_shown_as_code() -> None:
    code = {"content_type": "code", "language": "python", "text": "print('```')"}
    found = read(node("a", ROOT, message("assistant", code)))
    assert found.texts() == ["````python\nprint('```')\n````"]


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"metadata": {"finish_details": {"type": "interrupted"}}}, ItemState.STOPPED),
        ({"metadata": {"finish_details": {"type": "max_tokens"}}}, ItemState.INTERRUPTED),
        ({"status": "in_progress"}, ItemState.INTERRUPTED),
        ({"metadata": {"finish_details": {"type": "stop"}}}, ItemState.COMPLETE),
        ({"status": ["odd"]}, ItemState.COMPLETE),
    ],
)
def test_how_an_answer_ended_is_known(more: dict[str, object], state: ItemState) -> None:
    assert read(node("a", ROOT, said("assistant", "So", **more))).items["a"].state is state


def test_what_has_no_place_here_is_kept_as_it_was() -> None:
    found = read(node("q", ROOT, said("user", "Why?", metadata={"voice_mode": True, "request_id": "r"})))
    assert found.items["q"].raw == '{"metadata.voice_mode":true}'
    assert read(node("q", ROOT, said("user", "Why?"))).items["q"].raw is None


def test_a_missing_parent_is_found_by_its_children() -> None:
    entry = exports.branched()
    del entry["mapping"]["a2"]["parent"]
    entry["mapping"]["q2"]["parent"] = "elsewhere"
    assert only(chatgpt, exports.exported([entry])).behind == {"q": None, "a1": "q", "a2": "q", "q2": "a2"}


def test_a_file_that_breaks_off_gives_what_is_whole_of_it() -> None:
    entries = [conversation([node("q", ROOT, said("user", "Why?"))], conversation_id=n) for n in "abc"]
    whole = exports.exported(entries)
    found, skipped = imported(chatgpt, whole[:-100])
    assert [each.head.id for each in found] == ["a", "b"]
    assert skipped == [Skipped(BROKEN_OFF)]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"[1]", b"\xff\xfe\0", b'[{"mapping": 5}]', b"PK\3"]
)
def test_other_files_are_not_recognised(content: bytes) -> None:
    assert not chatgpt.recognises(source_of(content))


def everything() -> list[exports.Node]:
    asked = [node("u", ROOT, exports.custom_instructions()), *exports.with_files()]
    return [
        exports.branched(),
        conversation(exports.searched(), conversation_id="b"),
        conversation(asked, conversation_id="c"),
        conversation([node("x", ROOT, exports.cited())], conversation_id="d"),
    ]


def test_an_export_may_end_anywhere() -> None:
    for content in broken_off(exports.exported(everything())):
        survives(chatgpt, content)
    for content in list(broken_off(exports.packed(everything())))[1:]:
        with pytest.raises(ExchangeError):
            source_of(content)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_anything_may_stand_in_the_place_of_anything(start: int) -> None:
    taken = 0
    for seed in range(start, start + 100):
        spoilt_export = json.dumps(spoilt(everything(), seed)).encode()
        taken += len(survives(chatgpt, spoilt_export))
    assert taken > 200


@pytest.mark.parametrize("seed", range(30))
def test_any_tree_comes_out_as_it_went_in(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = [f"n{number}" for number in range(chance.randint(1, 60))]
    parents = {name: chance.choice([ROOT, *names[:at]]) for at, name in enumerate(names)}
    roles = {name: chance.choice(["user", "assistant"]) for name in names}
    nodes = [node(name, parents[name], said(roles[name], name)) for name in names]
    chance.shuffle(nodes)
    shown = chance.choice(names)
    found = read(*nodes, current_node=shown)
    assert found.behind == {name: None if parent == ROOT else parent for name, parent in parents.items()}
    assert found.tips == set(names) - set(parents.values()) | {shown}
    assert found.way()[-1].id == shown
    assert {name: item.role for name, item in found.items.items()} == roles


def test_the_time_grows_with_the_nodes() -> None:
    def chain(length: int) -> bytes:
        names = [ROOT, *(f"n{number}" for number in range(length))]
        nodes = [node(name, before, said("user", name)) for before, name in pairwise(names)]
        return exports.exported([conversation(nodes[::-1], current_node=names[-1])])

    assert_linear(chatgpt, chain)
