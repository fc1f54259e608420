"""Markdown of every shape is shown without a crash, without a freeze, and without anything being loaded."""

import gc
import random
from collections.abc import Iterator, Sequence
from time import monotonic, thread_time

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.markup.block import Block, Kind
from app.markup.fit_text import fit
from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.message_text import MessageText
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.painted import gap_between, painted
from app.ui.transcript.blocks.painted_block import Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.fixtures.hostile_texts import CODE, HOSTILE, NESTED
from tests.fixtures.pace import is_within

WIDTH, HIGH = 480.0, 600
LIMIT, TRACED = 0.1, 5  # seconds of the painting thread for any step; how much more where lines are noted
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


@pytest.fixture
def around(qtbot: QtBot, qapp) -> Iterator[Surroundings]:  # noqa: ANN001
    """What is measured is the text: what other tests have left behind is swept up before."""
    del qtbot
    gc.collect()
    gc.disable()
    made = Surroundings(Theme(qapp), Grammar(), lambda _block: None)
    yield made
    made.close()
    gc.enable()


def holds_nobody_up(held: float) -> bool:
    return is_within(held, LIMIT, traced=TRACED)


def timed(spent: list[float], work) -> object:  # noqa: ANN001
    began = thread_time()
    result = work()
    spent.append(thread_time() - began)
    return result


def show(around: Surroundings, text: str) -> tuple[list[PaintedBlock], float]:
    """Do what a view does with a message, and return the longest that anything held the thread."""
    message, held = MessageText(around.grammar, text), [0.0]
    while not message.is_read:
        timed(held, lambda: message.read(deadline=monotonic()))
    assert fit(text).startswith("".join(block.source for block in message.blocks))
    blocks, labels = message.blocks, message.labels
    if len(blocks) <= 2 * LOOKED_AT:
        shown, longest = look_at(around, blocks, labels)
        return shown, max(longest, *held)
    first, held_first = look_at(around, blocks[:LOOKED_AT], labels)
    last, held_last = look_at(around, blocks[-LOOKED_AT:], labels)
    return first + last, max(held_first, held_last, *held)


def look_at(
    around: Surroundings, blocks: Sequence[Block], labels: Labels
) -> tuple[list[PaintedBlock], float]:
    """Show blocks from the top of a window; those that fill it are laid out and painted in one go."""
    image = QImage(int(WIDTH), HIGH, QImage.Format.Format_RGB32)
    shown: list[PaintedBlock] = []
    seen, other, bottom = [0.0], [0.0], 0.0
    for source in blocks:
        before = shown[-1] if shown else None
        block = painted(source, labels, around, before)
        shown.append(block)
        bottom += gap_between(before.block if before else None, source)
        in_sight = seen if bottom < HIGH else other
        timed(in_sight, lambda block=block: block.estimate(WIDTH))
        timed(in_sight, lambda block=block: block.height(WIDTH))
        painter = QPainter(image)
        timed(in_sight, lambda block=block, painter=painter: paint(block, painter))
        painter.end()
        timed(other, lambda block=block: look_closer(block))
        timed(other, lambda block=block: block.go_on(monotonic() + 0.004))
        bottom += block.height(WIDTH)
    return shown, max(sum(seen), *other)


def paint(block: PaintedBlock, painter: QPainter) -> None:
    marks = Highlights((0, len(block.text())), [(1, 3)])
    block.paint(painter, QPointF(0, 0), QRectF(0, 0, WIDTH, HIGH), marks)


def look_closer(block: PaintedBlock) -> None:
    length = len(block.text())
    assert 0 <= block.position_at(QPointF(50, 30)) <= length
    assert block.rect_of(length // 2).width() <= 1
    assert all(link.address for link in block.links())


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_shape_of_markdown_is_shown(around: Surroundings, text: str) -> None:
    shown, held = show(around, text)
    assert "".join(block.block.source for block in shown) == text
    assert holds_nobody_up(held)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_holds_nobody_up(around: Surroundings, name: str) -> None:
    shown, held = show(around, HOSTILE[name])
    assert shown
    assert holds_nobody_up(held)


@pytest.mark.parametrize("text", ["> - a\n" * 4000, "> " + "[a" * 20_000 + "]"])
def test_a_block_that_holds_the_thread_would_be_noticed(around: Surroundings, text: str) -> None:
    _, held = look_at(around, [Block(Kind.QUOTE, text, text)], Labels())
    assert held > LIMIT  # by the clock: a slow machine makes it no shorter


@pytest.mark.parametrize("name", NESTED)
def test_nothing_that_lies_deep_is_lost(around: Surroundings, name: str) -> None:
    text = NESTED[name][:20_000]
    message = MessageText(around.grammar, text)
    message.read()
    shown = [painted(block, message.labels, around).text() for block in message.blocks]
    for letters in ("a", "b", "c", "words"):
        assert "".join(shown).count(letters) >= seen_letters(text, letters)


def seen_letters(text: str, letters: str) -> int:
    """How often something is written in a text, but for the labels of its footnotes."""
    return text.replace("[^a]", "").count(letters)


@pytest.mark.parametrize("language", CODE)
def test_colouring_code_holds_nobody_up(qtbot: QtBot, around: Surroundings, language: str) -> None:
    message, held = MessageText(around.grammar, f"```{language}\n{CODE[language]}"), [0.0]
    message.read()
    around.lexers.fetch(language, lambda: None)
    qtbot.waitUntil(lambda: around.lexers.knows(language))
    for source in (*message.blocks[:4], message.blocks[-1]):
        block = painted(source, message.labels, around)
        timed(held, lambda block=block: block.height(WIDTH))
        began = monotonic()
        while not timed(held, lambda block=block: block.go_on(monotonic() + 0.004)):
            assert monotonic() - began < 20, language
        timed(held, lambda block=block: block.height(WIDTH))
    assert holds_nobody_up(max(held))


@pytest.mark.parametrize("seed", range(20))
def test_any_mixture_is_shown(around: Surroundings, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    shown, held = show(around, chance.choice(("\n", "\n\n", "", " ")).join(chance.choices(EXAMPLES, k=30)))
    assert shown
    assert holds_nobody_up(held)


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
