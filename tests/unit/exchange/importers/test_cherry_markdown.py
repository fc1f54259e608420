import pytest

from app.exchange.importers.cherry_markdown import is_topic, topic
from app.exchange.importers.tree import pieces_of
from tests.fakes.exports.cherry_studio import MARKDOWN
from tests.fixtures.taken_in import TakenIn, sorted_out


def of(written: str) -> TakenIn:
    (one,), _ = sorted_out(pieces_of(*topic("cherry-studio", written)))
    return one


def test_each_heading_behind_a_line_begins_a_message_and_no_other_does() -> None:
    assert of(MARKDOWN).said() == [
        ("user", "message", "What is this?\n\n## Not a message\n\n## 🤖 Nor this"),
        ("assistant", "reasoning", "A loaf?\n1 < 2"),
        ("assistant", "message", "```\nrye"),
        ("user", "message", "Bake it."),
        ("assistant", "message", "Baking.\n\n---\n\nDone."),
    ]


def test_the_model_is_known_where_the_heading_names_it() -> None:
    models = [item.model for item in of(MARKDOWN).items.values()]
    assert models == [None, "qwen", "qwen", None, None]


def test_text_that_no_archive_can_keep_is_made_such_that_it_can() -> None:
    one = of("# A\0B\n\n## 🤖 q\0\n\nA\0\n")
    assert (one.head.title, one.texts()) == ("A\u2400B", ["A\u2400"])


def test_a_topic_is_known_again_when_it_has_grown() -> None:
    grown = of(MARKDOWN + "\n---\n## 🧑\u200d💻 User\n\nMore.\n")
    assert grown.head.id == of(MARKDOWN).head.id
    assert list(grown.items)[: len(of(MARKDOWN).items)] == list(of(MARKDOWN).items)
    assert grown.head.title == "Bread"


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        (MARKDOWN, True),
        ("\ufeff" + MARKDOWN.replace("\n", "\r\n"), True),
        ("## 🧑💻 User\n\nHello", True),
        ("## 🤖 Assistant\nHi", True),
        ("# Bread\n\n## User\n", False),
        ("Some text.\n\n## 🤖 Assistant\n", False),
        ("", False),
    ],
)
def test_a_topic_is_told_by_its_first_heading(written: str, *, is_one: bool) -> None:
    assert is_topic(written) is is_one


@pytest.mark.parametrize("written", ["", "# Bread", "## 🤖 System", "---\n" * 100])
def test_whatever_is_not_one_is_no_conversation(written: str) -> None:
    conversations, _ = sorted_out(pieces_of(*topic("cherry-studio", written)))
    assert len(conversations) == (written == "## 🤖 System")
