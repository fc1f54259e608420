"""Markdown out: a file that reads well anywhere."""

from datetime import UTC

from app.domain.conversation import TitleSource
from app.domain.item import Role, question_body
from app.domain.parcel import ParcelBranch, ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.markdown_out import markdown

HEAD = ParcelHead("sotto", "c", "Glazes", TitleSource.PERSON, 0, 0, (ParcelBranch("b", "q", 0),), "b")


def test_a_message_stands_under_its_author_and_time() -> None:
    question = ParcelItem("q", None, Role.PERSON, question_body("Why cobalt?"), 0)
    text = "".join(markdown(HEAD, [question], Look(zone=UTC)))
    assert text.endswith("\n## user · 1970-01-01 00:00\n\nWhy cobalt?\n")
