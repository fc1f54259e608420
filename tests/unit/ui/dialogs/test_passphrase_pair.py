from pytestqt.qtbot import QtBot

from app.ui.dialogs.passphrase_pair import PassphrasePair


def test_only_what_was_typed_twice_the_same_is_taken(qtbot: QtBot) -> None:
    pair = PassphrasePair()
    qtbot.addWidget(pair)
    assert pair.objection() == "Type a passphrase."
    pair.first.setText("a long one")
    pair.second.setText("a lonh one")
    assert pair.objection().startswith("The two are not the same.")
    pair.second.setText("a long one")
    assert (pair.objection(), pair.text) == ("", "a long one")


def test_nobody_looking_on_can_read_it(qtbot: QtBot) -> None:
    pair = PassphrasePair()
    qtbot.addWidget(pair)
    assert {field.echoMode() for field in (pair.first, pair.second)} == {pair.first.EchoMode.Password}
