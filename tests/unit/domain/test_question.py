from app.domain.attachment import PreparedFile, Seal
from app.domain.ids import AttachmentId
from app.domain.question import Question

PLAN = PreparedFile(AttachmentId("a"), 1, Seal(b"", 0), "plan.pdf", "application/pdf", "Text.")


def test_words_or_files_make_a_question() -> None:
    assert Question("  ").is_empty
    assert not Question("Why?").is_empty
    assert not Question("", (PLAN,)).is_empty


def test_a_conversation_is_called_by_the_words_or_else_by_the_file() -> None:
    assert Question("Why?", (PLAN,)).title == "Why?"
    assert Question(" ", (PLAN,)).title == "plan.pdf"


def test_half_a_character_cannot_be_asked() -> None:
    assert Question("glad \ud83d").text == "glad \ufffd"


def test_no_word_shows_in_a_repr() -> None:
    assert "quokka" not in repr(Question("quokka"))
