from tests.fixtures.child_run import RunChild


def test_leaving_this_machine_is_red(run_child: RunChild) -> None:
    verdicts = run_child(
        """
        import socket
        import asyncio

        ELSEWHERE = ("192.0.2.1", 9)

        def test_connects_and_swallows_the_refusal():
            with socket.socket() as outside:
                try:
                    outside.connect(ELSEWHERE)
                except OSError:
                    pass

        def test_sends_a_datagram():
            with socket.socket(type=socket.SOCK_DGRAM) as outside:
                outside.sendto(b"hello", ELSEWHERE)

        def test_listens_to_everybody():
            with socket.socket() as listening:
                listening.bind(("0.0.0.0", 0))

        async def test_looks_up_a_name():
            try:
                await asyncio.get_running_loop().getaddrinfo("example.org", 80)
            except OSError:
                pass

        async def test_talks_to_itself(tmp_path):
            async def answer(reader, writer):
                writer.close()

            async with await asyncio.start_server(answer, "localhost", 0) as server:
                port = server.sockets[0].getsockname()[1]
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                assert await reader.read() == b""
                writer.close()
            async with await asyncio.start_unix_server(answer, "socket"):
                reader, writer = await asyncio.open_unix_connection("socket")
                assert await reader.read() == b""
                writer.close()
        """
    )
    assert "192.0.2.1" in verdicts.red("test_connects_and_swallows_the_refusal")
    assert "sendto" in verdicts.red("test_sends_a_datagram")
    assert "socket.bind" in verdicts.red("test_listens_to_everybody")
    assert "example.org" in verdicts.red("test_looks_up_a_name")
    assert verdicts.green == {"test_talks_to_itself"}
