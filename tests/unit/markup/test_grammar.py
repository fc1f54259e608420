"""What is understood."""

from app.markup.grammar import FOOTNOTE_MARK, Grammar


def types(grammar: Grammar, text: str, footnotes: frozenset[str] = frozenset()) -> set[str]:
    return {token.type for token in grammar.inline(text, {}, footnotes)}


def test_blocks_are_found_without_reading_what_is_in_them(grammar: Grammar) -> None:
    tokens = grammar.blocks("# *a*\n\nb", {})
    assert [token.type for token in tokens][::3] == ["heading_open", "paragraph_open"]
    assert all(not token.children for token in tokens)


def test_html_is_text(grammar: Grammar) -> None:
    (token,) = grammar.inline("<b onclick=x>", {}, frozenset())
    assert (token.type, token.content) == ("text", "<b onclick=x>")


def test_addresses_are_links_only_with_their_scheme(grammar: Grammar) -> None:
    assert "link_open" in types(grammar, "see https://example.org/x.")
    assert "link_open" not in types(grammar, "README.md example.org a@example.org 10.0.0.1")


def test_a_footnote_counts_where_it_is_defined(grammar: Grammar) -> None:
    assert FOOTNOTE_MARK in types(grammar, "a[^1]", frozenset({"1"}))
    assert FOOTNOTE_MARK not in types(grammar, "a[^1]")


def test_reading_a_block_leaves_the_definitions_of_the_message_alone(grammar: Grammar) -> None:
    known = {"A": {"title": "", "href": "https://a.org"}}
    tokens = grammar.whole("[a] [b]\n\n[b]: https://b.org", known, frozenset())
    assert sum(child.type == "link_open" for child in tokens[1].children or []) == 2
    assert list(known) == ["A"]
