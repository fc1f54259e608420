from tests.fixtures.child_run import RunChild


def test_a_thread_left_running_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import asyncio
        import threading

        def test_leaves_a_thread():
            threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

        def test_joins_its_thread():
            thread = threading.Thread(target=print)
            thread.start()
            thread.join()

        async def test_uses_the_loops_threads():
            await asyncio.to_thread(print)
        """
    )
    assert "forgotten" in verdicts.red("test_leaves_a_thread")
    assert verdicts.green == {"test_joins_its_thread", "test_uses_the_loops_threads"}
