"""The only way news leaves the core."""

import asyncio
from collections.abc import Callable

from app.domain.events import Event

Listener = Callable[[Event], None]


class EventStream:
    """Hands every event to every listener, in the order of publishing.

    The loop makes the call, in its next turn: a listener cannot veto, returns nothing, and one that raises
    ends in the loop's exception handler without harm to the publisher or to the others.
    """

    def __init__(self) -> None:
        self._listeners: dict[object, Listener] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; calling what is returned ends it, at once and for good."""
        ticket = object()
        self._listeners[ticket] = listener

        def unsubscribe() -> None:
            self._listeners.pop(ticket, None)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell everyone. Only the loop's own thread may; any other gets a RuntimeError."""
        loop = asyncio.get_running_loop()
        for ticket in self._listeners:
            loop.call_soon(self._hand_over, ticket, event)

    def _hand_over(self, ticket: object, event: Event) -> None:
        if listener := self._listeners.get(ticket):
            listener(event)
