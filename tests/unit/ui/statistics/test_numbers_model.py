"""The table of numbers."""

from datetime import date

from PySide6.QtCore import Qt

from app.domain.statistics import Spent, Statistics
from app.ui.statistics.numbers_model import NumbersModel
from app.ui.statistics.reckoned import Reckoned

DAY = date(2026, 11, 20)


def test_reported_and_estimated_tokens_stand_apart() -> None:
    spent = Spent(3, 1_000, 200, 30, 4, 1_500_000)
    model = NumbersModel()
    model.load(Reckoned(DAY, DAY, Statistics(spent, {}, {}, {}, {}), 7, {}))
    across = Qt.Orientation.Horizontal
    headings = [model.headerData(column, across) for column in range(model.columnCount())]
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert dict(zip(headings, row, strict=True)) == {
        "Of": "All",
        "Name": "20 Nov 2026",
        "Answers": "3",
        "Tokens in": "1\u202f000",
        "Tokens out": "200",
        "Estimated in": "30",
        "Estimated out": "4",
        "Cost": "$1.50",
    }
    alignment = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignTrailing
    assert model.headerData(0, Qt.Orientation.Vertical) is None
