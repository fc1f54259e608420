from app.chat.importing import Importing


def test_it_can_be_looked_at_and_brought_in() -> None:
    assert Importing.look
    assert Importing.bring_in
