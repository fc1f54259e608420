"""The form of a model service."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.settings import PRACTICE, ApiKind, Patience, ProviderSettings
from app.ui.settings.service_form import ServiceForm
from app.ui.theme.theme import Theme

PLAIN = ProviderSettings("http://localhost:8080/v1", "gpt-5", name="Here")
DETAILED = replace(
    PLAIN,
    context_tokens=8_000,
    headers=(("X-Team", "celadon"), ("X-More", "a: b")),
    proxy="http://localhost:3128",
    ca_file="/etc/ours.pem",
    patience=Patience(first=12.5, idle=30, total=600),
)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> ServiceForm:
    made = ServiceForm(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("settings", [PLAIN, DETAILED, replace(PRACTICE, model="p")])
def test_what_is_shown_is_what_was_kept(form: ServiceForm, settings: ProviderSettings) -> None:
    form.fill(settings)
    assert form.entered() == settings
    assert form.key_entered() is None


def test_details_are_shown_where_there_are_any(form: ServiceForm) -> None:
    form.fill(PLAIN)
    assert not form.more.isVisible()
    form.more_button.click()
    assert (form.more.isVisible(), form.more_button.accessibleName()) == (True, "Less")
    form.fill(DETAILED)
    assert form.more.isVisible()


def test_at_another_address_nothing_is_known_of_a_service(form: ServiceForm) -> None:
    form.fill(PRACTICE)
    form.address.setText("https://example.org/v1")
    assert form.entered().api is ApiKind.FIND_OUT


def test_with_nothing_entered_the_usual_address_is_meant(form: ServiceForm) -> None:
    form.fill(None)
    assert form.entered().base_url == "https://api.openai.com/v1"
    assert form.key.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("address", "example.org", "must begin with https://"),
        ("address", "https://me:secret@example.org", "password"),
        ("model", " ", "name of the model"),
        ("limit", "12", "at least 500"),
    ],
)
def test_what_cannot_be_is_said_in_its_place(form: ServiceForm, field: str, text: str, words: str) -> None:
    form.fill(PLAIN)
    getattr(form, field).setText(text)
    assert not form.is_sound()
    place = getattr(form, f"{field}_field")
    assert words in place.line.text()
    assert place.input.hasFocus()


@pytest.mark.parametrize(
    ("field", "text"), [("headers", "no colon here"), ("headers", "Host: other"), ("proxy", "socks://x")]
)
def test_details_that_cannot_be_are_said_below_them(form: ServiceForm, field: str, text: str) -> None:
    form.fill(PLAIN)
    widget = getattr(form, field)
    (widget.setText if field == "proxy" else widget.setPlainText)(text)
    assert not form.is_sound()
    assert form.trouble.isVisible()
