from app.domain.item import Role
from app.providers.pieces import Request, RequestMessage, TextPiece


def test_no_text_shows_in_a_repr() -> None:
    request = Request("m", (RequestMessage(Role.PERSON, "quokka"),))
    assert "quokka" not in f"{request!r} {TextPiece('quokka')!r}"
