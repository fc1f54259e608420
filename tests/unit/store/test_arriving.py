from itertools import count

from app.domain.ids import ItemId
from app.domain.item import ItemState
from app.domain.parcel import OURS, Parcel, ParcelFile
from app.store.arriving import Arriving, arrival_of, ids_needed
from app.store.driver import Connection
from tests.unit.store.parceling import MOMENT, item, parcel
from tests.unit.store.writing import Writing

OWN = "0193a7e4-0000-7000-8000-000000000001"


def arriving(given: Parcel) -> Arriving:
    return Arriving(given, {}, (f"new {number}" for number in count(1)), 7)


def test_an_id_of_ours_is_kept_while_it_is_free(connection: Connection, writing: Writing) -> None:
    ours = arriving(parcel([], origin=OURS, id=OWN))
    assert (ours.conversation_id(), ours.item_id(connection, OWN), ours.branch_id(connection, OWN)) == (
        OWN,
    ) * 3
    writing.conversation(OWN)
    writing.question(OWN, OWN)
    assert (ours.item_id(connection, OWN), ours.branch_id(connection, OWN)) == ("new 1", "new 2")


def test_what_comes_from_elsewhere_gets_new_ids(connection: Connection) -> None:
    for foreign in (arriving(parcel([], id=OWN)), arriving(parcel([], origin=OURS, id="odd"))):
        assert foreign.conversation_id() == "new 1"
    assert arriving(parcel([], origin=OURS)).item_id(connection, "odd") == "new 1"


def test_an_item_arrives_as_it_is_told() -> None:
    told = item("a", "q", state=ItemState.STOPPED, model="m", author="Ann", ended_at=9)
    arrival = arrival_of(told, ItemId("x"), ItemId("y"))
    assert (arrival.id, arrival.behind, arrival.body, arrival.created_at) == ("x", "y", told.body, MOMENT)
    assert (arrival.state, arrival.model, arrival.author, arrival.ended_at) == (
        ItemState.STOPPED,
        "m",
        "Ann",
        9,
    )


def test_there_are_ids_enough_for_all_that_can_be_new() -> None:
    file = ParcelFile("f", "text/plain", "00", 1)
    assert ids_needed(parcel([item("q", files=(file, file)), item("a", "q")])) == 2 + 1 + 2 + 2
