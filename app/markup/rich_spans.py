"""The inside of a line as rich text: no raw HTML, nothing that is loaded, no link but to the web."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from markdown_it.token import Token

from app.markup.formula_rules import FORMULA
from app.markup.grammar import FOOTNOTE_MARK
from app.markup.links import host_of, is_followed

Formula = Callable[[str, bool], str]
"""Given TeX, and whether it stands alone, returns rich text for it; empty where there is none."""

Styles = Mapping[str, str]
"""What is written into the tags: by the name of the tag, `pre` for code, and `h1` to `h6`."""

UNSTYLED: Styles = MappingProxyType({})

_TAGS = MappingProxyType({"strong": "b", "em": "i", "s": "s"})


def no_formulas(_tex: str, _display: bool) -> str:
    return ""


class RichSpans:
    """Writes the inside of lines, one after the other."""

    def __init__(self, formula: Formula = no_formulas, styles: Styles = UNSTYLED) -> None:
        self._formula = formula
        self._styles = styles
        self._open_links: list[str] = []

    def inline(self, tokens: Sequence[Token]) -> str:
        return "".join(self._span(token) for token in tokens)

    def _span(self, token: Token) -> str:
        match token.type:
            case "text":
                return escape(token.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "<br>"
            case "code_inline":
                return self.code(token.content)
            case "link_open":
                return self._link(str(token.attrGet("href") or ""))
            case "link_close":
                return self._open_links.pop()
            case "image":
                return self._image(token)
            case _ if token.type == FOOTNOTE_MARK:
                return self.mark(token.content)
            case _ if token.type == FORMULA:
                return self.shown_formula(token, display=token.meta["display"])
            case _ if tag := _TAGS.get(token.tag):
                return self.tag(tag) if token.nesting > 0 else f"</{tag}>"
        return escape(token.content)

    def _link(self, address: str) -> str:
        """Only what may be opened is a link; other addresses leave their words alone."""
        followed = is_followed(address)
        self._open_links.append("</a>" if followed else "")
        return self.tag("a", attributes=f' href="{escape(address)}"') if followed else ""

    def code(self, text: str) -> str:
        return f"{self.tag('code')}{kept_spaces(text)}</code>"

    def shown_formula(self, token: Token, *, display: bool) -> str:
        return self._formula(token.content, display) or self.code(token.markup.strip())

    def mark(self, label: str) -> str:
        """The mark of a footnote."""
        return f"{self.tag('sup')}{escape(label)}</sup>"

    def tag(self, tag: str, style: str = "", attributes: str = "") -> str:
        return f"<{tag}{self._styles.get(style or tag, '')}{attributes}>"

    def _image(self, token: Token) -> str:
        """An image is never loaded: a link with its words and its host stands for it."""
        address, words = str(token.attrGet("src") or ""), escape(token.content.strip())
        if not is_followed(address):
            return words
        host = escape(host_of(address))
        return self._link(address) + (f"{words} ({host})" if words else host) + self._open_links.pop()


def kept_spaces(text: str) -> str:
    """Spaces that stay as many as they are, and yet let a line end."""
    return escape(text).replace("\t", "    ").replace("  ", " &nbsp;")
