"""Words from outside in places of our own: none of them breaks out."""

import json

from markdown_it import MarkdownIt

from app.exchange.markdown_words import fence_for, one_line, plain, quoted, summary
from tests.fakes.made_parcels import HOSTILE


def test_plain_words_are_nothing_but_words() -> None:
    reader = MarkdownIt("gfm-like", {"linkify": True, "html": True})
    for words in HOSTILE:
        line = one_line(words)
        tokens = reader.parse(f"## {plain(words)}")
        assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
        assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}
        assert (
            "".join(child.content for child in tokens[1].children or []).split() == line.split()
            or "&" in line
        )


def test_a_summary_is_text_alone() -> None:
    assert summary("f</summary><b>\n&") == "f&lt;/summary&gt;&lt;b&gt; &amp;"


def test_what_is_quoted_ends_no_comment_and_hides_nothing() -> None:
    for words in (*HOSTILE, "\ud800", "---->"):
        text = quoted({"a": words})
        assert json.loads(text) == {"a": words}
        assert not {">", "<", "\n", "\u202e", "\u2028", "\x7f"} & set(text)
        assert "--" not in text


def test_a_fence_is_longer_than_any_inside() -> None:
    assert fence_for("no") == "```"
    assert fence_for("a ```` b") == "`````"
