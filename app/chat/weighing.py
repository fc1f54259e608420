"""What the files of a draft cost: asked by whoever tells what would be sent, as often as a person types."""

from app.domain.attachment import PreparedFile
from app.domain.prepared_cost import amounts_beside
from app.domain.tokens import NOTHING, Amounts
from app.system.worker_thread import run_once


class Weighing:
    """Lives on the loop."""

    def __init__(self) -> None:
        self._weighed: tuple[tuple[PreparedFile, ...], Amounts] = ((), NOTHING)

    async def beside(self, files: tuple[PreparedFile, ...]) -> Amounts:
        """Weigh the files, once for as long as they stay the same."""
        if self._weighed[0] != files:
            amounts = await run_once("weighing files", lambda: amounts_beside(files))
            self._weighed = (files, amounts)
        return self._weighed[1]
