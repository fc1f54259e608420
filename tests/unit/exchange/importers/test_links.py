import pytest

from app.exchange.importers.links import link, with_sources, without_marks


def test_a_link_says_its_title_whatever_stands_in_it() -> None:
    assert link("A [fine]\n`page`", "https://example.org/a b?c=(d)") == (
        "[A \\[fine\\] \\`page\\`](https://example.org/a%20b?c=%28d%29)"
    )
    assert link("", "https://example.org/") == "<https://example.org/>"


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "file:///etc/passwd", "//host/share", "data:,x"]
)
def test_what_may_not_be_followed_is_no_link(address: str) -> None:
    assert link("Page", address) == "Page"


def test_sources_stand_below_a_text_each_once() -> None:
    first, second = link("A", "https://a.example"), link("B", "https://b.example")
    assert with_sources("Text", [first, second, first, ""]) == f"Text\n\n- {first}\n- {second}"
    assert with_sources(f"See {first}", [first]) == f"See {first}"
    assert with_sources("", [first]) == f"- {first}"


def test_marks_are_replaced_or_dropped_where_nobody_can_read_them() -> None:
    known = "\ue200cite\ue202a\ue201"
    text = f"One{known} two\ue200x\ue201 three【1†a】 four【2】\ue203"
    assert without_marks(text, {known: " (A)", "【1†a】": " (B)"}) == "One (A) two three (B) four【2】"


def test_many_open_marks_take_no_long_time() -> None:
    assert without_marks("\ue200" * 100_000 + "【" * 100_000, {}) == "【" * 100_000
