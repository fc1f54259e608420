"""Messages made fit to stand among others, and how they were before."""

import pytest

from app.markup.embedding import Embedded, Embedding, restore
from tests.fakes.made_parcels import HOSTILE

WRITTEN = (
    ("plain words with # and ` signs", "plain words with # and ` signs"),
    ("# A\n\n## B", "### A\n\n#### B"),
    ("### A\n\n###### B", "### A\n\n###### B"),
    ("## A\n\n###### B", "### A\n\n###### B"),
    ("Title\n===", "### Title\n"),
    ("> Two\n> lines #\n> ---", "> ### Two lines # ###\n>"),
    ("- # A\n\n  # B", "- ### A\n\n  ### B"),
    ("```\n# code\n```\n\n# A", "```\n# code\n```\n\n### A"),
    ("```py\nnever closed", "```py\nnever closed\n```"),
    ("a\n\n---\n\nb", "a\n\n---\n\nb"),
    ("[a]: /x\n\n[w][a] [a][] [A]", "[a-m7]: /x\n\n[w][a-m7] [a][a-m7] [A][A-m7]"),
    ("[a]: /x\n[a]: /y\n\n![p][a]", "[a-m7]: /x\n[a-m7]: /y\n\n![p][a-m7]"),
    ("[a]: /x\n\n[a](/z) [b] `[a]`", "[a-m7]: /x\n\n[a](/z) [b] `[a]`"),
    ("[^1]: so it is\n\nsaid[^1]", "[^1-m7]: so it is\n\nsaid[^1-m7]"),
    ("like [a-m3]", "like \\[a-m3]"),
    ("<b> `<i>` <https://x.example/> a < b", "\\<b> `<i>` <https://x.example/> a < b"),
    ("<div\nx", "\\<div\nx"),
    ("<!-- open", "\\<!-- open"),
    ("| a |\n|--|\n| \\| <br> |\n| <br> |", "| a |\n|--|\n| \\| \\<br> |\n| \\<br> |"),
    ("$a<b$ and $x_1$", "$a<b$ and $x_1$"),
)


@pytest.mark.parametrize(("text", "written"), WRITTEN, ids=range(len(WRITTEN)))
def test_what_would_reach_beyond_a_message_is_changed(text: str, written: str) -> None:
    made = Embedding(3).embedded(text, 7)
    assert made is not None
    assert made.text == written
    assert restore(made.text, made.restored) == text


def test_everything_can_be_restored() -> None:
    embedding = Embedding(3)
    for text in (*HOSTILE, *("\n\n".join(HOSTILE[start : start + 4]) for start in range(len(HOSTILE)))):
        made = embedding.embedded(text, 2)
        assert made is None or restore(made.text, made.restored) == text


def test_what_cannot_be_told_apart_is_shown_as_it_stands() -> None:
    embedding = Embedding(3)
    assert embedding.embedded("[two\nlines]: /x\n\n[two lines]", 1) is None
    assert embedding.embedded("> " * 150 + "# deep", 1) is None
    assert embedding.embedded("<b>" * 200_000, 1) is None


def test_a_text_that_needs_nothing_is_not_read() -> None:
    assert Embedding(3).embedded("word " * 100, 1) == Embedded("word " * 100)


def test_lines_that_are_not_there_cannot_be_restored() -> None:
    made = Embedding(3).embedded("# A\n\n# B", 1)
    assert made is not None
    with pytest.raises(ValueError, match="no such lines"):
        restore("gone", made.restored)
