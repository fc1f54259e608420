"""What of a conversation goes into an exported file, and in which form."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import BranchId


class Format(StrEnum):
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    TEXT = "txt"


class Detail(StrEnum):
    """`TEXT` is what was said, `READABLE` has thoughts and calls as they read well, `FULL` comes back."""

    TEXT = "text"
    READABLE = "readable"
    FULL = "full"


class Extent(StrEnum):
    """Which branches: the shown one, or all of them."""

    SHOWN = "shown"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """JSON is always full. `branches` can name chosen ones of a single conversation."""

    format: Format = Format.MARKDOWN
    detail: Detail = Detail.READABLE
    branches: Extent | tuple[BranchId, ...] = Extent.SHOWN
