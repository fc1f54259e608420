import asyncio

import pytest

from app.chat.event_stream import EventStream
from app.domain.errors import Fault
from app.domain.events import Event, ProblemArose

FIRST = ProblemArose(Fault("First", "One."))
SECOND = ProblemArose(Fault("Second", "Two."))


async def test_every_listener_hears_every_event_in_order() -> None:
    stream, one, other = EventStream(), list[Event](), list[Event]()
    stream.subscribe(one.append)
    stream.subscribe(other.append)
    stream.publish(FIRST)
    stream.publish(SECOND)
    await asyncio.sleep(0)
    assert one == other == [FIRST, SECOND]


async def test_who_has_left_hears_nothing_more_not_even_what_was_on_its_way() -> None:
    stream, heard = EventStream(), list[Event]()
    leave = stream.subscribe(heard.append)
    stream.publish(FIRST)
    leave()
    leave()
    await asyncio.sleep(0)
    assert heard == []


async def test_the_same_listener_twice_leaves_one_by_one() -> None:
    stream, heard = EventStream(), list[Event]()
    stream.subscribe(heard.append)
    stream.subscribe(heard.append)()
    stream.publish(FIRST)
    await asyncio.sleep(0)
    assert heard == [FIRST]


async def test_a_listener_that_raises_harms_neither_the_publisher_nor_the_others() -> None:
    stream, heard, reported = EventStream(), list[Event](), list[str]()
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: reported.append(str(context["exception"]))
    )

    def careless(_: Event) -> None:
        raise ValueError("careless")

    stream.subscribe(careless)
    stream.subscribe(heard.append)
    stream.publish(FIRST)
    await asyncio.sleep(0)
    assert (heard, reported) == ([FIRST], ["careless"])


async def test_only_the_loops_thread_may_publish() -> None:
    stream = EventStream()
    with pytest.raises(RuntimeError):
        await asyncio.to_thread(stream.publish, FIRST)
