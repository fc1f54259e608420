from tests.fixtures.child_run import RunChild


def test_a_warning_or_an_error_inside_qt_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import warnings
        from PySide6.QtCore import QObject, QTimer, qWarning

        def test_makes_qt_warn(qapp):
            qWarning("something is odd")

        def test_fails_in_a_slot(qtbot):
            QTimer.singleShot(0, lambda: 1 / 0)
            qtbot.wait(20)

        def test_warns_in_python():
            warnings.warn("old")

        def test_is_quiet(qtbot):
            qtbot.wait(1)
        """
    )
    assert "something is odd" in verdicts.red("test_makes_qt_warn")
    assert "ZeroDivisionError" in verdicts.red("test_fails_in_a_slot")
    assert "UserWarning" in verdicts.red("test_warns_in_python")
    assert verdicts.green == {"test_is_quiet"}
