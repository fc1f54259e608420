"""The last who hear of an error: they log where it was, never what it said."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from app.ui import last_resort

LOGGER = "app.ui.last_resort"
SECRET = "a private question"


@pytest.fixture
def installed() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    last_resort.install()
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail() -> None:
    try:
        {}[SECRET]
    except KeyError as error:
        raise ValueError(SECRET) from error


def caught() -> ValueError:
    with pytest.raises(ValueError, match=SECRET) as failure:
        fail()
    return failure.value


@pytest.mark.usefixtures("installed")
def test_an_uncaught_error_is_logged_by_kind_and_place_alone(
    expect_log: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expect_log(LOGGER, r"the program ended in ValueError at .*fail:\d+ from KeyError at fail:\d+")
    error = caught()
    sys.excepthook(ValueError, error, error.__traceback__)
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("installed")
def test_an_error_in_a_thread_names_the_thread(
    expect_log: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expect_log(LOGGER, "the thread worker ended in ValueError")
    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("installed")
def test_an_error_in_what_is_cleared_away_is_logged_without_its_words(
    expect_log: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    class Failing:
        def __del__(self) -> None:
            fail()

    expect_log(LOGGER, "clearing away ended in ValueError")
    Failing()
    assert SECRET not in caplog.text


def test_an_error_of_the_loop_is_logged_without_its_words(
    expect_log: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expect_log(LOGGER, "a task or callback ended in ValueError")
    expect_log(LOGGER, "the event loop met trouble: something odd")
    loop = asyncio.new_event_loop()
    last_resort.report_from_loop(loop, {"exception": caught(), "message": SECRET})
    last_resort.report_from_loop(loop, {"message": "something odd"})
    loop.close()
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("installed")
def test_a_keyboard_interrupt_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not caplog.records
