"""HTML out: one file that reads as the window does, without a script, and that loads nothing."""

from collections.abc import Iterable, Iterator
from html import escape

from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.page_formulas import PageFormulas, on_screen
from app.exchange.page_frame import parts
from app.exchange.page_items import PageItems, Sheet
from app.exchange.page_style import WEB_STYLE

_RULES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_HEAD = """<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{maker}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""
_END = "</main>\n</body>\n</html>\n"
_FOLDED = ('<details class="step"><summary dir="auto">{}</summary>\n', "</details>\n")


def html(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield the conversation as one page, in chunks of text.

    A picture stands in the page where its link holds it, see `pictures_within`; other files are named.
    """
    maker = escape(f"Sotto {look.version}".strip())
    yield _HEAD.format(rules=_RULES, maker=maker, title=escape(head.title), style=WEB_STYLE)
    sheet = Sheet(PageFormulas(on_screen, "currentColor"), ("<div>", "</div>"), _FOLDED)
    yield from parts(head, items, look, PageItems(look, sheet))
    yield _END
