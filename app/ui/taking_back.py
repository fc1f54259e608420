"""What the window offers to take back: the core keeps what that needs for as long as it is offered."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from app.chat.removing import Removing
from app.domain.undo import Undo

Send = Callable[[Coroutine[Any, Any, None]], object]


class TakingBack:
    """One act, or several that are one for the person. Whoever offers it calls it once, or lets it go."""

    def __init__(self, removing: Removing, undos: Sequence[Undo], send: Send) -> None:
        self._removing = removing
        self._undos = undos
        self._send = send
        removing.hold(undos)

    def __call__(self) -> None:
        self._send(self.play())

    async def attempt(self) -> None:
        """Take back what was done, the last first. Where that fails, it can be offered on."""
        for undo in reversed(self._undos):
            await self._removing.undo(undo.id)
        self.let_go()

    async def play(self) -> None:
        """Take it back, and let it go even where that fails."""
        try:
            await self.attempt()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """It is offered no more: what only this could bring back may leave the file."""
        self._removing.let_go(self._undos)
