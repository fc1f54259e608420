"""The small print under a message: who wrote it and when, what it cost, and what was done to it since."""

from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain.conversation import Versions
from app.domain.item import Item, ItemState, Role
from app.domain.usage import Usage
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import SMALL
from app.ui.translation import tr
from app.ui.when import clock_time
from app.ui.widgets.display_text import single_line

VERSIONS_GAP = 12  # between the words and the versions
ARROW = 16  # how wide a place each arrow has
_BACK, _ON = "\u200e‹\u200e", "\u200e›\u200e"  # marked, or else the writing's direction turns them over
_AT_THE_END = 0.4  # how much of an arrow is seen that leads nowhere


def small_print(item: Item, usage: Usage | None, progress: str = "") -> str:
    """Return the words. `progress` is what a reply does that has not begun to show."""
    author = tr("You") if item.role is Role.PERSON else single_line(item.model or tr("Model"))
    parts = [author, clock_time(item.created_at)]
    if usage:
        parts.append(_tokens(usage.output_tokens))
    if item.state is ItemState.STOPPED:
        parts.append(tr("Stopped"))
    if item.revision:
        parts.append(tr("Edited"))
    if item.is_pinned:
        parts.append(tr("Pinned"))
    if item.is_excluded:
        parts.append(tr("Left out"))
    if progress:
        parts.append(progress)
    return " · ".join(parts)


def versions_words(versions: Versions) -> str:
    """Return the versions for who hears them."""
    return tr("version {place} of {count}").format(place=versions.place + 1, count=len(versions.items))


def versions_width(versions: Versions) -> int:
    """Return how wide a place the versions need."""
    return 2 * scaled(ARROW) + ceil(QFontMetricsF(font(SMALL)).horizontalAdvance(_number(versions)))


def paint_versions(painter: QPainter, area: QRect, versions: Versions, theme: Theme) -> None:
    """Paint which version is shown, between the arrows that lead to those beside it."""
    painter.setFont(font(SMALL))
    painter.setPen(theme.colour("quiet"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _number(versions))
    leftward = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for step, place in arrow_places(area, leftward=leftward):
        painter.setOpacity(1.0 if versions.beside(step) else _AT_THE_END)
        paint_arrow(painter, place, at_left=place.left() == area.left())
    painter.setOpacity(1.0)


def paint_arrow(painter: QPainter, place: QRect, *, at_left: bool) -> None:
    """Paint an arrow with the painter's pen."""
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _BACK if at_left else _ON)


def arrow_places(area: QRect, *, leftward: bool) -> tuple[tuple[int, QRect], tuple[int, QRect]]:
    """Return where the arrows of one step back and of one step on have their places."""
    width = scaled(ARROW)
    left = QRect(area.left(), area.top(), width, area.height())
    right = QRect(area.right() + 1 - width, area.top(), width, area.height())
    return ((-1, right), (1, left)) if leftward else ((-1, left), (1, right))


def _number(versions: Versions) -> str:
    return f"{versions.place + 1}/{len(versions.items)}"


def _tokens(count: int) -> str:
    if count == 1:
        return tr("1 token")
    return tr("{count} tokens").format(count=f"{count:,}".replace(",", "\u202f"))
