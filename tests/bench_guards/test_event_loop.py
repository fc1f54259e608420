import pytest

from tests.fixtures.child_run import RunChild

LOST_WORK = """
    import asyncio
    import pytest

    @pytest.fixture(autouse=True)
    def the_loop_under_test({loop}): ...

    async def fail():
        raise LookupError("nobody listens")

    async def test_leaves_a_task():
        asyncio.create_task(asyncio.sleep(60), name="forgotten").add_done_callback(print)

    async def test_never_asks_for_an_error():
        task = asyncio.create_task(fail())
        await asyncio.wait([task])

    async def test_has_a_callback_that_fails():
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        await asyncio.sleep(0.01)

    async def test_fails():
        await asyncio.sleep(0)
        assert 1 == 2

    async def test_awaits_its_task():
        task = asyncio.create_task(asyncio.sleep(0, "slept"))
        assert await task == "slept"

    async def test_cancels_its_task():
        task = asyncio.create_task(asyncio.sleep(60))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    @pytest.mark.parametrize("number", [1, 2])
    async def test_takes_parameters(number):
        assert await asyncio.sleep(0, number) == number
"""


@pytest.mark.parametrize("loop", ["", "qapp"])
def test_lost_work_is_red(run_child: RunChild, loop: str) -> None:
    verdicts = run_child(LOST_WORK.format(loop=loop))
    assert "forgotten" in verdicts.red("test_leaves_a_task")
    assert "nobody listens" in verdicts.red("test_never_asks_for_an_error")
    assert "ZeroDivisionError" in verdicts.red("test_has_a_callback_that_fails")
    assert "assert 1 == 2" in verdicts.red("test_fails")
    assert verdicts.green == {
        "test_awaits_its_task",
        "test_cancels_its_task",
        "test_takes_parameters[1]",
        "test_takes_parameters[2]",
    }


def test_fixtures_may_be_asynchronous(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import asyncio
        import pytest

        events = []

        @pytest.fixture
        async def number():
            return await asyncio.sleep(0, 7)

        @pytest.fixture
        async def opened(number):
            events.append("opened")
            task = asyncio.create_task(asyncio.sleep(60))
            yield number + 1
            task.cancel()
            await asyncio.wait([task])
            events.append("closed")

        @pytest.fixture
        async def failing():
            yield 1
            raise LookupError("at the end")

        async def test_uses_them(opened, number):
            assert (opened, number) == (8, 7)

        def test_uses_them_without_waiting(opened):
            assert opened == 8
            assert events == ["opened", "closed", "opened"]

        async def test_fails_at_the_end(failing):
            assert failing == 1
        """
    )
    assert "at the end" in verdicts.red("test_fails_at_the_end")
    assert verdicts.green == {"test_uses_them", "test_uses_them_without_waiting"}


def test_a_step_between_two_runs_of_qts_loop_may_begin_a_task(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import asyncio

        async def note(done):
            done.append("inner")

        async def begin(done):
            await asyncio.create_task(note(done))

        def test_goes_on(qapp, loop):
            done = []
            task = loop.create_task(begin(done))
            for _ in range(20):
                qapp.processEvents()
            assert done == ["inner"]
            assert task.done()
        """
    )
    assert verdicts.green == {"test_goes_on"}
