"""One question put to the chat, followed by its events to the end of the reply."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from app.chat.controller import ChatController
from app.chat.provider_setup import ProviderSetup
from app.domain.errors import Fault
from app.domain.events import (
    Event,
    ProblemArose,
    ReplyEnded,
    ReplyGrew,
    ReplyNotBegun,
    ReplyWaits,
    SendFailed,
)
from app.domain.ids import ConversationId
from app.domain.item import Item
from app.domain.question import Question
from app.domain.usage import Usage


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended. Without an item, not even the reply's beginning could be stored."""

    conversation: ConversationId | None
    item: Item | None
    usage: Usage | None
    fault: Fault | None


class Asking:
    """Lives on the loop. The reply's text is handed on as it comes."""

    def __init__(
        self,
        controller: ChatController,
        service: ProviderSetup | None,
        grow: Callable[[str], None],
        complain: Callable[[str], None],
        note: Callable[[str], None],
    ) -> None:
        """`service` answers in place of the chat's own, if there is one.

        `complain` hears of what goes wrong beside the reply, `note` of why it is late.
        """
        self._controller = controller
        self._service = service
        self._grow = grow
        self._complain = complain
        self._note = note
        self._asked: ConversationId | None = None
        self._gone_on_with: ConversationId | None = None
        self._outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

    async def ask(self, conversation: ConversationId | None, question: Question) -> Outcome:
        """Ask, and return how it ended. Raises InputError where it cannot be asked at all."""
        self._gone_on_with = conversation
        leave = self._controller.events.subscribe(self._hear)
        try:
            self._asked = self._controller.send(
                conversation, question.text, question.files, question.own, question.model, self._service
            )
            return await self._outcome
        except asyncio.CancelledError:
            self.stop()
            raise
        finally:
            leave()

    def stop(self) -> None:
        """End the reply with what has arrived. Safe at any time."""
        if self._asked is not None:
            self._controller.stop(self._asked)

    def _hear(self, event: Event) -> None:
        match event:
            case ReplyGrew(conversation, _, text) if conversation == self._asked:
                self._grow(text)
            case ReplyWaits(conversation, _, seconds, fault) if conversation == self._asked:
                self._note(f"{fault.summary} The service is asked again in {ceil(seconds)} s.")
            case ReplyEnded(conversation, item, usage) if conversation == self._asked:
                self._settle(Outcome(conversation, item, usage, item.fault))
            case SendFailed(conversation, fault) if conversation == self._asked:
                self._settle(Outcome(self._gone_on_with, None, None, fault))
            case ReplyNotBegun(conversation, fault) if conversation == self._asked:
                self._settle(Outcome(conversation, None, None, fault))
            case ProblemArose(fault):
                self._complain(fault.summary)
            case _:
                pass

    def _settle(self, outcome: Outcome) -> None:
        if not self._outcome.done():
            self._outcome.set_result(outcome)
