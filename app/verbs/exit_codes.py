"""What the `sotto` command returns."""

from app.domain.errors import AppError, EnvironmentLacking, InputError, ProfileInUse

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_LACKING = 3
EXIT_IN_USE = 4
EXIT_DAMAGED = 5
EXIT_NOT_WHOLE = 6
EXIT_NOTHING_FOUND = 7
# As a shell reports what a signal has ended.
EXIT_SIGNALLED = 128
EXIT_STOPPED = 130
EXIT_UNREAD = 141


def exit_code(error: AppError) -> int:
    """Return what the command returns where this has kept it from being done."""
    match error:
        case InputError():
            return EXIT_USAGE
        case EnvironmentLacking():
            return EXIT_LACKING
        case ProfileInUse():
            return EXIT_IN_USE
        case _:
            return EXIT_FAILED
