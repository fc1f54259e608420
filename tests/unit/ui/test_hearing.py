import asyncio

from PySide6.QtCore import QObject, Signal

from app.ui.hearing import heard


class Speaker(QObject):
    said = Signal(object)


async def test_it_brings_what_is_said_next() -> None:
    speaker = Speaker()
    listening = asyncio.create_task(heard(speaker.said))
    await asyncio.sleep(0)
    speaker.said.emit("first")
    speaker.said.emit("second")
    assert await listening == "first"


async def test_nobody_listens_afterwards() -> None:
    speaker = Speaker()
    listening = asyncio.create_task(heard(speaker.said))
    await asyncio.sleep(0)
    assert speaker.receivers("2said(PyObject)") == 1
    listening.cancel()
    await asyncio.wait({listening})
    assert speaker.receivers("2said(PyObject)") == 0
