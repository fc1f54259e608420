"""Blocks as rich text: what is shown, and what never is."""

import pytest

from app.markup.grammar import Grammar
from app.markup.rich_text import rich_text
from tests.unit.markup.conftest import Read


@pytest.fixture
def shown(grammar: Grammar, read: Read):  # noqa: ANN201
    def show(text: str) -> str:
        message = read(text)
        return "".join(rich_text(grammar, block, message.labels) for block in message.blocks)

    return show


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("**a** *b* ~~c~~ `d  e`", "<p><b>a</b> <i>b</i> <s>c</s> <code>d &nbsp;e</code></p>"),
        ("## Title", "<p>Title</p>"),
        ("one\ntwo  \nthree", "<p>one two<br>three</p>"),
        ("3. x", '<ol start="3"><li>x</li></ol>'),
        ("- [ ] a", '<ul><li class="unchecked">a</li></ul>'),
        ("- [x] *b* c", '<ul><li class="checked"><i>b</i> c</li></ul>'),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("> a\n>\n>     b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("[a](https://e.org)", '<p><a href="https://e.org">a</a></p>'),
        ("[a][b]\n\n[b]: https://e.org", '<p><a href="https://e.org">a</a></p>'),
        ("a[^n]\n\n[^n]: b", "<p>a<sup>n</sup></p><p><sup>n</sup> b</p>"),
        ("$x<y$", "<p><code>$x&lt;y$</code></p>"),
    ],
)
def test_markdown_is_shown_as_it_is_meant(shown, text: str, rich: str) -> None:  # noqa: ANN001
    assert shown(text) == rich


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("<b>x</b> <img src=x>", "<p>&lt;b&gt;x&lt;/b&gt; &lt;img src=x&gt;</p>"),
        ("<div>\n  x\n</div>", "<p>&lt;div&gt;<br>&nbsp;&nbsp;x<br>&lt;/div&gt;</p>"),
        ("![a](https://e.org/x.png)", '<p><a href="https://e.org/x.png">a (e.org)</a></p>'),
        ("![](https://e.org/x.png)", '<p><a href="https://e.org/x.png">e.org</a></p>'),
        ("![a](x.png)", "<p>a</p>"),
        ("![a](file:///x.png)", "<p>![a](file:///x.png)</p>"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("[a](notes.md) and [b](#b)", "<p>a and b</p>"),
        ('[a](https://e.org/"onclick="x)', '<p><a href="https://e.org/%22onclick=%22x">a</a></p>'),
        ('[a](https:// "b")', "<p>[a](https:// &quot;b&quot;)</p>"),
    ],
)
def test_nothing_foreign_gets_in_and_nothing_is_loaded(shown, text: str, rich: str) -> None:  # noqa: ANN001
    assert shown(text) == rich


def test_a_part_of_a_paragraph_is_a_paragraph_whatever_it_begins_with(grammar: Grammar, read: Read) -> None:
    message = read("word " * 790 + "- not an item " * 1000)
    parts = [rich_text(grammar, block, message.labels) for block in message.blocks]
    assert len(parts) > 3
    assert all(part.startswith("<p>") and part.count("<p>") == 1 for part in parts)


def test_columns_keep_their_sides(shown) -> None:  # noqa: ANN001
    assert '<th align="right">b</th>' in shown("| a | b |\n|---|--:|\n| 1 | 2 |")
