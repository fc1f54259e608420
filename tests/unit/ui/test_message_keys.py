from app.ui.actions import Command
from app.ui.message_keys import message_deeds


def test_without_a_core_the_keys_do_nothing() -> None:
    deeds = message_deeds(lambda: None)
    assert Command.EDIT_MESSAGE in deeds
    assert [deed() for deed in deeds.values()] == [None] * len(deeds)
