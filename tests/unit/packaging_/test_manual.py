import shutil
import subprocess

import pytest

from manual import PAGE, manual


def test_the_page_of_the_manual_says_what_the_parser_does() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), "renew it: .venv/bin/python packaging/manual.py"


def test_roff_understands_it() -> None:
    if shutil.which("groff") is None:
        pytest.skip("there is no groff on this machine")
    run = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-bcu", PAGE],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert run.stderr == ""
    for said in ("--new-passphrase-stdin", "OPENAI_API_KEY", "key recovery", "the doctor found damage"):
        assert said in run.stdout
