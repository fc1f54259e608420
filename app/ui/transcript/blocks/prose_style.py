"""How prose is set: what is written into the tags of its rich text.

A style sheet would say it once, but Qt reads the sheet anew for every document, which takes longer than a
short paragraph does.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.ui.theme.scale import scaled
from app.ui.theme.tokens import CODE, CODE_FAMILIES, READING, SEMIBOLD, Colours

QUOTE = 16  # how far a quote is set in
CODE_SIDE, CODE_ABOVE = 12, 8  # room between code and the edge of its ground

_HEADINGS = (("h1", 20, 28), ("h2", 18, 28), ("h3", 16, 24), ("h4", 15, 24), ("h5", 15, 24), ("h6", 15, 24))
_PARAGRAPH, _ITEM = 12, 4


def prose_style(colours: Colours) -> Mapping[str, str]:
    """Return attributes by tag, for these colours, with all lengths at the size of text in force."""

    def px(length: int) -> str:
        return f"{scaled(length)}px"

    mono = f"font-family:{','.join(CODE_FAMILIES)};font-size:{px(CODE.usual_size)};background:{colours.code}"
    line = f"line-height:{px(READING.usual_line)}"
    above, below = f"margin:{px(_PARAGRAPH)} 0 0 0", px(_PARAGRAPH + CODE_ABOVE)
    side = px(CODE_SIDE)
    styles = {
        "p": f"{line};{above}",
        "li": f"{line};margin:{px(_ITEM)} 0 0 0",
        "ul": "margin:0",
        "ol": "margin:0",
        "b": f"font-weight:{SEMIBOLD}",
        "a": f"color:{colours.accent};text-decoration:underline",
        "code": mono,
        "pre": f"{mono};line-height:{px(CODE.usual_line)};margin:{below} {side} {below} {side}",
        "sup": f"color:{colours.accent}",
        "blockquote": f"margin:0 0 0 {px(QUOTE)}",
    } | {
        level: f"font-size:{px(size)};line-height:{px(high)};font-weight:{SEMIBOLD};{above}"
        for level, size, high in _HEADINGS
    }
    return MappingProxyType({tag: f' style="{style}"' for tag, style in styles.items()})
