"""What the fault tests share: their figures are told even when all is well."""

from collections.abc import Callable

import pytest

Tell = Callable[[str], None]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Prints a line of figures, past pytest's own keeping of what tests print."""

    def say(line: str) -> None:
        with capsys.disabled():
            print(f"\n  {line}")

    return say
