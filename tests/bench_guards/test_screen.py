"""A small window, worked with real keys and clicks, and read by assistive means."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.fixtures.assistive import AssistiveTool, Node
from tests.fixtures.screen import HEIGHT, WIDTH, Screen

PROGRAM = Path(__file__).with_name("small_window.py")


@pytest.fixture
def window(screen: Screen, assistive: AssistiveTool) -> Iterator[Node]:
    with subprocess.Popen([sys.executable, PROGRAM], env=os.environ | screen.environment) as process:
        screen.window_of(process.pid)
        yield assistive.program(process.pid)
        process.kill()


def test_typed_keys_arrive(screen: Screen, window: Node) -> None:
    screen.type("Ada (née Byron)")
    screen.press("BackSpace", "Return")
    window.shows("Hello, Ada (née Byron")
    assert window.find("text", "Name").text == "Ada (née Byron"


def test_a_click_arrives(screen: Screen, window: Node) -> None:
    screen.type("Ada")
    screen.click(*window.find("push button", "Greet").centre)
    window.shows("Hello, Ada")


def test_a_button_can_be_pressed_without_a_mouse(window: Node) -> None:
    assert "Nobody yet" in window.transcript()
    window.find("push button", "Greet").press()
    window.shows("Hello, ")
    assert "Nobody yet" not in window.transcript()


def test_the_picture_shows_the_window(screen: Screen, window: Node, tmp_path: Path) -> None:
    window.shows("Nobody yet")
    picture = QImage(str(screen.picture(tmp_path / "picture.png")))
    assert (picture.width(), picture.height()) == (WIDTH, HEIGHT)
    assert picture.pixelColor(5, 5) == QColor("black")
    assert picture.pixelColor(210, 160).lightness() > 150
