"""How a model is asked to answer."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.settings.parameters_form import ParametersForm
from app.ui.theme.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> ParametersForm:
    made = ParametersForm(theme)
    qtbot.addWidget(made)
    return made


def test_what_is_not_set_is_left_to_the_service(form: ParametersForm) -> None:
    assert form.entered() == {}
    assert form.effort.accessibleName() == "As usual"


def test_what_is_shown_is_what_was_kept_and_what_is_not_shown_stays(form: ParametersForm) -> None:
    kept = {"temperature": 0.0, "max_output_tokens": 500, "effort": "low", "seed": 7}
    form.fill(kept)
    assert form.temperature.text() == "0"
    assert form.entered() == kept


def test_what_is_emptied_is_the_services_own_again(form: ParametersForm) -> None:
    form.fill({"temperature": 0.5, "effort": "low"})
    form.temperature.clear()
    form.effort.chosen.emit("")
    assert form.entered() == {}


def test_a_comma_is_a_point(form: ParametersForm) -> None:
    form.temperature.setText("0,7")
    assert form.entered() == {"temperature": 0.7}


def test_what_is_seldom_set_lies_folded_unless_it_is_set(form: ParametersForm) -> None:
    assert form.more.isHidden()
    kept = {"top_p": 0.9, "seed": 0, "stop": ("END", "Human:"), "verbosity": "low"}
    form.fill(kept)
    assert not form.more.isHidden()
    assert (form.top_p.text(), form.seed.text(), form.stops.toPlainText()) == ("0.9", "0", "END\nHuman:")
    assert form.entered() == kept


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("temperature", "2.1", "from 0 to 2"),
        ("temperature", "warm", "from 0 to 2"),
        ("temperature", "nan", "from 0 to 2"),
        ("longest", "0", "whole number of tokens"),
        ("longest", "1.5", "whole number of tokens"),
        ("top_p", "-0.1", "from 0 to 1"),
        ("seed", "1e3", "whole number, or nothing"),
        ("seed", "9" * 30, "whole number, or nothing"),
    ],
)
def test_what_no_service_could_take_is_objected_to_in_its_place(
    form: ParametersForm, field: str, text: str, words: str
) -> None:
    getattr(form, field).setText(text)
    assert not form.is_sound()
    line = getattr(form, f"{field}_field").line
    assert (words in line.text(), line.isHidden()) == (True, False)
    getattr(form, field).clear()
    assert form.is_sound()
    assert words not in line.text()


def test_no_more_than_four_stops_are_taken(form: ParametersForm) -> None:
    form.stops.setPlainText("\n\n".join("abcd"))
    assert form.is_sound()
    assert form.entered() == {"stop": ("a", "b", "c", "d")}
    form.stops.setPlainText("\n".join("abcde"))
    assert not form.is_sound()
    assert "four" in form.stops_field.line.text()
