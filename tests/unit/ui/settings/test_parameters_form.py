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
