"""What files cost that are not sent yet."""

from app.domain.attachment import PreparedFile, Seal
from app.domain.ids import AttachmentId
from app.domain.prepared_cost import amounts_beside
from app.domain.tokens import NOTHING, Estimator, amounts_of


def prepared(media_type: str, text: str | None) -> PreparedFile:
    return PreparedFile(AttachmentId("a"), 1, Seal(b"", 0), "notes", media_type, text)


def test_no_file_costs_nothing() -> None:
    assert amounts_beside([]) == NOTHING


def test_a_document_costs_a_little_more_than_its_text() -> None:
    tokens = Estimator().tokens
    text = "word " * 1000
    assert 0 < tokens(amounts_beside([prepared("text/plain", text)])) - tokens(amounts_of(text)) < 20


def test_pictures_cost_each_the_same() -> None:
    one = Estimator().tokens(amounts_beside([prepared("image/png", None)]))
    two = Estimator().tokens(amounts_beside([prepared("image/png", None)] * 2))
    assert 500 < one < 1000
    assert abs(two - 2 * one) <= 1
