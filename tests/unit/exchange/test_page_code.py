"""Code in colours, as HTML."""

import re
from html import unescape

import pytest

from app.exchange.page_code import PageCode


def words(shown: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", shown))


def test_words_have_the_class_of_their_tone() -> None:
    shown = PageCode().coloured("def a(): return '<b>'  # c", "python")
    assert '<span class="k">def</span>' in shown
    assert '<span class="f">a</span>' in shown
    assert '<span class="s">&#x27;&lt;b&gt;&#x27;</span>' in shown
    assert '<span class="c"># c</span>' in shown


@pytest.mark.parametrize("language", ["python", "", "no such language", "json", "html", "c"])
def test_it_is_the_code_to_the_last_sign(language: str) -> None:
    code = "def a():\n    '''b\n\n    c'''\n\n  <script>&amp;</script> /* d\ne */ ‹漢›\n"
    assert words(PageCode().coloured(code, language)) == code


def test_a_colour_never_goes_over_the_end_of_a_line() -> None:
    assert "\n" not in "".join(
        re.findall(r"<span[^>]*>([^<]*)</span>", PageCode().coloured("'''a\nb'''", "python"))
    )


def test_a_first_empty_line_stays() -> None:
    """A reader of HTML passes over one end of a line."""
    assert PageCode().coloured("\na", "") == "<code>\n\na</code>"


@pytest.mark.parametrize("code", ["x = 1\n" * 60_000, "x" * 3000])
def test_what_would_take_too_long_stays_plain(code: str) -> None:
    assert PageCode().coloured(code, "python") == f"<code>{code}</code>"
