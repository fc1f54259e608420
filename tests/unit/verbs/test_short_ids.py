import pytest

from app.domain.errors import InputError
from app.store.archive import Archive
from app.verbs.short_ids import find_conversation, short_ids
from tests.unit.store.writing import begin

FIRST = "01939a7e-0000-7000-8000-000000000001"
SECOND = "01939a7e-0000-7000-8000-000000000002"
LATER = "01939a7f-1111-7000-8000-000000000003"


def test_ids_are_as_short_as_leaves_no_doubt() -> None:
    assert short_ids([FIRST, LATER]) == {FIRST: "01939a7e", LATER: "01939a7f"}
    assert short_ids([FIRST, "01939a7e-0001-7000-8000-000000000009"])[FIRST] == "01939a7e-0000"
    assert short_ids([FIRST, SECOND])[SECOND] == SECOND
    assert short_ids(["one"]) == {"one": "one"}
    assert short_ids([]) == {}


async def test_a_beginning_finds_its_one_conversation(archive: Archive) -> None:
    for name in (FIRST, SECOND, LATER):
        await begin(archive, name)
    assert await find_conversation(archive, "01939A7F ") == LATER
    assert await find_conversation(archive, FIRST) == FIRST


@pytest.mark.parametrize(
    ("typed", "told"), [("", "No conversation"), ("zz%", "No conversation"), ("01939a7e", "More than one")]
)
async def test_what_leads_to_no_one_conversation_is_told(archive: Archive, typed: str, told: str) -> None:
    for name in (FIRST, SECOND):
        await begin(archive, name)
    with pytest.raises(InputError, match=told):
        await find_conversation(archive, typed)


async def test_a_whole_id_is_found_even_where_it_begins_another(archive: Archive) -> None:
    for name in ("one", "one more"):
        await begin(archive, name)
    assert await find_conversation(archive, "one") == "one"
