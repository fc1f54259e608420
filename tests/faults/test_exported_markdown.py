"""Exported Markdown as a reader of somebody else's sees it: Qt's, which knows nothing of ours."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import NamedTuple

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat

from app.domain.conversation import TitleSource
from app.domain.export_choice import Detail
from app.domain.item import Role, question_body, reply_body
from app.domain.parcel import ParcelBranch, ParcelFile, ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from tests.fakes.made_parcels import HOSTILE

# Qt reckons the size of headings from that of a font, of which this text has none.
pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("QFont::setPixelSize")]

ASKED, ANSWERED = "You · 1970-01-01 00:00", "m · 1970-01-01 00:00"
# Qt gives items of lists within lists the level of the heading that was before.
NOT_FOR_QT = frozenset({"- " * 150 + "deep"})
READABLE = tuple(text for text in HOSTILE if text not in NOT_FOR_QT)


class Seen(NamedTuple):
    level: int
    is_code: bool
    text: str
    links: Sequence[str]


def head(*branches: ParcelBranch) -> ParcelHead:
    known = branches or (ParcelBranch("b", None, 0),)
    return ParcelHead("sotto", "c", "The [title](x)", TitleSource.PERSON, 0, 0, known, known[0].id)


def asked(text: str, name: str = "q", behind: str | None = None, **more: object) -> ParcelItem:
    return ParcelItem(name, behind, Role.PERSON, question_body(text), 0, **more)  # type: ignore[arg-type]


def answered(text: str, name: str = "a", behind: str = "q") -> ParcelItem:
    return ParcelItem(name, behind, Role.MODEL, reply_body(text, whole=True), 0, model="m")


def seen(
    *items: ParcelItem, of: ParcelHead | None = None, detail: Detail = Detail.FULL, **links: str
) -> list[Seen]:
    text = "".join(markdown(of or head(), items, Look(detail, links, "1", UTC)))
    document = QTextDocument()
    document.setMarkdown(
        text[text.index("\n---\n") + 5 :], QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    )
    return list(_blocks(document.begin()))


def _blocks(block: QTextBlock) -> Iterator[Seen]:
    while block.isValid():
        form = block.blockFormat()
        kinds = (QTextFormat.Property.BlockCodeFence, QTextFormat.Property.BlockCodeLanguage)
        fragments, links = block.begin(), []
        while not fragments.atEnd():
            if address := fragments.fragment().charFormat().anchorHref():
                links.append(address)
            fragments += 1
        yield Seen(form.headingLevel(), any(map(form.hasProperty, kinds)), block.text(), links)
        block = block.next()


def headings(blocks: Sequence[Seen]) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in blocks if block.level and block.text.strip()]


def links(blocks: Sequence[Seen]) -> list[str]:
    return [link for block in blocks for link in block.links]


@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize("text", READABLE, ids=range(len(READABLE)))
def test_no_message_reaches_beyond_itself(text: str, detail: Detail) -> None:
    blocks = seen(asked(text), answered("SENTINEL"), detail=detail)
    own = [each for each in headings(blocks) if each[0] < 3]
    assert own == [(1, "The [title](x)"), (2, ASKED), (2, ANSWERED)]
    assert blocks[-1][:3] == (0, False, "SENTINEL")


@pytest.mark.slow
@pytest.mark.parametrize("first", READABLE, ids=range(len(READABLE)))
def test_no_message_changes_another(first: str) -> None:
    """What stands behind any message looks as it does behind a harmless one."""
    for second in READABLE:
        alone = seen(asked("harmless"), answered(second))
        beside = seen(asked(first), answered(second))
        assert behind(beside) == behind(alone)


def behind(blocks: Sequence[Seen]) -> list[Seen]:
    """What stands below the answer's heading, without what Qt puts between the items of lists."""
    start = max(number for number, block in enumerate(blocks) if block.level == 2 and block.text == ANSWERED)
    return [block for block in blocks[start + 1 :] if block.text.strip()]


def test_headings_inside_keep_their_order_below_the_message() -> None:
    blocks = seen(asked("# A\n\n## B\n\nC\n===\n\n###### D"))
    assert headings(blocks)[2:] == [(3, "A"), (4, "B"), (3, "C"), (6, "D")]


def test_code_stays_code_and_ends_with_its_message() -> None:
    blocks = seen(asked("```py\n# a\n```\n\n~~~\nopen"), answered("after"))
    assert [block.text for block in blocks if block.is_code] == ["# a", "open"]


def test_links_lead_where_each_message_says() -> None:
    one = "[a]: http://one.example/\n\n[see][a], [a], ![p][a]"
    two = "[a]: http://two.example/\n\n[a][]"
    blocks = seen(asked(one), answered(two), asked("[a] [see][a]", "z", "a"))
    assert links(blocks) == ["http://one.example/", "http://one.example/", "http://two.example/"]


def test_forks_and_files_are_the_only_links_of_ours() -> None:
    branches = (ParcelBranch("b", "a", 0), ParcelBranch("c", "z", 0, name="Other"))
    file = ParcelFile("a](b).txt", "text/plain", "hash", 1)
    items = (asked("x", files=(file,)), answered("y"), answered("w", "z", "q"))
    blocks = seen(*items, of=head(*branches), hash="c.files/a.txt")
    assert links(blocks) == ["#m-a", "#m-z", "c.files/a.txt", "#m-q"]


def test_a_document_that_is_not_set_apart_would_be_seen_to_leak() -> None:
    """The twin: the same texts, one behind the other as they are."""
    document = QTextDocument()
    document.setMarkdown("# A\n\n```\nopen\n\n## You\n\nSENTINEL")
    assert [block.level for block in _blocks(document.begin())] == [1, 0, 0, 0, 0, 0]
