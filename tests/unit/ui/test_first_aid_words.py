from pathlib import Path

import pytest

from app.domain.remedy import Remedy
from app.domain.salvage_report import Gap, SalvageReport
from app.ui.first_aid_words import offer_of, rescued, restored, taken_over

PLACE = Path("/srv/mo/sotto/rescued-20261120-120000")
ASIDE = Path("/srv/mo/sotto/archive.db.before-rescue-20261120-120000")


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_is_offered_with_a_promise(remedy: Remedy) -> None:
    name, promise = offer_of(remedy)
    assert name.endswith("…") == (remedy is not Remedy.SET_LOG_ASIDE)  # which is done without a question
    assert promise.endswith(".")


def test_a_whole_rescue_says_that_nothing_is_missing() -> None:
    told = rescued(SalvageReport(7, (), 0, 0, 0, conversations=1, messages=1204), PLACE)
    assert (
        told.explanation
        == f"Read: 1 conversation and 1 204 messages.\nNothing is missing.\nThey are in the folder\n{PLACE}"
    )


def test_whatever_is_missing_is_said_once() -> None:
    gaps = (Gap("item", 1, 9), Gap("item", 30, 31), Gap("blob"), Gap("blob_piece"), Gap("undo"))
    report = SalvageReport(7, gaps, places=2, dropped=1, loose_ends=3, conversations=4, messages=9)
    assert rescued(report, PLACE).explanation.splitlines()[1:-2] == [
        "Lost: 2 messages. Where each stood, a line says so.",
        "Not all could be read of: attachments, marks and records, messages.",
        "Messages whose conversation was lost are now in 3 conversations called “Recovered conversation”.",
        "Left out, because it belonged to something lost: 1 record.",
    ]


def test_it_is_said_where_the_former_one_is() -> None:
    for told in (restored(ASIDE), taken_over(ASIDE)):
        assert told.explanation.endswith(f"in the folder /srv/mo/sotto as\n{ASIDE.name}")


def test_where_nothing_was_nothing_is_named() -> None:
    assert "None" not in restored(None).sentence + taken_over(None).sentence
