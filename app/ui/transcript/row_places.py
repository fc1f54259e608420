"""Where the small things of a row lie: the lines above it, the chips of its files, its small print."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from app.ui.theme.fonts import font
from app.ui.theme.tokens import SMALL
from app.ui.transcript.chips import areas
from app.ui.transcript.foot import Foot
from app.ui.transcript.row import LINE_ABOVE, LINE_BELOW, PADDING_X, PADDING_Y, Row, turned
from app.ui.transcript.small_print import VERSIONS_GAP, small_print, versions_width

_DOT_ROOM = 16


def line_area(row: Row, number: int) -> QRect:
    """Return where a line above the row stands."""
    each = LINE_ABOVE + SMALL.line + LINE_BELOW
    return QRect(0, number * each + LINE_ABOVE, row.width, SMALL.line)


def print_words(row: Row) -> str:
    return small_print(row.item, row.around.usage, row.progress)


def print_area(row: Row) -> QRect:
    """Return where the words of the small print stand in its foot."""
    return turned(row, _print_area(row))


def versions_area(row: Row) -> QRect | None:
    """Return where the number of the version stands: outermost of a question, behind the words of a reply."""
    area = _versions_area(row)
    return turned(row, area) if area else None


def dot_area(row: Row, gap: int, size: int) -> QRect:
    """Return where the dot of a growing reply stands, `gap` behind the words."""
    words = _print_area(row)
    return turned(row, QRect(words.right() + 1 + gap, words.center().y() + 1 - size // 2, size, size))


def foot(row: Row) -> Foot:
    """Return the foot's parts."""
    area, versions = row.foot_area, _versions_area(row)
    words = _print_area(row)
    taken = words.united(versions) if versions else words
    if row.is_of_person:
        free = QRect(area.left(), area.top(), taken.left() - VERSIONS_GAP - area.left(), area.height())
    else:
        left = taken.right() + 1 + _DOT_ROOM
        free = QRect(left, area.top(), area.right() + 1 - left, area.height())
    return Foot(turned(row, free), turned(row, versions) if versions else None)


def _print_area(row: Row) -> QRect:
    """As it is where one writes from left to right."""
    foot = row.foot_area
    width = min(foot.width(), QFontMetrics(font(SMALL)).horizontalAdvance(print_words(row)) + 1)
    if row.is_of_person:
        versions = _versions_area(row)
        right = versions.left() - VERSIONS_GAP if versions else foot.right() + 1
        return QRect(right - width, foot.top(), width, foot.height())
    return QRect(foot.left(), foot.top(), width, foot.height())


def _versions_area(row: Row) -> QRect | None:
    versions, foot = row.around.versions, row.foot_area
    if not versions:
        return None
    width = versions_width(versions)
    if row.is_of_person:
        return QRect(foot.right() + 1 - width, foot.top(), width, foot.height())
    return QRect(_print_area(row).right() + 1 + VERSIONS_GAP, foot.top(), width, foot.height())


def room_area(row: Row) -> QRect:
    """Return where what is laid into the row has its room."""
    return QRect(0, row.embedded_top, row.width, row.embedded or 0)


def chip_areas(row: Row) -> list[QRect]:
    """Return where the chips of a question's files lie."""
    inside = turned(row, row.bubble).adjusted(PADDING_X, PADDING_Y, -PADDING_X, 0)
    found = areas(row.around.chips, inside.width())
    return [turned(row, area.translated(inside.topLeft())) for area in found]
