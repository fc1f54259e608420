"""How `dev.py test` turns what the person typed into a call of pytest."""

from collections.abc import Sequence
from pathlib import Path

NOT_LONG = "not long"
COVERAGE = ("--cov=app", "--cov-report=")  # reported once all parts have run
# With these only a part of the tests runs, or none, and coverage of the whole would mean nothing.
PARTIAL = (
    "-k",
    "-m",
    "--deselect",
    "--ignore",
    "--collect-only",
    "--co",
    "--fixtures",
    "--markers",
    "-h",
    "--help",
)


def pytest_arguments(typed: Sequence[str], root: Path) -> list[str]:
    """The options for pytest: long tests only on request, coverage only when everything runs."""
    given = [option for option in typed if option != "--long"]
    arguments = [*given] if "--long" in typed else without_long(given)
    return arguments if is_partial(given, root) else [*COVERAGE, *arguments]


def without_long(given: Sequence[str]) -> list[str]:
    """Leave out the long tests, together with whatever selection of markers was asked for."""
    kept: list[str] = []
    markers = ""
    options = iter(given)
    for option in options:
        if option == "-m":
            markers = next(options, "")
        elif option.startswith("-m"):
            markers = option.removeprefix("-m")
        else:
            kept.append(option)
    return [*kept, "-m", f"({markers}) and {NOT_LONG}" if markers else NOT_LONG]


def is_partial(given: Sequence[str], root: Path) -> bool:
    return any(selects(option, root) for option in given)


def selects(option: str, root: Path) -> bool:
    """Whether an option chooses among the tests: by name, by marker, or by naming a file or folder."""
    if option.startswith("--"):
        return option.partition("=")[0] in PARTIAL
    if option.startswith("-"):
        return option[:2] in PARTIAL
    return (root / option.partition("::")[0]).exists()
