import pytest

from app.domain.salvage_report import Gap, SalvageReport


def test_an_archive_without_gaps_came_out_whole() -> None:
    assert SalvageReport(rows=7, gaps=(), places=0, dropped=0, loose_ends=0).is_whole


@pytest.mark.parametrize(
    "report",
    [
        SalvageReport(7, (Gap("item", 1, 9),), 0, 0, 0),
        SalvageReport(7, (), 1, 0, 0),
        SalvageReport(7, (), 0, 1, 0),
        SalvageReport(7, (), 0, 0, 1),
    ],
)
def test_whatever_is_missing_makes_it_less_than_whole(report: SalvageReport) -> None:
    assert not report.is_whole
