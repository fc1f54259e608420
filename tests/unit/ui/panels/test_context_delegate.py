"""A row of the ledger, looked at in a picture."""

from app.ui.panels.context_delegate import context_row_height
from app.ui.panels.context_list import ContextList
from app.ui.theme.theme import Theme


def colours(rows: ContextList, number: int) -> set[str]:
    """The colours of a row where its bar is."""
    picture = rows.viewport().grab().toImage()
    area = rows.visualRect(rows.model().index(number))
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(area.right() - 80, area.right() - 8)
        for y in range(area.top() + 28, area.bottom() - 8)
    }


def test_the_bar_of_what_is_sent_is_told_from_that_of_what_is_not(
    context_list: ContextList, theme: Theme
) -> None:
    accent, quiet = theme.colours.accent, theme.colours.quiet
    context_list.setCurrentIndex(context_list.model().index(7))
    assert accent in colours(context_list, 6)
    assert accent not in colours(context_list, 8)
    assert quiet in colours(context_list, 8)


def test_the_cut_is_a_line_above_the_first_that_is_sent(context_list: ContextList) -> None:
    context_list.setCurrentIndex(context_list.model().index(7))
    picture = context_list.viewport().grab().toImage()
    top = context_list.visualRect(context_list.model().index(6)).top()
    row = {picture.pixelColor(x, top).name().upper() for x in range(10, 300)}
    below = {picture.pixelColor(x, top + context_row_height()).name().upper() for x in range(10, 300)}
    assert (len(row), len(below)) == (2, 1)
