"""The words of code and their tones."""

from pygments.token import Comment, Keyword, Name, Text

from app.markup.code_tones import TONES, CodeLexer, can_be_coloured, code_lexer, language_name, tone_of

CODE = "def a():\n\n    return '😀', 1  # three"


def test_a_kind_of_token_has_the_tone_of_what_it_is_a_kind_of() -> None:
    assert tone_of(Comment.Single) == "comment"
    assert tone_of(Keyword.Type) == "type"
    assert tone_of(Name.Function.Magic) == "function"
    assert tone_of(Text) is None


def test_the_words_are_the_code_to_the_last_sign() -> None:
    words = list(CodeLexer("python").words(f"\n{CODE}\n\n"))
    assert "".join(text for _tone, text in words) == f"\n{CODE}\n\n"
    assert ("keyword", "def") in words
    assert {tone for tone, _text in words} - {None} <= set(TONES)


def test_a_language_is_known_by_many_names_and_one_that_is_not_has_no_lexer() -> None:
    lexer = code_lexer("{.Python}")
    assert lexer
    assert lexer.name == "Python"
    assert code_lexer("") is code_lexer("no such language") is None
    assert language_name("x" * 99) == "x" * 40


def test_lines_without_end_stay_as_they_are() -> None:
    assert can_be_coloured(CODE)
    assert not can_be_coloured("x" * 3000)
