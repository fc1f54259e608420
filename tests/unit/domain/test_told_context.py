import json
from dataclasses import replace

from app.domain.branch import Range
from app.domain.candidate import text_alone
from app.domain.ids import ItemId, SummaryId
from app.domain.item import Role, question_body, reply_body
from app.domain.ledger import (
    Altered,
    Ledger,
    LeftOut,
    Reason,
    Span,
    SummarySent,
    WithFiles,
)
from app.domain.rebuilding import Rebuilt, SinceDeleted
from app.domain.tokens import Estimator, Measure
from app.domain.told_context import Form, ToldGap, ToldSummary, told

RESULT = json.dumps({"type": "function_call_output", "call_id": "c", "output": "found"})
LEDGER = Ledger(
    "m",
    4,
    sent=(Span(1, 4, 5), Span(2, 6, 6, revision=2)),
    left_out=(
        LeftOut(Range(1, 1, 1), Reason.SUMMARISED),
        LeftOut(Range(1, 3, 3), Reason.SUMMARISED),
        LeftOut(Range(2, 7, 8), Reason.EXCLUDED),
        LeftOut(Range(3, 9, 9), Reason.EXCLUDED),
        LeftOut(Range(3, 10, 10), Reason.NO_TEXT),
    ),
    estimated_tokens=120,
    budget=100,
    uncertainty=20,
    pinned=(Span(1, 2, 2),),
    summary=SummarySent(SummaryId("s"), 3, "words"),
    shortened=(Altered(1, 4, 3),),
    unfinished=(Altered(1, 5, 4),),
    files=(WithFiles(1, 2, "seal"),),
    instructions="words",
)
BODIES = (
    question_body("Look"),
    question_body("So far: nothing"),
    RESULT,
    text_alone(reply_body("Because", whole=False), 4),
    question_body("Why?"),
)


def test_every_item_is_told_with_its_place_its_author_and_its_form() -> None:
    made = told(Rebuilt(LEDGER, BODIES, "Be brief"), {(1, 2): ItemId("two")})
    (pinned,) = made.pinned
    assert (pinned.id, pinned.position, pinned.text) == ("two", 2, "Look")
    assert pinned.is_pinned
    assert pinned.has_files
    assert made.summary == ToldSummary(3, "So far: nothing", tokens=9)
    assert [(item.position, item.role, item.form, item.text) for item in made.items] == [
        (4, Role.TOOL, Form.SHORTENED, "found"),
        (5, Role.MODEL, Form.UNFINISHED, "Beca"),
        (6, Role.PERSON, Form.WHOLE, "Why?"),
    ]
    assert [item.revision for item in made.items] == [0, 0, 2]
    assert (made.has_instructions, made.instructions) == (True, "Be brief")


def test_what_was_deleted_since_keeps_its_place_without_a_text() -> None:
    lost = SinceDeleted(1, 4)
    made = told(Rebuilt(LEDGER, (BODIES[0], SinceDeleted(None, 3), lost, *BODIES[3:]), lost), {})
    assert made.summary == ToldSummary(3, None)
    assert (made.items[0].position, made.items[0].form, made.items[0].role) == (4, Form.SINCE_DELETED, None)
    assert (made.has_instructions, made.instructions) == (True, None)


def test_neighbours_that_are_left_out_for_one_reason_are_told_of_together() -> None:
    assert told(Rebuilt(LEDGER, BODIES, None), {}).left_out == (
        ToldGap(1, 1, Reason.SUMMARISED),
        ToldGap(3, 3, Reason.SUMMARISED),
        ToldGap(7, 9, Reason.EXCLUDED),
        ToldGap(10, 10, Reason.NO_TEXT),
    )


def test_only_what_is_certainly_too_long_is_over() -> None:
    made = told(Rebuilt(LEDGER, BODIES, None), {})
    assert not made.is_over
    assert replace(made, ledger=replace(LEDGER, uncertainty=19)).is_over


def test_each_part_is_told_with_what_it_costs_and_whether_that_was_counted() -> None:
    measure = Measure(Estimator(error=0.1), {(ItemId("six"), 2): 7, (ItemId("four"), 0): 99})
    made = told(Rebuilt(LEDGER, BODIES, "Be brief"), {(2, 6): ItemId("six"), (1, 4): ItemId("four")}, measure)
    assert [(item.is_counted, item.tokens == 7) for item in made.items] == [
        (False, False),
        (False, False),
        (True, True),
    ]
    assert all(item.tokens > 4 for item in made.items)
    assert (made.error, made.instructions_tokens > 4) == (0.1, True)
    assert told(Rebuilt(LEDGER, BODIES, None), {}, measure).instructions_tokens == 0
