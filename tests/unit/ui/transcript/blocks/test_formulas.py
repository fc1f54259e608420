"""The pictures of formulas."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.ui.transcript.blocks.surroundings import Surroundings


def test_a_formula_is_drawn_once_and_all_who_wait_are_told(qtbot: QtBot, surroundings: Surroundings) -> None:
    formulas, told = surroundings.formulas, []
    wish = surroundings.formula_wish("x", display=False)
    assert formulas.picture(wish, lambda: told.append("one")) is None
    assert formulas.picture(wish, lambda: told.append("two")) is None
    qtbot.waitUntil(lambda: told == ["one", "two"])
    picture = formulas.picture(wish, lambda: told.append("never"))
    assert picture is not None
    assert formulas.picture(wish, lambda: None) is picture


def test_who_waits_twice_is_told_once(qtbot: QtBot, surroundings: Surroundings) -> None:
    formulas, told = surroundings.formulas, []
    wish = surroundings.formula_wish("y", display=False)

    def tell() -> None:
        told.append("twice")

    formulas.picture(wish, tell)
    formulas.picture(wish, tell)
    formulas.picture(wish, lambda: told.append("last"))
    qtbot.waitUntil(lambda: "last" in told)
    assert told == ["twice", "last"]


def test_what_fails_never_comes_and_is_not_tried_again(qtbot: QtBot, surroundings: Surroundings) -> None:
    formulas, told = surroundings.formulas, []
    wish = surroundings.formula_wish(r"\frac{", display=True)
    formulas.picture(wish, lambda: told.append("failed"))
    formulas.picture(replace(wish, tex="x"), lambda: told.append("drawn"))
    qtbot.waitUntil(lambda: told == ["drawn"])
    assert formulas.picture(wish, lambda: told.append("again")) is None
    qtbot.wait(20)
    assert told == ["drawn"]
