import signal

import pytest

from app.domain.errors import AppError, DiskFull, DisplayMissing, EmptyMessage, ProfileInUse
from app.verbs import exit_codes


def test_no_two_ends_are_told_by_one_number() -> None:
    codes = [code for name, code in vars(exit_codes).items() if name.startswith("EXIT_")]
    assert len(set(codes)) == len(codes)


def test_a_signals_end_is_told_as_a_shell_tells_it() -> None:
    assert exit_codes.EXIT_STOPPED == exit_codes.EXIT_SIGNALLED + signal.SIGINT
    assert exit_codes.EXIT_UNREAD == exit_codes.EXIT_SIGNALLED + signal.SIGPIPE


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EmptyMessage("a"), exit_codes.EXIT_USAGE),
        (DisplayMissing("a"), exit_codes.EXIT_LACKING),
        (ProfileInUse("a"), exit_codes.EXIT_IN_USE),
        (DiskFull("a"), exit_codes.EXIT_FAILED),
    ],
)
def test_what_went_wrong_is_told_by_a_number(error: AppError, code: int) -> None:
    assert exit_codes.exit_code(error) == code
