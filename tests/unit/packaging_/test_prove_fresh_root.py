from pathlib import Path

import pytest

from prove_fresh_root import call, copy_setting, enter, passed_on, timed
from refusal import Refusal


def test_settings_are_copied_where_there_are_any(tmp_path: Path) -> None:
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list.d" / "one.sources").write_text("one")
    (tmp_path / "hosts").write_text("two")
    for name in ("sources.list.d", "hosts", "absent"):
        copy_setting(tmp_path / name, tmp_path / "root" / "etc" / name)
    copied = tmp_path / "root" / "etc"
    assert (copied / "sources.list.d" / "one.sources").read_text() == "one"
    assert (copied / "hosts").read_text() == "two"
    assert not (copied / "absent").exists()


def test_only_what_reaches_packages_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "certificates").touch()
    monkeypatch.setenv("PIP_CERT", "/certificates")
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels-outside")
    monkeypatch.setenv("PIP_TIMEOUT", "60")
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-outside")
    inside = passed_on(tmp_path)
    assert inside["PIP_CERT"] == "/certificates"
    assert inside["PIP_TIMEOUT"] == "60"
    assert inside["https_proxy"] == "proxy.example:3128"
    assert not {"PIP_FIND_LINKS", "OPENAI_API_KEY"} & inside.keys()


def test_mounts_and_processes_end_with_each_command(tmp_path: Path) -> None:
    assert enter(tmp_path)[:5] == ["unshare", "--mount", "--pid", "--fork", "--kill-child"]


def test_a_step_that_fails_is_named(capsys: pytest.CaptureFixture[str]) -> None:

    with pytest.raises(Refusal, match="first run ended with exit code 1"):
        timed("first run", lambda: call(["false"]))
    assert timed("second run", lambda: call(["true"])).startswith("second run in 0.")
    assert "=== second run" in capsys.readouterr().out
