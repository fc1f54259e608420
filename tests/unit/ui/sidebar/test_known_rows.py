from app.domain.ids import ConversationId, FolderId
from app.ui.sidebar.known_rows import KnownRows
from tests.unit.ui.sidebar.listed import listed

A, B = ConversationId("a"), ConversationId("b")


def test_rows_are_known_by_number_and_by_conversation() -> None:
    known, row = KnownRows(), listed("a", number=7)
    known.keep([row])
    assert (known.at(7), known.of(A), known.number(A)) == (row, row, 7)
    assert (known.at(8), known.of(B), known.of(None), known.number(B)) == (None, None, None, None)


def test_what_was_not_looked_at_for_longest_is_let_go_first() -> None:
    known = KnownRows(most=2)
    known.keep([listed("a"), listed("b")])
    assert known.of(A)
    known.keep([listed("c")])
    assert (known.of(A) is not None, known.of(B)) == (True, None)
    known.keep([listed("a", is_unread=True)])
    assert (known.of(A).is_unread, known.of(ConversationId("c")) is not None) == (True, True)


def test_what_is_gone_is_forgotten_with_all_that_was_known() -> None:
    known = KnownRows()
    known.keep([listed("a", number=7)])
    known.streaming.add(A)
    known.forget(A)
    known.forget(B)
    assert (known.at(7), known.of(A), known.streaming) == (None, None, set())


def test_a_folder_is_answered_in_while_one_of_its_conversations_is() -> None:
    known, folder = KnownRows(), FolderId("f")
    known.keep([listed("a", folder=folder), listed("b")])
    known.streaming.add(B)
    assert (known.is_streaming(listed("b")), known.is_answered_in(folder)) == (True, False)
    known.streaming.add(A)
    assert known.is_answered_in(folder)
