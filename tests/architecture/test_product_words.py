"""What is published speaks of the product alone: of no machine, no tracker and no source of packages."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import plant
from tests.fixtures.places import REPOSITORY

PICTURES_AND_FONTS = frozenset({".png", ".qm", ".jpg", ".ico", ".icns", ".ttf", ".otf", ".woff2"})
OUTSIDE_WORDS = (
    re.compile(r"(?<![\w.$}~>])/(?:home|root|Users|work|mnt)/\w"),
    re.compile(r"\b(?:issue|ticket|bug|pull request|PR)s? ?#?\d+\b", re.IGNORECASE),
    re.compile(r"\b(?:see|closes?|closed|fix(?:es|ed)?|refs?) #\d+", re.IGNORECASE),
)
PACKAGE_SOURCE = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host")


def outside_words(root: Path, files: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{number}: {found}"
        for path in files
        if path.suffix not in PICTURES_AND_FONTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for found in _found(path, line)
    ]


def _found(path: Path, line: str) -> Iterator[str]:
    patterns = OUTSIDE_WORDS
    if path.name.startswith("requirements") and path.suffix == ".txt":
        patterns += (PACKAGE_SOURCE,)
    for pattern in patterns:
        if match := pattern.search(line):
            yield match[0]


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := REPOSITORY / name).is_file()]


def test_published_files_speak_of_the_product_alone() -> None:
    assert not outside_words(REPOSITORY, tracked_files())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.py", "open('/ho" + "me/ann/x')"),
        ("b.md", "as iss" + "ue 12 says"),
        ("c.py", "# closes #" + "7"),
        ("requirements-test.txt", "--index-url https:/" + "/packages.example.org"),
    ],
)
def test_an_outside_word_is_named(tmp_path: Path, name: str, line: str) -> None:
    plant(tmp_path, name, f"\n{line}\n")
    (offence,) = outside_words(tmp_path, tmp_path.iterdir())
    assert offence.startswith(f"{name}:2: ")


def test_the_products_own_words_are_not_named(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "a.py",
        "COLOUR = '#123456'\nsee = 'https://example.org/home/page'\nshare = '~/.local/share'\n",
    )
    assert not outside_words(tmp_path, tmp_path.iterdir())
