from app.domain.ids import NoteId
from app.domain.note import Note


def test_the_repr_does_not_hold_the_words() -> None:
    note = Note(NoteId("n"), None, "canary-88d1", 1, 2)
    assert note.text == "canary-88d1"
    assert "canary" not in repr(note)
