"""Markdown of every shape is shown without a crash, without a freeze, and without anything being loaded."""

import random
from collections.abc import Iterator
from time import monotonic, thread_time

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.painted import gap_between, painted
from app.ui.transcript.blocks.painted_block import Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings

WIDTH, HIGH = 480.0, 600
FREEZE = 0.5  # seconds of the painting thread, also where it is traced: usually a tenth of that
LOOKED_AT = 12  # blocks of each text, from both ends

EXAMPLES = (
    *(
        "\tfoo\tbaz",
        "  - foo\n\n\tbar",
        ">\t\tfoo",
        "-\t\tfoo",
        "#\tFoo",
        "*\t*\t*\t",
        '\\!\\"\\#',
        "\\\tA\\a",
    ),
    *(
        "&nbsp; &amp; &copy; &#35; &#0; &#987654321;",
        "[a](url &quot;tit&quot;)",
        "`&ouml;`",
        "- `one\n- two`",
    ),
    *(
        "***\n---\n___",
        "+++",
        "--\n**\n__",
        " **  * ** * ** * **",
        "- foo\n***\n- bar",
        "* Foo\n* * *\n* Bar",
    ),
    *("# foo\n## foo\n### foo", "####### foo", "#5 bolt", "\\## foo", "## foo ##", "# foo#", "#", "### ###"),
    *(
        "Foo *bar*\n===",
        "Foo\n---",
        "  Foo *bar\nbaz*\t\n====",
        "Foo\n= =",
        "Foo\\\n----",
        "> Foo\n---",
        "- Foo\n---",
    ),
    *(
        "    a simple\n      indented",
        "    <a/>\n    *hi*",
        "foo\n    bar",
        "    chunk1\n\n\n    chunk2",
        "\n    foo  \n",
    ),
    *(
        "```\n<\n >\n```",
        "~~~\n<\n```\n~~~",
        "````\naaa\n```\n``````",
        "```",
        "> ```\n> aaa\n\nbbb",
        "   ```\n   aaa\n```",
    ),
    *(
        "~~~ aa ``` ~~~\naaa\n~~~",
        "```;\n```",
        "``` aa ```\naaa",
        "foo\n```\nbar\n```\nbaz",
        "~~~~ruby startline=3 $%@#$\nx",
    ),
    *(
        "<table><tr><td>\n<pre>\n**Hello**",
        "<div\n*hi*",
        "<!-- Foo\n\nbar -->",
        "<?php\n echo '>'; ?>",
        "<![CDATA[\nx",
    ),
    *(
        "[foo]: /url 'title'\n\n[foo]",
        "[foo]: <bar>(baz)\n\n[foo]",
        '[foo]: /url "a" ok',
        "[\nfoo\n]: /url\nbar",
    ),
    *(
        "[foo\\]: /u\n[foo]",
        "[ẞ]\n\n[SS]: /url",
        "[foo]\n\n> [foo]: /url",
        "[foo]: \n/url\n'\ntitle\n'\n\n[foo]",
    ),
    *(
        "> # Foo\n> bar",
        ">foo\n-bar",
        "> - foo\n- bar",
        ">",
        "> > > foo\nbar",
        ">>> foo\n> bar",
        ">     code\n\n>    not",
    ),
    *(
        "- one\n\n two",
        " -    one\n\n     two",
        "10) foo\n    bar",
        "-1. not ok",
        "123456789. ok",
        "1234567890. not",
    ),
    *(
        "- foo\n\n      bar",
        "-\n  foo\n-\n  ```\n  bar",
        "*",
        "foo\n*\nfoo\n1.",
        "- - foo",
        "1. - 2. foo",
        "- # Foo\n- Bar\n  ---",
    ),
    *(
        "- foo\n- bar\n+ baz",
        "1. foo\n2. bar\n3) baz",
        "The number\n14.  is",
        "- a\n - b\n  - c\n   - d\n    - e",
        "* a\n*\n\n* c",
    ),
    *(
        "`` foo ` bar ``",
        "`foo   bar \nbaz`",
        "*foo`*`",
        '`<a href="`">`',
        "```foo``",
        "`foo",
        "[not a `link](/foo`)",
    ),
    *(
        "**foo*bar**",
        "a * foo bar*",
        "foo*bar*",
        "_foo_bar",
        "***foo** bar*",
        "**foo*",
        "*foo**bar***",
        "*(**foo**)*",
    ),
    *(
        "**Gomphocarpus (*Gomphocarpus physocarpus*)**",
        "***a ** b***",
        "*foo [bar](/url)*",
        "**a<https://e.org/?q=**>",
    ),
    *(
        '[link](/uri "title")',
        "[a](</b )c>)",
        "[link](foo(and(bar)))",
        "[![moon](m.jpg)](/uri)",
        "[foo *bar](baz*)",
    ),
    *(
        "[foo][BaR]\n\n[bar]: /url",
        "[foo][]\n\n[foo]: /u",
        "![foo *bar*][]\n\n[foo *bar*]: t.jpg",
        "[[[foo]]]",
        "!\\[foo]",
    ),
    *(
        "<https://foo.bar/baz>",
        "<MAILTO:FOO@BAR.BAZ>",
        "<https://foo.bar/baz bim>",
        "<foo\\+@bar.example.com>",
        "<>",
        "< a>",
    ),
    *(
        "foo  \nbaz",
        "foo\\\nbaz",
        "*foo\\\nbar*",
        "`code  \nspan`",
        "foo\\",
        "### foo  ",
        "hello $.;'there",
        "Foo χρῆν",
    ),
    *(
        "| a |\n| - |\n| `\\|` |",
        "| a | b |\n|---|---|\n| c |\n> d",
        "|a|\n|:-:|",
        "a | b\n-|-\n\nc",
        "- | a |\n  |---|\n  | b |",
    ),
    *(
        "- [ ] a\n- [X] b\n  - [x]",
        "1. [ ] a",
        "~~a ~~ b~~",
        "[^a]\n\n[^a]: b\n\n    c\n\n        d",
        "[^a]: [^a]",
    ),
    *(
        "$$\na",
        "$$a$$ b",
        "\\[ a",
        "\\(\\)",
        "$ $",
        "$$$$",
        "$a$b$c$",
        "- $$\n  a\n  $$",
        "> \\[\n> a\n> \\]",
        "$`a`$",
    ),
)
HOSTILE = {
    "quotes": ">" * 100_000,
    "lists": "".join("  " * depth + "- a\n" for depth in range(300)),
    "brackets": "[" * 50_000,
    "stars": "*a_" * 33_000,
    "columns": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + ("|" + "b|" * 200 + "\n") * 200,
    "divs": "<div>" * 5_000,
    "one line": "a" * 1_000_000,
    "one line of code": "```\n" + "a" * 1_000_000,
    "words": "word " * 200_000,
    "zalgo": ("a" + "\u0301\u0327" * 40) * 1_000,
    "joiners": "👩\u200d" * 20_000,
    "turns": "\u202ea\u2066b\u2069" * 10_000,
    "controls": "\x1b[31m\x00\x9b" * 20_000,
    "surrogates": "\ud83d" * 10_000,
    "images": "![a](https://evil.example/x.png) ![b](file:///etc/passwd) " * 500,
    "links": "[a](https://evil.example/) " * 2_000,
    "definitions": "".join(f"[{number}]: https://e.org\n" for number in range(5_000)) + "[7]",
    "footnotes": "".join(f"[^{number}]: a\n\n" for number in range(1_000)),
    "formulas": r"$\frac{1}{\frac{1}{x}}$ " * 1_000,
    "fences": "```py\n" + "x = [[[[" * 200 + "\n```\n",
    "strings": "```py\n" + "'''" * 2_000 + "\n```\n",
}


