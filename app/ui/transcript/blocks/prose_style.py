"""How prose is set, as a style sheet for Qt's documents."""

from app.ui.theme.tokens import CODE, CODE_FAMILIES, INTERFACE, READING, SEMIBOLD, Colours

_HEADINGS = ((1, 20, 28), (2, 18, 28), (3, 16, 24), (4, 15, 24), (5, 15, 24), (6, 15, 24))
QUOTE = 16  # how far a quote is set in
CODE_SIDE, CODE_ABOVE = 12, 8  # room between code and the edge of its ground

_PARAGRAPH, _ITEM = 12, 4


def prose_style(colours: Colours, scale: float) -> str:
    """Return the sheet for these colours, with all lengths in pixels at this size of text."""

    def px(length: float) -> str:
        return f"{round(length * scale)}px"

    mono = ",".join(f"'{family}'" for family in CODE_FAMILIES)
    headings = "".join(
        f".h{level} {{ font-size: {px(size)}; line-height: {px(line)}; font-weight: {SEMIBOLD}; }}\n"
        for level, size, line in _HEADINGS
    )
    return f"""
p {{ line-height: {px(READING.line)}; margin: {px(_PARAGRAPH)} 0 0 0; }}
li {{ line-height: {px(READING.line)}; margin: {px(_ITEM)} 0 0 0; }}
ul, ol {{ margin: 0; }}
b {{ font-weight: {SEMIBOLD}; }}
a {{ color: {colours.accent}; text-decoration: underline; }}
code {{ font-family: {mono}; font-size: {px(CODE.size)}; background: {colours.code}; }}
.pre {{
  font-family: {mono}; font-size: {px(CODE.size)}; line-height: {px(CODE.line)}; background: {colours.code};
  margin: {px(_PARAGRAPH + CODE_ABOVE)} {px(CODE_SIDE)} {px(_PARAGRAPH + CODE_ABOVE)} {px(CODE_SIDE)};
}}
sup {{ color: {colours.accent}; }}
blockquote {{ margin: 0 0 0 {px(QUOTE)}; }}
th {{ font-weight: {SEMIBOLD}; text-align: left; }}
th, td {{ font-size: {px(INTERFACE.size)}; padding: {px(4)} {px(16)} {px(4)} 0; }}
{headings}"""
