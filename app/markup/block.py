"""A top-level piece of a message: what it is, and the slice of the source that it was read from."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    FORMULA = "formula"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    HTML = "html"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a message. The sources of all blocks, joined, are the text of the message.

    Attributes:
        source: its slice of the text, blank lines and link definitions before it included.
        content: what it says by itself. For code the code, for a formula its TeX, otherwise Markdown
            that can be read without what stood before (a later part of a table brings its head along).
        language: of code, as its author wrote it.
        is_open: the end is still to come, as with a fence that nobody has closed.
        part: 0, or how many parts of the same block stand before this one. Very long blocks are cut.
        goes_on: the next block is the next part of this one.
        level: of a heading, 1 to 6.
        number: of an item in a numbered list.
        begins_list: it is the first item of its list.
        loose: a blank line stands between this item and the one before.
    """

    kind: Kind
    source: str
    content: str = ""
    language: str = ""
    is_open: bool = False
    part: int = 0
    goes_on: bool = False
    level: int = 0
    number: int | None = None
    loose: bool = False
    begins_list: bool = False
    label: str = ""
