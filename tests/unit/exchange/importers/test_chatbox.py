from typing import Any

import pytest

from app.domain.item import ItemState
from app.exchange.importers import chatbox
from app.exchange.importers.tally import FILES_MISSING, NOT_CONVERSATIONS, NOT_MESSAGES, UNKNOWN_PARTS
from tests.fakes.exports import chatbox as sample
from tests.fakes.exports.packing import packed
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fixtures.parcels import assert_linear
from tests.fixtures.taken_in import TakenIn, count_taken_in, source_of, taken_in


def of(export: object) -> tuple[list[TakenIn], dict[str, int]]:
    return taken_in(chatbox, {"exported-data.json": sample.file(export)})


def only(*messages: object, **more: object) -> tuple[TakenIn, dict[str, int]]:
    session = {"id": "s", "name": "One", "messages": list(messages)}
    (one,), skipped = of({"chat-sessions-list": [], "session:s": session, **more})
    return one, skipped


def test_the_open_thread_is_what_is_shown() -> None:
    one = of(sample.export())[0][0]
    assert (one.head.id, one.head.title, one.head.is_pinned) == ("s1", "Bread", True)
    assert one.said() == [
        ("user", "message", "What is this?"),
        ("assistant", "reasoning", "A loaf?"),
        ("assistant", "function_call", 'web_search({"query":"rye"})'),
        ("tool", "function_call_output", '{"hits":1}'),
        ("assistant", "message", "Rye bread."),
        ("user", "message", "Bake it."),
        ("assistant", "message", "Baking"),
    ]


def test_its_instructions_are_the_conversations_own() -> None:
    one = of(sample.export())[0][0]
    assert one.head.settings == '{"instructions":"Be brief."}'
    assert not any(item.role == "system" for item in one.items.values())


def test_earlier_threads_are_branches_with_their_names() -> None:
    one = of(sample.export())[0][0]
    branches = one.branches()
    assert set(branches) == {"First try", "Second try", None}
    assert one.said(branches["First try"]) == [
        ("user", "message", "Old words"),
        ("assistant", "reasoning", "Hm."),
        ("assistant", "message", "Old answer"),
    ]


def test_what_was_said_instead_is_a_branch_and_so_is_what_was_said_instead_of_that() -> None:
    one = of(sample.export())[0][0]
    assert one.said("j1")[-3:] == [
        ("assistant", "message", "Rye bread."),
        ("user", "message", "Eat it."),
        ("assistant", "message", "Yum."),
    ]


def test_a_message_knows_its_time_its_model_and_how_it_ended() -> None:
    items = of(sample.export())[0][0].items
    assert items["b1"].created_at == (sample.BEGUN + 1001) * 1000
    assert items["c1"].model == "GPT-4o"
    assert items["c1"].raw == '{"aiProvider":"openai","usage":{"inputTokens":5}}'
    assert items["e1"].state is ItemState.FAILED
    assert "Network" in (items["e1"].raw or "")


def test_pictures_come_from_the_message_or_from_beside_it() -> None:
    one = of(sample.export())[0][0]
    assert [file.media_type for name in ("b1", "f1") for file in one.items[name].files] == ["image/png"] * 2


def test_a_file_that_the_export_lacks_is_counted_and_one_of_words_comes() -> None:
    files = [{"name": "a.md", "storageKey": "file:a"}, {"name": "b.pdf", "storageKey": "file:b"}]
    one, skipped = only(sample.message("a1", "user", files=files), **{"file:a": "# A"})
    assert [(file.name, file.text) for file in one.items["a1"].files] == [("a.md", "# A")]
    assert skipped == {FILES_MISSING: 1}


def test_a_session_that_is_not_listed_comes_and_a_listed_one_that_is_not_there_is_counted() -> None:
    conversations, skipped = of(sample.export())
    assert [each.head.title for each in conversations] == ["Bread", "Unlisted"]
    assert skipped == {NOT_CONVERSATIONS: 1}


def test_sessions_of_the_earliest_versions_come() -> None:
    session = {"id": "s", "name": "Old", "messages": [{"id": "m", "role": "user", "content": "Hello"}]}
    (one,), _ = of({"chat-sessions": [session]})
    assert one.said() == [("user", "message", "Hello")]


def test_nothing_of_its_settings_is_taken() -> None:
    conversations, _ = of(sample.export())
    assert sample.SECRET in sample.file(sample.export()).decode()
    assert sample.SECRET not in repr([(each.head.settings, each.items.values()) for each in conversations])
    for each in conversations:
        assert not any(sample.SECRET in item.body + (item.raw or "") for item in each.items.values())


def test_what_is_unknown_is_counted() -> None:
    hologram = sample.message("a1", "assistant", {"type": "hologram"}, sample.said("Hm"))
    one, skipped = only(hologram, {"role": "oracle"}, "nothing")
    assert one.said() == [("assistant", "message", "Hm")]
    assert skipped == {UNKNOWN_PARTS: 1, NOT_MESSAGES: 1}


def test_a_packed_export_is_the_same() -> None:
    files = {"exported-data.json": sample.file(sample.export())}
    assert taken_in(chatbox, {"a.zip": packed(files)}) == taken_in(chatbox, files)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"text": "\\"chat-sessions-list\\": []"}'])
def test_what_only_speaks_of_it_is_not_recognised(content: bytes) -> None:
    assert not chatbox.recognises(source_of({"exported-data.json": content}))


def test_of_what_is_cut_off_there_is_never_half_a_conversation() -> None:
    whole = sample.file(sample.export())
    assert {count_taken_in(chatbox, {"a.json": part}) for part in broken_off(whole)} == {0}


def test_whatever_is_twisted_is_taken_in_or_told() -> None:
    exports = (sample.file(spoilt(sample.export(), seed)) for seed in range(300))
    found = {count_taken_in(chatbox, {"a.json": export}) for export in exports}
    assert {0, 1, 2} <= found <= {0, 1, 2, 3}


def test_forks_within_forks_take_time_by_their_number() -> None:
    def chain(length: int) -> bytes:
        def fork(name: str) -> dict[str, Any]:
            return {"lists": [{"messages": [{"id": name, "role": "user", "content": "a"}]}]}

        forks = {f"m{number}": fork(f"m{number + 1}") for number in range(length)}
        session = {"id": "s", "messages": [{"id": "m0", "role": "user"}], "messageForksHash": forks}
        return sample.file({"chat-sessions-list": [], "session:s": session})

    assert_linear(chatbox, chain)
