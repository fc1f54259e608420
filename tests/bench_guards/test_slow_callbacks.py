from tests.fixtures.child_run import RunChild


def test_a_callback_that_holds_its_loop_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import asyncio
        import time

        from tests.fixtures.pace import slowness

        TOO_LONG = 0.2 * max(1, slowness())

        def work(seconds):
            end = time.thread_time() + seconds
            while time.thread_time() < end:
                pass

        async def hold_and_wait(call):
            asyncio.get_running_loop().call_soon(call)
            await asyncio.sleep(0.01)

        async def test_holds_asyncios_loop():
            await hold_and_wait(lambda: work(TOO_LONG))

        async def test_holds_qts_loop(qapp):
            assert type(asyncio.get_running_loop()).__module__ == "qasync"
            await hold_and_wait(lambda: work(TOO_LONG))

        async def test_sleeps_long_but_works_little(qapp):
            await hold_and_wait(lambda: time.sleep(0.5))

        async def test_works_in_a_thread():
            await asyncio.to_thread(work, TOO_LONG)
        """
    )
    assert "held its loop" in verdicts.red("test_holds_asyncios_loop")
    assert "held its loop" in verdicts.red("test_holds_qts_loop")
    assert verdicts.green == {"test_sleeps_long_but_works_little", "test_works_in_a_thread"}