@pytest.fixture
def around(qtbot: QtBot, qapp) -> Iterator[Surroundings]:  # noqa: ANN001
    del qtbot
    made = Surroundings(Theme(qapp), Grammar(), lambda _block: None)
    yield made
    made.close()


def timed(longest: list[float], work) -> object:  # noqa: ANN001
    began = thread_time()
    result = work()
    longest.append(thread_time() - began)
    return result


def show(around: Surroundings, text: str) -> tuple[list[PaintedBlock], float]:
    """Do what a view does with a message, and return the longest that any step held the thread."""
    message, held = MessageText(around.grammar, text), [0.0]
    while not message.is_read:
        timed(held, lambda: message.read(deadline=monotonic()))
    near = (
        message.blocks
        if len(message.blocks) <= 2 * LOOKED_AT
        else [
            *message.blocks[:LOOKED_AT],
            *message.blocks[-LOOKED_AT:],
        ]
    )
    image = QImage(int(WIDTH), HIGH, QImage.Format.Format_RGB32)
    shown: list[PaintedBlock] = []
    for source in near:
        before = shown[-1] if shown else None
        block = painted(source, message.labels, around, before)
        shown.append(block)
        assert gap_between(before.block if before else None, source) >= 0
        timed(held, lambda block=block: block.estimate(WIDTH))
        timed(held, lambda block=block: block.height(WIDTH))
        painter = QPainter(image)
        timed(held, lambda block=block, painter=painter: use(block, painter))
        painter.end()
        timed(held, lambda block=block: block.go_on(monotonic() + 0.004))
    return shown, max(held)


def use(block: PaintedBlock, painter: QPainter) -> None:
    length = len(block.text())
    block.paint(painter, QPointF(0, 0), QRectF(0, 0, WIDTH, HIGH), Highlights((0, length), [(1, 3)]))
    assert 0 <= block.position_at(QPointF(50, 30)) <= length
    assert block.rect_of(length // 2).width() <= 1


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_shape_of_markdown_is_shown(around: Surroundings, text: str) -> None:
    shown, held = show(around, text)
    assert "".join(block.block.source for block in shown) == text
    assert held < FREEZE


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_holds_nobody_up(around: Surroundings, name: str) -> None:
    shown, held = show(around, HOSTILE[name])
    assert shown
    assert held < FREEZE


@pytest.mark.parametrize("seed", range(20))
def test_any_mixture_is_shown(around: Surroundings, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    shown, held = show(around, chance.choice(("\n", "\n\n", "", " ")).join(chance.choices(EXAMPLES, k=30)))
    assert shown
    assert held < FREEZE


@pytest.mark.usefixtures("qtbot")
def test_nothing_is_asked_for_from_outside(around: Surroundings) -> None:
    text = (
        "![a](https://evil.example/x.png) <img src='file:///etc/passwd'> [b](file:///etc/hostname)\n\n"
        "[c]: file:///etc/hostname\n\n[c] ![d][c] <link rel=stylesheet href=https://evil.example/x.css>"
    )
    shown, _ = show(around, text)
    hosts = {link.host for block in shown for link in block.links()}
    assert hosts == {"evil.example"}
    assert all("\ufffc" not in block.text() for block in shown)
