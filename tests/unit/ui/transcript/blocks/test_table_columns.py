"""How the width of a table is shared out."""

import pytest

from app.ui.transcript.blocks.table_columns import shares


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([50, 60], 200, [50, 60]),
        ([50, 300, 300], 450, [50, 200, 200]),
        ([100, 500], 300, [100, 200]),
        ([500, 500], 100, [100, 100]),
        ([], 100, []),
    ],
)
def test_narrow_columns_get_what_they_want_and_wide_ones_share(
    wanted: list[float], room: float, widths: list[float]
) -> None:
    assert shares(wanted, [100] * len(wanted), room) == pytest.approx(widths)
