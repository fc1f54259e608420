"""The way out and the way in."""

import subprocess
import sys

from app.domain.events import ReplyEnded
from app.domain.export_choice import Detail, ExportChoice, Format
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.places import REPOSITORY

LOADED = """
import sys, app.startup, app.ui.main_window
print(sorted(name for name in sys.modules if name.startswith(("app.chat.export", "app.exchange.importers"))))
"""


def test_no_format_is_loaded_before_anybody_wants_one() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout == "[]\n"


async def test_a_temporary_conversation_goes_out_too(chat: Chat, server: ScriptedServer) -> None:
    chat.ask(server)
    begun = await chat.controller.temporary.begin()
    chat.controller.send(begun, "Only for now")
    await chat.told.until(ReplyEnded)
    exporting = chat.controller.exchange.exporting
    assert "Only for now" in await exporting.text_of(begun, ExportChoice(Format.MARKDOWN, Detail.TEXT))
    assert exporting is chat.controller.exchange.exporting
