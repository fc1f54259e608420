"""Names of files: safe on every system, whatever a title holds."""

import random
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.exchange.file_names import FileNames, relative_link, safe_stem

HOSTILE = (
    "../../etc/passwd",
    "..",
    ".",
    "",
    " . ",
    "CON",
    "con.txt",
    "Com1.tar.gz",
    "LPT¹",
    "nul",
    'a/b\\c:d*e?f"g<h>i|j',
    "line\nfeed\ttab\x00nul\x1b[2J",
    "in\u202evoice\u2066fdp.exe",
    "\ud800 half",
    "trailing dots...",
    "~root",
    "-rf",
    ".hidden",
    "日本語のとても長い題名" * 40,
    "e\u0301" * 200,
    "👩‍👩‍👧‍👦" * 60,
    "שלום עולם",
)


@pytest.mark.parametrize("called", HOSTILE, ids=range(len(HOSTILE)))
def test_any_title_becomes_a_name_that_every_system_takes(called: str, tmp_path: Path) -> None:
    name = FileNames().new(called, ".md")
    stem = name.removesuffix(".md")
    assert len(name.encode()) <= 140
    assert not set(name) & set('<>:"/\\|?*\x00\n\t\x1b\u202e\u2066')
    assert stem == stem.strip(" .") != ""
    assert stem.split(".")[0].casefold() not in {"con", "nul", "com1", "lpt¹", "prn", "aux"}
    (tmp_path / name).write_text("")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_names_in_any_script_stay_as_they_are() -> None:
    for title in ("Über die Glasur", "日本語", "שלום עולם", "नमस्ते", "Emoji 👩‍🚀"):
        assert safe_stem(title) == title


def test_a_long_name_is_cut_between_characters() -> None:
    assert safe_stem("👩‍👩‍👧‍👦" * 60).encode().decode()
    assert not safe_stem("👩‍👩‍👧‍👦" * 60).endswith("\u200d")
    assert len(safe_stem("x" * 500)) == 120


def test_no_two_names_are_alike_even_but_for_their_case() -> None:
    names = FileNames(["glaze.md"])
    assert [names.new(title, ".md") for title in ("Glaze", "GLAZE", "Straße", "STRASSE", "/")] == [
        "Glaze (2).md",
        "GLAZE (3).md",
        "Straße.md",
        "STRASSE (2).md",
        "Conversation.md",
    ]


def test_a_file_keeps_its_own_ending() -> None:
    names = FileNames()
    assert [
        names.new_like(name) for name in ("a.pdf", "a.PDF", "../b.tar.gz", "no ending", ".env", "x.")
    ] == [
        "a.pdf",
        "a (2).PDF",
        "b.tar.gz",
        "no ending",
        "env",
        "x",
    ]


def test_a_link_leads_to_the_very_name() -> None:
    link = relative_link("Ü (1).files", "a b%20#?.png")
    assert unquote(link) == "Ü (1).files/a b%20#?.png"
    assert not set(link) & set(" ()<>#?")


def test_any_text_at_all_becomes_a_name() -> None:
    dice = random.Random(5)  # noqa: S311
    for _ in range(2_000):
        called = "".join(
            chr(dice.choice((dice.randrange(0x300), dice.randrange(0x10FFFF)))) for _ in range(40)
        )
        name = FileNames().new_like(called)
        assert name.strip()
        assert "/" not in name
        assert "\\" not in name
        assert len(name.encode()) < 160
