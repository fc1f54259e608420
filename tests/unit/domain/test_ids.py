import secrets
from uuid import RFC_4122, UUID

import pytest

from app.domain.ids import IdSource

NOON = 1_700_000_000_000  # milliseconds, as an id holds them


class Clock:
    """Shows whatever a test sets, in microseconds."""

    def __init__(self, now: int = NOON) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now * 1000


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def source(clock: Clock) -> IdSource:
    return IdSource(clock, secrets.token_bytes)


@pytest.mark.parametrize("byte", [b"\x00", b"\x55", b"\xff"])
def test_an_id_is_a_uuid_of_version_seven_with_its_time_in_front(clock: Clock, byte: bytes) -> None:
    made = UUID(IdSource(clock, lambda count: byte * count).next())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == NOON
    assert made.int & ((1 << 62) - 1) == int.from_bytes(byte * 8) >> 2


def test_the_text_is_written_as_every_system_writes_it(source: IdSource) -> None:
    made = source.next()
    assert made == str(UUID(made))
    assert len(made) == 36


def test_ids_of_one_moment_sort_as_they_were_made(source: IdSource) -> None:
    made = [source.next() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {UUID(each).int >> 80 for each in made} == {NOON}


def test_ids_go_on_when_the_clock_goes_back(source: IdSource, clock: Clock) -> None:
    before = source.next()
    clock.now = NOON - 86_400_000
    behind = source.next()
    clock.now = -1
    assert before < behind < source.next()


def test_a_full_counter_borrows_the_next_millisecond(source: IdSource, clock: Clock) -> None:
    made = [source.next() for _ in range(4097)]
    assert [UUID(each).int >> 80 for each in made[-2:]] == [NOON, NOON + 1]
    clock.now = NOON + 1
    assert made[-2] < made[-1] < source.next()


def test_two_sources_of_one_moment_differ(clock: Clock) -> None:
    one, other = (IdSource(clock, secrets.token_bytes).next() for _ in range(2))
    assert one != other
