"""Messages as HTML for pages."""

from html.parser import HTMLParser

import pytest

from app.markup.grammar import Grammar
from app.markup.page_text import page_text

TAGS = "a b blockquote br code div h3 h4 h5 h6 hr i li ol p pre s sup table tbody td th thead tr ul"
KNOWN = frozenset(TAGS.split())


def shown(grammar: Grammar, text: str, place: str = "m") -> str:
    def code(words: str, language: str) -> str:
        return f"({language}: {len(words)})"

    return "".join(page_text(grammar, text, lambda tex, _display: f"[{tex}]", code, place)).replace(
        ' dir="auto"', ""
    )


class Tags(HTMLParser):
    """Follows what is open, and knows what was."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _value in attrs if name.startswith("on")]
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("# a\n\n#### b\n\n###### c", "<h3>a</h3>\n<h6>b</h6>\n<h6>c</h6>\n"),
        ("- a\n- b\n  1. c", '<ul>\n<li>a</li>\n<li>b<ol start="1"><li>c</li></ol></li>\n</ul>\n'),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>\n"),
        ("- [x] a", '<ul>\n<li class="task">☑ a</li>\n</ul>\n'),
        ("```py\na\n\n  b\n```", '<pre dir="ltr">(py: 6)</pre>\n'),
        ("> ```\n> a\n> ```", '<blockquote><pre dir="ltr">(: 1)</pre>\n</blockquote>\n'),
        ("$$x$$", '<p class="formula">[x]</p>\n'),
        ("<div>\nx", '<p class="raw">&lt;div&gt;<br>x</p>\n'),
        ("a  `b  c`\n\n---", "<p>a  <code>b  c</code></p>\n<hr>\n"),
    ],
)
def test_markdown_is_written_as_it_is_meant(grammar: Grammar, text: str, page: str) -> None:
    assert shown(grammar, text) == page


def test_notes_of_two_messages_are_kept_apart(grammar: Grammar) -> None:
    text = "a[^x y]\n\n[^x y]: b".replace(" ", "_")
    one, two = shown(grammar, text, "m1"), shown(grammar, text, "m2")
    assert '<a href="#m1-x_y">' in one
    assert '<sup id="m1-x_y">' in one
    assert "m1" not in two


def test_a_note_that_is_there_twice_has_one_id(grammar: Grammar) -> None:
    assert shown(grammar, "a[^1]\n\n[^1]: b\n\n[^1]: c").count('id="m-1"') == 1


def test_a_long_table_is_one(grammar: Grammar) -> None:
    page = shown(grammar, "| a | b |\n|---|--:|\n" + "| 1 | 2 |\n" * 95)
    assert page.count("<table") == page.count("</table>") == page.count("<thead>") == 1
    assert page.count("<tr>") == 96


def test_long_code_is_one(grammar: Grammar) -> None:
    assert (
        shown(grammar, "```c\n" + "int a;\n" * 5000 + "```") == f'<pre dir="ltr">(c: {7 * 5000 - 1})</pre>\n'
    )


HOSTILE = (
    "<script>x</script> <img src=x onerror=y> </article></main>",
    "[a](javascript:x) [b](data:text/html,x) [c](file:///x) [d](//e.org) ![e](file:///x)",
    '[a](https://e.org/"onclick="x) <https://e.org/\'"><b>',
    '[^"><b>]\n\n[^"><b>]: x',
    "</td></table>\n\n| <td> | `</tr>` |\n|--|--|\n| </table> | ![x](https://e.org/<b>) |",
    "- a\n" * 3 + "  > - b\n  >   1. c\n" + "x" * 50_000,
    "- " * 200 + "x",
    "> " * 200 + "x",
    "- " + "word " * 20_000 + "\n- b",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_foreign_gets_in_and_whatever_opens_is_closed(grammar: Grammar, text: str) -> None:
    tags = Tags()
    tags.feed(shown(grammar, text))
    tags.close()
    assert tags.open == []
    assert tags.seen <= KNOWN
    assert not [link for link in tags.links if not link.startswith(("https://", "#m-"))]
