"""Looks: what a writer knows beside the conversation."""

from datetime import UTC, timedelta, timezone

from app.domain.export_choice import Detail
from app.exchange.look import Look

MOMENT = 1_704_067_199_999_999


def test_a_look_reads_well_without_being_told_anything() -> None:
    look = Look()
    assert look.detail is Detail.READABLE
    assert not look.links


def test_moments_are_told_as_the_zone_has_them() -> None:
    assert Look(zone=UTC).minute(MOMENT) == "2023-12-31 23:59"
    assert Look(zone=timezone(timedelta(hours=1))).minute(MOMENT) == "2024-01-01 00:59"


def test_a_moment_that_no_calendar_knows_is_told_all_the_same() -> None:
    for moment in (1 << 62, -(1 << 62)):
        for zone in (UTC, None, timezone(timedelta(hours=14)), timezone(timedelta(hours=-14))):
            assert Look(zone=zone).minute(moment).endswith(":00")


def test_links_stay_out_of_what_is_printed() -> None:
    assert "secret" not in repr(Look(links={"a": "secret"}))
