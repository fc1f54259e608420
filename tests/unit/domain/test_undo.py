from app.domain.ids import UndoId
from app.domain.undo import Act, Undo


def test_an_undo_says_what_was_done_and_to_nothing_by_name() -> None:
    undo = Undo(UndoId("u"), Act.HIDE)
    assert (undo.act, str(undo.act)) == (Act.HIDE, "hide")
    assert repr(undo) == "Undo(id='u', act=<Act.HIDE: 'hide'>)"
