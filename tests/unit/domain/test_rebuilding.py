import json
from dataclasses import replace

from app.domain.asking import Asking
from app.domain.attached_parts import sent_body
from app.domain.attachment import GivenFile
from app.domain.branch import Path, Range
from app.domain.candidate import weigh
from app.domain.context_survey import Past
from app.domain.context_window import Plan, plan
from app.domain.ids import ItemId, SummaryId
from app.domain.item import Item, ItemState
from app.domain.ledger import Ledger, wording_name
from app.domain.rebuilding import Rebuilt, SinceDeleted, places_of, rebuild
from app.domain.summary import Summary
from app.domain.told_context import told
from tests.unit.domain.histories import call, costing, planned, question, reply, result

SUMMARY = Summary(SummaryId("s"), ItemId("1.1"), 1, "They talked.", (), "m", 1, 1)


def request() -> tuple[list[Item], Plan]:
    """A request with everything that one can have."""
    items = [
        question(1, costing(900)),
        reply(2, costing(60), is_pinned=True),
        question(3, costing(300), revision=1),
        call(4, "a"),
        result(5, "a", "x" * 3000),
        reply(6, "As far as", state=ItemState.STOPPED),
        question(7, costing(100)),
    ]
    asking = Asking("m", 2000, instructions="Be brief")
    return items, planned(items, asking=asking, summary=SUMMARY)


def rebuilt(items: list[Item], made: Plan, wordings: tuple[str, ...] | None = None) -> Rebuilt:
    ledger = Ledger.from_json(made.ledger.to_json())
    bodies = {(item.run, item.depth, item.revision): item.body for item in items}
    kept = made.wordings if wordings is None else wordings
    return rebuild(ledger, bodies, {wording_name(text): text for text in kept})


def test_a_request_is_rebuilt_byte_for_byte() -> None:
    items, made = request()
    assert made.ledger.shortened
    assert made.ledger.unfinished
    assert made.ledger.summary
    again = rebuilt(items, made)
    assert again.is_whole
    assert again.bodies == made.bodies
    assert again.instructions == made.instructions


def test_it_is_rebuilt_though_the_unfinished_reply_has_gone_on_since() -> None:
    items, made = request()
    items[5] = reply(6, "As far as the eye can see")
    assert rebuilt(items, made).bodies == made.bodies


def test_what_has_been_deleted_since_is_named() -> None:
    items, made = request()
    place = next(place for place, item in enumerate(items) if item.depth == 5)
    again = rebuilt(items[:place] + items[place + 1 :], made, wordings=())
    assert not again.is_whole
    assert SinceDeleted(1, 5) in again.bodies
    assert SinceDeleted(None, 1) in again.bodies
    assert again.instructions == SinceDeleted(None, 0)


def test_another_revision_is_not_taken_for_the_one_that_was_sent() -> None:
    items, made = request()
    items[2] = items[2]._replace(revision=2)
    sent_there = any(place[1] == 3 for place in places_of(made.ledger))
    assert sent_there == (SinceDeleted(1, 3) in rebuilt(items, made).bodies)


def test_other_files_than_were_sent_are_not_taken_for_them() -> None:
    note = GivenFile("note.txt", "text/plain", text="Buy milk")
    asked = question(1)
    made = plan(Past(Path((Range(1, 1, 1),)), (weigh(asked, [note]),), 1), Asking("m", 1000))
    assert "Buy milk" in made.bodies[0]
    with_file = sent_body(asked.body, [note])
    assert rebuild(made.ledger, {(1, 1, 0): with_file}, {}).bodies == made.bodies
    assert rebuild(made.ledger, {(1, 1, 0): asked.body}, {}).bodies == (SinceDeleted(1, 1),)


def test_no_log_can_hold_what_was_sent() -> None:
    items, made = request()
    assert "Be brief" not in repr(replace(rebuilt(items, made)))


def test_a_summary_that_the_service_sealed_is_sent_and_rebuilt_as_it_came() -> None:
    items, _ = request()
    bodies = ('{"type":"message","role":"user","content":"Hi"}', '{"type":"compaction","id":"c"}')
    sealed = replace(SUMMARY, text=json.dumps(bodies), sealed_for="http://127.0.0.1:1")
    made = planned(items, asking=Asking("m", 2000), summary=sealed)
    assert [body for body in made.bodies if body in bodies] == list(bodies)
    again = rebuilt(items, made)
    assert again.bodies == made.bodies
    assert SinceDeleted(None, 1) in rebuilt(items, made, ()).bodies
    told_as = told(again, {}).summary
    assert (told_as and told_as.text, told_as and told_as.is_sealed) == ("", True)
    assert len(told(again, {}).items) == len(list(places_of(made.ledger))) - len(told(again, {}).pinned)
