"""Messages as blocks, whole or growing."""

import random
from time import monotonic

import pytest

from app.markup.block import Block, Kind
from app.markup.fit_text import fit
from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from tests.fixtures.pace import within
from tests.unit.markup.conftest import Read

KIND_BY_TEXT = {
    "text": Kind.PARAGRAPH,
    "# a": Kind.HEADING,
    "a\n===": Kind.HEADING,
    "- a": Kind.ITEM,
    "1) a": Kind.ITEM,
    "> a": Kind.QUOTE,
    "~~~\na": Kind.CODE,
    "    a": Kind.CODE,
    "| a |\n|---|": Kind.TABLE,
    "***": Kind.RULE,
    "$$a$$": Kind.FORMULA,
    "[^1]: a": Kind.FOOTNOTE,
    "![a](https://e.org)": Kind.IMAGE,
    "<div>\na": Kind.HTML,
    "[a]: https://e.org": Kind.NOTHING,
    "\n\n": Kind.NOTHING,
}
FRAGMENTS = (
    *(
        "a",
        "b ",
        " ",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        "# ",
        "```",
        "~~~",
        "***",
        "---",
        "|",
        "'",
    ),
    *(
        "|---|\n",
        "$$",
        "$",
        "\\[",
        "\\]",
        "[a]",
        "[a]: x",
        "[^1]: ",
        "    ",
        "\t",
        "<div>",
        "`",
        "**",
        "===\n",
    ),
    *("x | y\n", "é😀", "\r", "\r\n", "\ud83d", "\x00", "\u202e"),
    *("word " * 300, "row | row\n" * 30, "- item\n" * 20, "q" * 3000, "```\n" + "line\n" * 900),
)
HOSTILE = {
    "quotes": ">" * 100_000,
    "lists": "".join("  " * depth + "- a\n" for depth in range(400)),
    "brackets": "[" * 50_000,
    "stars": "*a_" * 33_000,
    "columns": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + ("|" + "b|" * 200 + "\n") * 200,
    "divs": "<div>" * 5_000,
    "backticks": "".join("`" * length + " " for length in range(600)),
    "dollars": "$a " * 40_000,
    "marks": "a\u0301" * 50_000 + "\u200d" * 100_000 + "\u202e" * 1000,
    "links": "[a](" * 20_000,
    "entities": "&" * 100_000,
    "fences": "```\n" * 20_000,
    "controls": "\x1b[0m\x00\x08" * 20_000,
}
DENSE = (
    "[" * 9000,
    "*a_" * 4000,
    "![a" * 3000,
    "> - a\n" * 2000,
    "- a\n" + "  - b\n" * 2000,
    "> a\n>\n" * 1500,
    "".join("> " * (depth % 39 + 1) + " a\n>\n" for depth in range(300)),
    "a\n" * 4000,
    "`" * 12_000,
    "``` " + "a" * 9000 + "\n```\nb",
    "|a" * 60 + "\n" + "|-" * 60 + "\n" + "b\n" * 300,
    "|a" * 300 + "\n" + "|-" * 300 + "\n" + "b\n" * 300,
)
STEPS = (1, 1, 2, 3, 5, 8, 13, 40, 300, 5000)


def kinds(message: MessageText) -> list[Kind]:
    return [block.kind for block in message.blocks]


def grown(grammar: Grammar, text: str, chance: random.Random) -> MessageText:
    message = MessageText(grammar)
    place = 0
    while place < len(text):
        step = chance.choice(STEPS)
        message.append(text[place : place + step])
        message.read()
        place += step
    return message


@pytest.mark.parametrize(("text", "kind"), KIND_BY_TEXT.items())
def test_every_kind_is_known(read: Read, text: str, kind: Kind) -> None:
    assert kinds(read(text)) == [kind]


def test_the_sources_joined_are_the_text(read: Read) -> None:
    text = "\n\n# a\n\n[x]: y\n\n- b\n\n\n- c\nd\n\n> e\n\n\n[z]: y\n\n"
    assert "".join(block.source for block in read(text).blocks) == text


