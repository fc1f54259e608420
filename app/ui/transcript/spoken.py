"""A message in words for those who hear it."""

from app.domain.item import Item
from app.ui.transcript.folding import fold_words, is_folded
from app.ui.transcript.row import Around, notice_words
from app.ui.transcript.small_print import small_print, versions_words
from app.ui.translation import tr
from app.ui.widgets.display_text import display_text

_MOST = 10_000


def spoken_name(item: Item, text: str) -> str:
    """Return what is said: the text itself, or the line that stands for what is folded."""
    if is_folded(item):
        return fold_words(item)
    shown = display_text(text)
    return shown if len(shown) <= _MOST else shown[:_MOST] + "…"


def spoken_description(item: Item, around: Around, progress: str = "") -> str:
    """Return the small print, what is told of its place, and what went wrong."""
    parts = [words for _, words in around.lines]
    parts.append(small_print(item, around.usage, progress))
    if around.versions:
        parts.append(versions_words(around.versions))
    if around.is_unseen:
        parts.append(tr("Not given to the model"))
    if around.chips:
        parts.append(tr("Files: {names}").format(names=", ".join(around.chips)))
    if notice := notice_words(item):
        parts.append(notice)
    return ". ".join(parts)
