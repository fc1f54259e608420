import logging
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import StoreReadOnly
from app.system.logs import redacted, start_logging, stop_logging

OTHERS = ("openai", "httpx2", "httpcore2", "keyring", "asyncio", "qasync")
HEX = secrets.token_hex(48)
SECRET = "s3cr3tV4lue-" + secrets.token_hex(8)
SHAPES = (
    f"sk-{SECRET}",
    f"sk-proj-{SECRET}",
    f"gsk_{SECRET}",
    f"hf_{SECRET}",
    f"xai-{SECRET}",
    f"AIzaSyAA{SECRET}",
    f"eyJhbGciOiJI.{SECRET}.{SECRET}",
    f"Authorization: Bearer {SECRET}",
    f"authorization: bearer  {SECRET}",
    f"Basic {SECRET}==",
    f"https://user:{SECRET}@example.org/v1",
    f"https://user:p@{SECRET}@example.org/v1",
    f"https://{SECRET}@example.org",
    f"https://example.org/v1?api_key={SECRET}&model=m",
    f"https://example.org/v1?model=m&access_token={SECRET}",
    f"{{'api_key': '{SECRET}'}}",
    f'{{"x-api-key": "{SECRET}"}}',
    f"Client(api_key='{SECRET}')",
    f"password='{SECRET}'",
    f"v1:0191e5a0-0000-7000-8000-000000000000:{HEX}",
    f"x'{HEX}'",
    f"key{HEX.upper()}",
)


@pytest.fixture(autouse=True)
def levels() -> Iterator[None]:
    """Puts back what starting the log does to the loggers of the whole process."""
    loggers = [logging.getLogger(name) for name in ("app", *OTHERS)]
    before = [(each, each.level) for each in loggers]
    yield
    for logger, level in before:
        logger.setLevel(level)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = start_logging(tmp_path)
    yield tmp_path / "sotto.log"
    stop_logging(handler)


def log_in_every_way(text: str) -> None:
    """As the message, as arguments of two kinds, and in an error and the cause of it."""
    logger = logging.getLogger("app.chat.turn")
    logger.info(text)
    logger.info("said %s and %r", text, text)
    logger.info("held %(held)s", {"held": text})
    error = RuntimeError("wrapped")
    error.__cause__ = ValueError(text)
    logger.info("failed", exc_info=error)


def planted(text: str) -> list[str]:
    """What of a shape must not be found: the random part, however it is written."""
    return [part for part in (SECRET, HEX, HEX.upper()) if part in text]


def test_no_secret_of_any_shape_reaches_the_file(log: Path) -> None:
    for shape in SHAPES:
        log_in_every_way(shape)
        written = log.read_text()
        assert not [part for part in planted(shape) if part in written], shape
    assert written.count("[redacted]") >= 5 * len(SHAPES)


def test_without_the_formatter_every_shape_would_reach_the_file(log: Path) -> None:
    for handler in logging.getLogger().handlers:
        handler.setFormatter(logging.Formatter("%(message)s"))
    for shape in SHAPES:
        before = log.stat().st_size
        log_in_every_way(shape)
        written = log.read_text()[before:]
        assert planted(shape)
        assert all(written.count(part) >= 5 for part in planted(shape)), shape


@pytest.mark.parametrize(
    "text",
    [
        "list took 41 ms on the archive reader thread",
        "0191e5a0-0000-7000-8000-000000000000",
        "https://api.openai.com/v1/chat/completions",
        "GET http://127.0.0.1:8080/v1/models?limit=3",
        "key_and_salt = unlocked.key.key_and_salt",
        "risk-assessment and token-s",
        "sha1 " + "a" * 40,
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redacted(text) == text


def test_a_secret_takes_nothing_else_with_it() -> None:
    assert redacted(f"GET https://u:{SECRET}@example.org/v1?key={SECRET}&model=m done") == (
        "GET https://[redacted]example.org/v1?[redacted]&model=m done"
    )


def test_a_line_tells_when_who_and_what(log: Path) -> None:
    logging.getLogger("app.store").info("list took %d ms", 41)
    assert log.read_text(encoding="utf-8").endswith(" INFO app.store: list took 41 ms\n")


def test_of_other_libraries_only_warnings_are_written(log: Path, expect_log: object) -> None:
    for name in OTHERS:
        logging.getLogger(f"{name}.inner").info("said in passing")
    expect_log("openai.inner", "watch out")
    logging.getLogger("openai.inner").warning("watch out")
    assert "in passing" not in log.read_text()
    assert "watch out" in log.read_text()


def test_a_long_log_is_cut_and_three_old_ones_are_kept(log: Path) -> None:
    for _ in range(6):
        logging.getLogger("app").info("x" * (1 << 20))
    assert sorted(path.name for path in log.parent.iterdir()) == [
        "sotto.log",
        "sotto.log.1",
        "sotto.log.2",
        "sotto.log.3",
    ]


def test_after_the_end_nothing_is_written_and_the_file_is_free(tmp_path: Path) -> None:
    stop_logging(start_logging(tmp_path))
    before = (tmp_path / "sotto.log").read_text()
    logging.getLogger("app").info("too late")
    assert (tmp_path / "sotto.log").read_text() == before


def test_a_folder_that_takes_no_log_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        start_logging(tmp_path / "missing")


def test_a_full_disk_loses_lines_of_the_log_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sotto.log").symlink_to("/dev/full")
    handler = start_logging(tmp_path)
    logging.getLogger("app").info("what the disk does not take")
    stop_logging(handler)
    assert capsys.readouterr() == ("", "")
    assert handler not in logging.getLogger().handlers
