import re
from pathlib import Path

import pytest

from lock_requirements import EXTRAS, verify
from places import PACKAGING
from refusal import Refusal

PINNED = "qasync==0.28.0 \\\n    --hash=sha256:ab12\n"


def pins(requirements: Path) -> set[str]:
    return set(re.findall(r"^\S+==\S+", requirements.read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("name", EXTRAS)
def test_the_locked_requirements_are_pinned_hashed_and_without_address(name: str) -> None:
    verify((PACKAGING / name).read_text(encoding="utf-8"), name)


def test_what_runs_is_a_part_of_what_is_tested() -> None:
    run, test = (pins(PACKAGING / name) for name in EXTRAS)
    assert run < test


@pytest.mark.parametrize(
    "address",
    ["--index-url x", "-f wheels", "--extra-index-url=x", "a @ file:///x", "# from https:" + "//example.org"],
)
def test_an_address_is_refused_with_its_line(address: str) -> None:
    verify(PINNED, "requirements.txt")
    with pytest.raises(Refusal, match="names an address in line 3"):
        verify(f"{PINNED}{address}\n", "requirements.txt")


@pytest.mark.parametrize("text", ["", "qasync==0.28.0\n", f"{PINNED}openai==3.52.0\n"])
def test_a_package_without_hash_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="a hash for every package"):
        verify(text, "requirements.txt")
