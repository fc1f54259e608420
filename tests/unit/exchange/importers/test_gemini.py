import json
import random

import pytest
from PIL import Image

from app.domain.conversation import TitleSource
from app.domain.item import Role
from app.domain.parcel import Skipped
from app.exchange.importers import gemini
from app.exchange.importers.gemini import GUESSED, NOT_ASKED, ONLY_HTML
from app.exchange.importers.tally import FILES_MISSING, TWICE
from tests.fakes.exports import gemini as exports
from tests.fakes.exports.gemini import entry
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.fakes.made_files import picture
from tests.fixtures.parcels import Taken, assert_linear, imported, source_of, survives, taken

ELSEWHERE = b'[{"header": "YouTube", "title": "Watched", "time": "x"}]'


def read(*entries: exports.Values) -> list[Taken]:
    found, skipped = imported(gemini, exports.exported(entries))
    assert all(each.why == GUESSED for each in skipped)
    return found


def test_what_was_asked_within_half_an_hour_is_one_conversation() -> None:
    first, second = read(
        entry(90, "Later?", "<p>Yes.</p>"), entry(29, "How?", "<p>Thus.</p>"), entry(0, "Why?", "<p>So.</p>")
    )
    assert first.texts() == ["Why?", "So.", "How?", "Thus."]
    assert second.texts() == ["Later?", "Yes."]
    assert [item.role for item in first.way()] == [Role.PERSON, Role.MODEL] * 2
    assert (first.head.title, first.head.title_source) == ("Why?", TitleSource.QUESTION)
    assert first.head.created_at == 1_714_979_289_123_000


def test_that_bounds_are_guessed_is_said() -> None:
    _, skipped = imported(
        gemini, exports.packed([entry(0, "Why?", "<p>So.</p>"), entry(99, "How?", "<p>Thus.</p>")])
    )
    assert skipped == [Skipped(GUESSED, 2)]


def test_a_named_conversation_needs_no_guess() -> None:
    named = {"titleUrl": "https://gemini.google.com/app/0123456789abcdef"}
    told = [entry(500, "How?", "<p>Thus.</p>", **named), entry(0, "Why?", "<p>So.</p>", **named)]
    (found,), skipped = imported(gemini, exports.exported(told))
    assert (found.head.id, found.texts()) == ("0123456789abcdef", ["Why?", "So.", "How?", "Thus."])
    assert skipped == []


def test_answers_that_were_asked_for_again_are_beside_each_other() -> None:
    (found,) = read(entry(0, "Why?", "<p>One.</p>", "<p>Two.</p>"), entry(1, "How?", "<p>Thus.</p>"))
    assert found.texts() == ["Why?", "Two.", "How?", "Thus."]
    assert len(found.tips) == 2
    assert list(found.behind.values()).count(found.way()[0].id) == 2


def test_doing_it_again_gives_the_same_names() -> None:
    (before,) = read(entry(0, "Why?", "<p>One.</p>"))
    (after,) = read(entry(5, "How?"), entry(0, "Why?", "<p>One.</p>", "<p>Two.</p>"))
    assert after.head.id == before.head.id
    assert before.items.keys() < after.items.keys()


def test_an_answer_in_html_is_markdown_here() -> None:
    (found,) = read(entry(0, "Why?", "<h3>So</h3><ul><li><b>Dust</b></li></ul><script>alert(1)</script>"))
    assert found.texts()[1] == "### So\n\n- **Dust**"


def test_what_is_no_question_stays_behind() -> None:
    _, skipped = imported(gemini, exports.exported([exports.feedback(1), entry(0, "Why?")]))
    assert skipped == [Skipped(NOT_ASKED), Skipped(GUESSED)]


def test_the_words_before_a_question_go_in_any_language() -> None:
    told = [entry(at, f"{at} Fragen", "<p>x</p>", prefix="Prompt eingegeben: ") for at in range(20)]
    (found,) = read(*told)
    assert found.texts()[0] == "0 Fragen"
    (few,) = read(*told[:5])
    assert few.texts()[0] == "Prompt eingegeben: 0 Fragen"


def test_a_file_is_found_by_the_place_that_the_log_names() -> None:
    red = picture(Image.new("RGB", (3, 2), "red"), "PNG")
    content = exports.packed([exports.attached(0, "sky.png")], {exports.place_of("sky.png"): red})
    (found,), skipped = imported(gemini, content)
    assert [(file.name, file.media_type) for file in found.way()[0].files] == [("sky.png", "image/png")]
    assert skipped == [Skipped(GUESSED)]
    _, without = imported(gemini, exports.packed([exports.attached(0, "sky.png")]))
    assert without[0] == Skipped(FILES_MISSING)


def test_an_entry_that_is_there_twice_comes_once() -> None:
    _, skipped = imported(gemini, exports.exported([entry(0, "Why?", "<p>So.</p>")] * 2))
    assert skipped == [Skipped(TWICE), Skipped(GUESSED)]


def test_a_page_is_recognised_and_says_the_way_out() -> None:
    source = source_of(exports.page(), "MyActivity.html")
    assert gemini.recognises(source)
    assert taken(gemini.pieces(source)) == ([], [Skipped(ONLY_HTML)])


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'[{"header": "YouTube", "title": "Watched", "time": "x"}]', b"<html></html>"],
)
def test_other_files_are_not_recognised(content: bytes) -> None:
    assert not gemini.recognises(source_of(content, "a.html"))


def everything() -> list[exports.Values]:
    return [
        entry(90, "Later?", "<p>Yes.</p>"),
        exports.feedback(60),
        exports.attached(29, "sky.png"),
        entry(0, "Why?", "<p>One.</p>", "<p>Two.</p>"),
    ]


def test_an_export_may_end_anywhere() -> None:
    for content in broken_off(exports.exported(everything())):
        survives(gemini, content)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_anything_may_stand_in_the_place_of_anything(start: int) -> None:
    found = 0
    for seed in range(start, start + 100):
        found += len(survives(gemini, json.dumps(spoilt(everything(), seed)).encode()))
    assert found > 100


@pytest.mark.parametrize("seed", range(20))
def test_whatever_was_asked_comes_out_in_its_order(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    told = {
        f"q{at}": [f"a{at} {n}" for n in range(chance.randint(0, 3))] for at in range(chance.randint(1, 40))
    }
    entries = [entry(at, name, *answers) for at, (name, answers) in enumerate(told.items())]
    chance.shuffle(entries)
    (found,) = read(*entries)
    expected = [text for name, answers in told.items() for text in (name, *answers[-1:])]
    assert found.texts() == expected
    assert len(found.items) == sum(1 + len(answers) for answers in told.values())


def test_the_time_grows_with_the_entries() -> None:
    def chain(length: int) -> bytes:
        return exports.exported([entry(at / 100, f"q{at}", "<p>a</p>") for at in range(length)])

    assert_linear(gemini, chain)
