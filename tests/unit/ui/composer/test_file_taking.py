"""Files on their way to a question."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.domain.errors import AppError
from app.domain.exchange_errors import FileProtected
from app.domain.ids import ConversationId
from app.ui.composer.file_taking import FileTaking, Stage
from app.ui.errands import Errands
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

HERE, THERE = ConversationId("here"), ConversationId("there")


@pytest.fixture
async def files(qapp: QApplication, controller: ScriptedController) -> AsyncIterator[FileTaking]:
    failures: list[AppError] = []
    errands = Errands(failures.append)
    parent = QObject(qapp)
    yield FileTaking(controller, errands, parent)  # type: ignore[arg-type]
    errands.cancel()
    await asyncio.sleep(0)
    parent.deleteLater()
    assert failures == []


def stages(files: FileTaking) -> list[Stage]:
    return [each.stage for each in files.of(HERE)]


async def test_a_file_of_the_disk_is_read_and_ready(files: FileTaking) -> None:
    files.take_paths(HERE, [Path("/nowhere/a.txt"), Path("/nowhere/b.pdf")])
    assert files.is_reading(HERE)
    await until(lambda: len(files.ready(HERE)) == 2, "both")
    assert [file.name for file in files.ready(HERE)] == ["a.txt", "b.pdf"]
    assert files.of(THERE) == ()


async def test_a_picture_is_shown_small(files: FileTaking) -> None:
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(0)
    files.take_picture(HERE, picture, "blue.png")
    await until(lambda: files.of(HERE)[0].picture, "the small picture")
    assert files.of(HERE)[0].picture.width() == 64


async def test_how_far_it_has_come_is_told(files: FileTaking, controller: ScriptedController) -> None:
    controller.files.slow, controller.files.share = asyncio.Event(), (2, 5)
    files.take_text(HERE, "words", "a.txt")
    await until(lambda: files.of(HERE)[0].share == 0.4, "the share")
    assert stages(files) == [Stage.READING]
    controller.files.slow.set()
    await until(lambda: stages(files) == [Stage.READY], "its end")


async def test_reading_is_given_up_with_the_file(files: FileTaking, controller: ScriptedController) -> None:
    controller.files.slow = asyncio.Event()
    files.take_text(HERE, "words", "a.txt")
    await asyncio.sleep(0.02)
    files.remove(HERE, files.of(HERE)[0].number)
    assert files.of(HERE) == ()
    controller.files.slow.set()
    await asyncio.sleep(0.02)
    assert (files.ready(HERE), controller.files.dropped) == ((), [])


async def test_what_was_read_is_dropped_with_the_file(
    files: FileTaking, controller: ScriptedController
) -> None:
    files.take_text(HERE, "words", "a.txt")
    await until(lambda: files.ready(HERE), "the file")
    files.remove(HERE, files.of(HERE)[0].number)
    await until(lambda: controller.files.dropped == ["a.txt"], "its end")


async def test_what_cannot_be_read_stays_with_its_reason(
    files: FileTaking, controller: ScriptedController
) -> None:
    controller.files.trouble = FileProtected("It opens only with a password.")
    files.take_text(HERE, "words", "a.pdf")
    await until(lambda: stages(files) == [Stage.FAILED], "the reason")
    assert files.of(HERE)[0].fault.kind == "FileProtected"
    assert (files.ready(HERE), files.is_reading(HERE)) == ((), False)


async def test_sent_files_leave_with_those_that_came_to_nothing(
    files: FileTaking, controller: ScriptedController
) -> None:
    files.take_text(HERE, "words", "a.txt")
    await until(lambda: files.ready(HERE), "the file")
    controller.files.trouble = FileProtected("It opens only with a password.")
    files.take_text(HERE, "words", "b.pdf")
    await until(lambda: stages(files) == [Stage.READY, Stage.FAILED], "the reason")
    released = files.release(HERE, files.ready(HERE))
    assert [each.name for each in released] == ["a.txt"]
    assert files.of(HERE) == ()
    files.give_back(HERE, released)
    assert [file.name for file in files.ready(HERE)] == ["a.txt"]


async def test_files_go_with_their_draft(files: FileTaking) -> None:
    files.take_text(None, "words", "a.txt")
    files.move(None, HERE)
    assert files.of(None) == ()
    await until(lambda: files.ready(HERE), "the file")
