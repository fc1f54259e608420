"""The top of the repository holds what a newcomer should meet there, and nothing left lying about."""

from collections.abc import Iterable
from pathlib import Path

from tests.architecture.test_product_words import tracked_files
from tests.fixtures.places import REPOSITORY

EXPECTED = frozenset(
    {"app", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
)


def strays(root: Path, files: Iterable[Path]) -> list[str]:
    tops = {path.relative_to(root).parts[0] for path in files}
    return sorted(top for top in tops - EXPECTED if not top.startswith("."))


def test_the_top_level_holds_nothing_that_was_left_lying_about() -> None:
    assert not strays(REPOSITORY, tracked_files())


def test_what_is_left_lying_about_is_found() -> None:
    root = Path("somewhere")

    assert strays(root, [root / "picture.png", root / "app" / "cli.py", root / ".gitignore"]) == [
        "picture.png"
    ]
