"""A label, its input, and a line about it."""

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.field import Field


def test_the_label_names_the_input_and_the_line_explains_it(qtbot: QtBot, theme: Theme) -> None:
    edit = QLineEdit()
    field = Field(theme, "Model", edit, "Such as gpt-5.")
    qtbot.addWidget(field)
    assert [label.buddy() for label in field.findChildren(QLabel) if label.buddy()] == [edit]
    assert (edit.accessibleName(), edit.accessibleDescription()) == ("Model", "Such as gpt-5.")


def test_what_is_wrong_is_said_in_place_of_the_hint_until_it_is_explained_again(
    qtbot: QtBot, theme: Theme
) -> None:
    field = Field(theme, "Model", QLineEdit(), "Such as gpt-5.")
    qtbot.addWidget(field)
    field.object_to("Enter one.")
    assert field.line.text() == field.input.accessibleDescription() == "Enter one."
    field.explain()
    assert field.line.text() == "Such as gpt-5."


def test_without_a_hint_there_is_no_empty_line(qtbot: QtBot, theme: Theme) -> None:
    field = Field(theme, "Model", QLineEdit())
    qtbot.addWidget(field)
    field.show()
    assert not field.line.isVisible()
