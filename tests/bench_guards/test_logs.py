from tests.fixtures.child_run import RunChild


def test_an_unannounced_warning_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import logging

        def test_warns():
            logging.getLogger("app.chat").warning("the reply was lost")

        def test_warns_where_no_handler_would_hear():
            silent = logging.getLogger("silent")
            silent.propagate = False
            silent.addFilter(lambda record: False)
            silent.error("nobody sees this")

        def test_announces_and_warns(expect_log):
            expect_log("app.chat", "reply was")
            logging.getLogger("app.chat").warning("the reply was lost")

        def test_announces_in_vain(expect_log):
            expect_log("app.chat", "reply was")

        def test_announces_another(expect_log):
            expect_log("app.chat", "disk full")
            logging.getLogger("app.chat").warning("the reply was lost")

        def test_speaks_quietly():
            logging.getLogger("app.chat").info("a reply has come")
        """
    )
    assert "the reply was lost" in verdicts.red("test_warns")
    assert "nobody sees this" in verdicts.red("test_warns_where_no_handler_would_hear")
    assert "never logged" in verdicts.red("test_announces_in_vain")
    assert "the reply was lost" in verdicts.red("test_announces_another")
    assert verdicts.green == {"test_announces_and_warns", "test_speaks_quietly"}
