import html
import random

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.exchange.importers.html_markdown import markdown_of
from tests.fixtures.pace import within

SIGNS = "abc xyz12 \\`*_[]()<>#+-=.!|~:&;$\"'/ é東😀"


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("", ""),
        ("Plain", "Plain"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<h1>A</h1><h6>B</h6>", "# A\n\n###### B"),
        ("<p>a <strong>b </strong>c <em>d</em> <del>e</del></p>", "a **b** c *d* ~~e~~"),
        ("<b></b>x<i> </i>", "x"),
        ("<p>a<br>b<br/></p>", "a\\\nb"),
        ("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>", "- a\n  1. b\n  2. c\n- d"),
        ("<p>x</p><ul><li><p>a</p><p>b</p></li></ul>", "x\n\n- a\n\n  b"),
        ("<blockquote><p>a</p><ul><li>b</li></ul></blockquote>", "> a\n>\n> - b"),
        ('<pre><code class="language-c">a &lt; b\n\n  c</code></pre>', "```c\na < b\n\n  c\n```"),
        ("<pre>```\nx</pre>", "````\n```\nx\n````"),
        ("<li><pre>a\nb</pre></li>", "```\na\nb\n```"),
        ("<ul><li><pre>a\nb</pre></li></ul>", "- ```\n  a\n  b\n  ```"),
        ("<code>a</code> <code>`b`</code>", "`a` `` `b` ``"),
        ('<a href="https://example.org/">a [b]</a>', "[a \\[b\\]](https://example.org/)"),
        ('<a href="javascript:x">a</a><a>b</a>', "ab"),
        ('<img src="https://example.org/x.png" alt="A picture">', "A picture"),
        ("a<hr>b", "a\n\n---\n\nb"),
        ("<table><tr><th>A</th></tr><tr><td>b|c<br>d</td></tr></table>", "| A |\n| --- |\n| b\\|c d |"),
        ("a<!-- hidden --><script>x</script><style>y</style>b", "ab"),
        ("a < b > c </", "a \\< b > c \\</"),
        ("<p>&amp;lt; &copy;</p>", "\\&lt; ©"),
        ("<p>1. a</p><p>- b</p><p># c</p><p>| d</p>", "1\\. a\n\n\\- b\n\n\\# c\n\n\\| d"),
    ],
)
def test_html_becomes_markdown(source: str, markdown: str) -> None:
    assert markdown_of(source) == markdown


@pytest.mark.parametrize("seed", range(300))
def test_words_are_never_marks(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    lines = ["".join(chance.choices(SIGNS, k=chance.randint(1, 40))) for _ in range(3)]
    words = [" ".join(line.split()) for line in lines]
    written = markdown_of("".join(f"<p>{html.escape(line)}</p>" for line in lines))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written)
    assert [shown(token) for token in tokens if token.type == "inline"] == [line for line in words if line]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


def shown(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


@pytest.mark.parametrize(
    "source",
    [
        "<" * 300_000,
        "<a" * 200_000,
        "<!--" * 100_000,
        "<ul><li>" * 50_000 + "x",
        "<b>" * 100_000 + "x" + "</i></b>" * 100_000,
        "<blockquote>" * 50_000 + "<p>x</p>" * 1_000,
        "<p a='" * 50_000,
        '<a href="https://example.org">' * 50_000,
        "<pre>" * 50_000 + "`" * 100_000,
        "<table><tr><td>" * 30_000,
        "</td></table></ul></b>" * 30_000,
        "<a " + "x" * 1_000_000 + ">",
        "<a href=https://example.org><b></a></b>",
    ],
)
def test_no_source_takes_long_or_fails(source: str) -> None:
    with within(6):
        markdown_of(source)
