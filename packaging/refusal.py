"""The one way a development command gives up: a sentence for the person, and an exit code."""

FAILED = 1
MACHINE_NOT_READY = 3


class Refusal(Exception):
    """The command cannot go on; its text says why and what to do."""

    def __init__(self, sentence: str, exit_code: int = FAILED) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
