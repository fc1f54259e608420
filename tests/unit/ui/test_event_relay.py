"""From the event stream to a Qt signal."""

import asyncio

import pytest

from app.chat.event_stream import EventStream
from app.domain.errors import Fault
from app.domain.events import Event, ProblemArose
from app.ui.event_relay import EventRelay

FIRST, SECOND = ProblemArose(Fault("A", "One.")), ProblemArose(Fault("B", "Two."))


@pytest.mark.usefixtures("qapp")
async def test_events_are_relayed_in_their_order() -> None:
    stream, heard = EventStream(), list[Event]()
    relay = EventRelay(stream)
    relay.happened.connect(heard.append)
    stream.publish(FIRST)
    stream.publish(SECOND)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert heard == [FIRST, SECOND]


@pytest.mark.usefixtures("qapp")
async def test_an_ended_relay_hears_nothing_not_even_what_is_on_its_way() -> None:
    stream, heard = EventStream(), list[Event]()
    relay = EventRelay(stream)
    relay.happened.connect(heard.append)
    stream.publish(FIRST)
    relay.end()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert heard == []
