from time import thread_time

import pytest

from tests.fixtures.pace import is_within, slowness, within


def work(seconds: float) -> None:
    end = thread_time() + seconds
    while thread_time() < end:
        pass


def test_what_keeps_its_thread_too_long_is_red() -> None:
    with pytest.raises(AssertionError, match="kept its thread"), within(0.01):
        work(0.5)


def test_what_is_quick_is_green() -> None:
    with within(0.1):
        assert sum(range(10)) == 45


def test_a_machine_is_asked_how_slow_it_is_only_where_a_limit_is_passed() -> None:
    began = thread_time()
    assert is_within(0.01, 0.1)
    assert thread_time() - began < 0.001
    assert slowness() > 0.1
    assert not is_within(100, 0.1)