def test_each_item_is_a_block_that_knows_its_number(read: Read) -> None:
    items = read("4. a\n\n   b\n4. c\n\n\n4. d\n- e").blocks
    assert [(item.number, item.loose) for item in items] == [(4, False), (5, False), (6, True), (None, False)]


@pytest.mark.parametrize("seed", range(120))
def test_any_chunks_give_the_blocks_that_the_whole_gives(grammar: Grammar, read: Read, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    text = "".join(chance.choices(FRAGMENTS, k=chance.choice((5, 20, 60, 150))))
    whole, pieces = read(text), grown(grammar, text, chance)
    assert list(whole.blocks) == list(pieces.blocks)
    assert dict(whole.labels.references).keys() == dict(pieces.labels.references).keys()
    joined = "".join(block.source for block in whole.blocks)
    assert fit(text).startswith(joined)
    assert len(fit(text)) - len(joined) <= 1


@pytest.mark.parametrize("text", DENSE)
def test_what_is_nearly_all_marks_is_cut_alike_however_it_comes(
    grammar: Grammar, read: Read, text: str
) -> None:
    whole = read(text)
    steps = [text[place : place + 700] for place in range(0, len(text), 700)]
    message = MessageText(grammar)
    for step in steps:
        message.append(step)
        message.read()
    assert list(message.blocks) == list(whole.blocks)
    assert "".join(block.source for block in whole.blocks) == text


@pytest.mark.parametrize(
    ("text", "longest"), [("> - a\n" * 9000, 1200), ("[" * 9000, 800), ("*a_" * 3000, 1200)]
)
def test_what_is_nearly_all_marks_is_cut_shorter(read: Read, text: str, longest: int) -> None:
    assert max(len(block.source) for block in read(text).blocks) <= longest


def test_what_a_half_line_might_begin_does_not_settle_what_is_before(grammar: Grammar) -> None:
    message = MessageText(grammar, "text\n***")
    message.read()
    assert message.settled == 0
    message.append("bold***")
    message.read()
    assert kinds(message) == [Kind.PARAGRAPH]


def test_growing_changes_only_the_last_block(grammar: Grammar) -> None:
    message = MessageText(grammar, "one\n\ntwo\n\nthree")
    message.read()
    message.append(" more")
    change = message.read()
    assert (change.first, change.also, message.blocks[2].content) == (2, frozenset(), "three more")


@pytest.mark.parametrize(
    ("text", "kind", "longest"),
    [
        ("word " * 40_000, Kind.PARAGRAPH, 2400),
        ("x" * 200_000, Kind.PARAGRAPH, 2400),
        ("```py\n" + "line\n" * 40_000, Kind.CODE, 8000),
        ("```\n" + "x" * 200_000, Kind.CODE, 8000),
        ("|a|b|\n|-|-|\n" + "|1|2|\n" * 9_000, Kind.TABLE, 200),
        ("> quoted\n" * 20_000, Kind.QUOTE, 32_000),
        ("- a\n\n" + "  more\n" * 20_000, Kind.ITEM, 32_000),
        ("[a]: https://e.org\n" * 9_000, Kind.NOTHING, 3000),
        ("\n" * 200_000, Kind.NOTHING, 3000),
    ],
)
def test_what_has_no_end_is_cut(read: Read, text: str, kind: Kind, longest: int) -> None:
    blocks = read(text).blocks
    assert {block.kind for block in blocks} == {kind}
    assert max(len(block.source) for block in blocks) <= longest
    assert "".join(block.source for block in blocks) == text


def test_the_parts_of_code_are_copied_as_one(read: Read) -> None:
    code = "".join(f"line {number}\n" for number in range(4000))
    message = read(f"a\n\n```py\n{code}```\n\nb")
    assert message.code_of(3) == code
    assert [block.part for block in message.blocks][:4] == [0, 0, 1, 2]
    assert {block.language for block in message.blocks[1:-1]} == {"py"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_a_little_at_a_time(grammar: Grammar, name: str) -> None:
    message = MessageText(grammar, HOSTILE[name])
    while not message.is_read:
        with within(0.1):
            message.read(deadline=monotonic())


def test_the_last_block_is_read_though_nothing_follows_it(read: Read) -> None:
    assert read("```\na").blocks == [Block(Kind.CODE, "```\na", "a", is_open=True)]
