from tests.fixtures.child_run import RunChild


def test_a_program_that_leaves_this_machine_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        CONNECT = "import socket, sys; socket.socket().connect((sys.argv[1], 9))"

        def connect(start_python, log, host):
            start_python("-c", CONNECT, host, log=log).wait()
            return log.read_text()

        def test_its_program_connects_elsewhere(start_python, tmp_path):
            assert "PermissionError" in connect(start_python, tmp_path / "log", "192.0.2.1")

        def test_its_program_talks_to_this_machine(start_python, tmp_path):
            assert "ConnectionRefusedError" in connect(start_python, tmp_path / "log", "127.0.0.1")
        """
    )
    assert "left this machine: socket.connect: '192.0.2.1'" in verdicts.red(
        "test_its_program_connects_elsewhere"
    )
    assert verdicts.green == {"test_its_program_talks_to_this_machine"}
