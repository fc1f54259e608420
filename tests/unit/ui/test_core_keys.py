from app.ui.actions import Command
from app.ui.core_keys import core_deeds


def test_without_a_core_the_keys_do_nothing() -> None:
    deeds = core_deeds(lambda: None)
    assert {Command.EDIT_MESSAGE, Command.EXPORT, Command.EXPORT_ALL, Command.IMPORT} <= set(deeds)
    assert [deed() for deed in deeds.values()] == [None] * len(deeds)
