import json

import pytest

from app.domain.exchange_errors import ExportNeeded
from app.exchange.importers import cherry_studio
from app.exchange.importers.tally import EMPTY
from app.exchange.importers.values import moment
from tests.fakes.exports import cherry_studio as sample
from tests.fakes.exports.packing import packed
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fixtures.taken_in import TakenIn, count_taken_in, source_of, taken_in


def of(files: dict[str, bytes]) -> TakenIn:
    conversations, _ = taken_in(cherry_studio, files)
    return conversations[0]


def test_a_topic_of_a_backup_comes_with_all_that_is_known_of_it() -> None:
    head = of(sample.files(sample.backup())).head
    assert (head.origin, head.id, head.title) == ("cherry-studio", "t1", "Bread")
    assert (head.folder, head.tags, head.is_pinned) == ("Baker", ("food",), True)
    assert (head.created_at, head.changed_at) == (moment(sample.at(0)), moment(sample.at(59)))
    assert head.settings == '{"instructions":"Be brief."}'


def test_a_packed_backup_is_the_same_and_an_empty_topic_stays_behind() -> None:
    files = sample.files(sample.backup())
    conversations, skipped = taken_in(cherry_studio, {"backup.zip": packed(files)})
    assert (conversations, skipped) == taken_in(cherry_studio, files)
    assert skipped == {EMPTY: 1}


def test_the_earliest_backups_come() -> None:
    one = of(sample.files(sample.earliest()))
    assert one.head.title == "Bread"
    assert one.said() == [
        ("user", "message", "Hello"),
        ("assistant", "reasoning", "Hm."),
        ("assistant", "message", "Hi."),
    ]
    assert [file.media_type for file in one.items["m1"].files] == ["image/png"]


def test_a_backup_whose_settings_are_gone_still_has_its_topics() -> None:
    one = of(sample.files(sample.backup(localStorage={"persist:cherry-studio": "{"})))
    assert (one.head.title, one.head.folder) == ("What is this?", None)


def test_a_topic_that_was_exported_as_json_comes() -> None:
    one = of({"Bread.json": json.dumps(sample.topic_json()).encode()})
    assert (one.head.id, one.head.title) == ("t1", "Bread")
    assert len(one.items) == len(of(sample.files(sample.backup())).items)


def test_topics_that_were_exported_as_markdown_come_each_by_itself() -> None:
    written = sample.MARKDOWN.encode()
    conversations, _ = taken_in(cherry_studio, {"a.md": written, "b.md": written.replace(b"Bread", b"Cake")})
    assert [each.head.title for each in conversations] == ["Bread", "Cake"]
    assert len({each.head.id for each in conversations}) == 2


def test_nothing_of_its_settings_is_taken() -> None:
    for backup in (sample.backup(), sample.earliest()):
        one = of(sample.files(backup))
        told = [one.head.settings, *(item.body + (item.raw or "") for item in one.items.values())]
        assert sample.SECRET in json.dumps(backup)
        assert not any(sample.SECRET in each for each in told)


def test_a_copy_of_its_storage_is_known_and_refused() -> None:
    source = source_of({"backup.zip": packed(sample.STORAGE)})
    assert cherry_studio.recognises(source)
    with pytest.raises(ExportNeeded):
        list(cherry_studio.pieces(source))


def test_a_copy_of_another_programs_storage_is_not_known() -> None:
    files = {name: content.replace(b"cherry", b"other") for name, content in sample.STORAGE.items()}
    assert not cherry_studio.recognises(source_of(files))


@pytest.mark.parametrize("content", [b"", b"# Bread\n\n## User\n", b'{"localStorage": {}}', b"[]"])
def test_what_only_looks_like_it_is_not_recognised(content: bytes) -> None:
    assert not cherry_studio.recognises(source_of({"data.json": content}))


def test_of_what_is_cut_off_there_is_never_half_a_conversation() -> None:
    whole = sample.files(sample.backup())["data.json"]
    assert {count_taken_in(cherry_studio, {"data.json": part}) for part in broken_off(whole)} == {0}


def test_whatever_is_twisted_is_taken_in_or_told() -> None:
    backups = (spoilt(sample.backup(), seed) for seed in range(300))
    assert {count_taken_in(cherry_studio, sample.files(backup)) for backup in backups} >= {0, 1}
    for seed in range(100):
        state = spoilt(sample.state(), seed)
        backup = sample.backup(localStorage={"persist:cherry-studio": json.dumps(state)})
        assert count_taken_in(cherry_studio, sample.files(backup)) == 1
