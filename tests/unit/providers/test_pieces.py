from app.domain.item import question_body
from app.providers.pieces import ItemPiece, ReasoningPiece, Request, TextPiece


def test_no_text_shows_in_a_repr() -> None:
    said = (TextPiece("quokka"), ReasoningPiece("quokka"), ItemPiece("quokka"))
    assert "quokka" not in f"{Request('m', (question_body('quokka'),), 'quokka')!r} {said!r}"
