from tests.fixtures.child_run import RunChild


def test_what_outlives_a_window_test_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import asyncio
        from PySide6.QtCore import QThread, QTimer
        from PySide6.QtWidgets import QWidget

        kept = []

        def keep(thing):
            kept.append(thing)
            return thing

        def test_leaves_a_window(qapp):
            keep(QWidget()).show()

        def test_leaves_a_hidden_window(qtbot):
            keep(QWidget())

        def test_leaves_a_timer(qapp):
            keep(QTimer()).start(1000)

        def test_leaves_a_thread(qapp):
            keep(QThread()).start()

        def test_closes_its_window(qtbot):
            window = keep(QWidget())
            qtbot.addWidget(window)
            QTimer(window).start(1000)
            window.show()

        def test_has_a_child_and_a_stopped_timer(qtbot):
            window = QWidget()
            window.itself = window
            QWidget(window)
            timer = keep(QTimer())
            timer.start(1000)
            timer.stop()

        async def test_uses_the_loops_threads(qapp):
            await asyncio.to_thread(print)

        def test_ends_its_thread(qapp):
            thread = keep(QThread())
            thread.start()
            thread.quit()
            thread.wait()
        """
    )
    assert "QWidget" in verdicts.red("test_leaves_a_window")
    assert "QWidget" in verdicts.red("test_leaves_a_hidden_window")
    assert "QTimer" in verdicts.red("test_leaves_a_timer")
    assert "QThread" in verdicts.red("test_leaves_a_thread")
    assert verdicts.green == {
        "test_closes_its_window",
        "test_has_a_child_and_a_stopped_timer",
        "test_ends_its_thread",
        "test_uses_the_loops_threads",
    }


def test_what_is_copied_does_not_end_the_process_in_a_crash(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        from PySide6.QtCore import QMimeData
        from PySide6.QtGui import QGuiApplication

        def test_copies(qapp):
            content = QMimeData()
            content.setText("copied")
            QGuiApplication.clipboard().setMimeData(content)
        """
    )
    assert verdicts.green == {"test_copies"}
