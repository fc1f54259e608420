import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import NameTaken
from app.store.driver import Connection
from app.store.naming import unique_name

ADD = (
    "INSERT INTO prompt (public_id, name, name_key, text, created_at, changed_at) VALUES (?, ?, ?, '', 1, 1)"
)


def test_a_name_that_is_taken_is_told_as_such(connection: Connection) -> None:
    connection.execute(ADD, ("a", "Work", "work"))
    with pytest.raises(NameTaken) as caught, unique_name():
        connection.execute(ADD, ("b", "WORK", "work"))
    assert "work" not in str(caught.value).lower()


@pytest.mark.parametrize("row", [("a", "Other", "other"), ("b", None, "other")])
def test_any_other_offence_is_a_bug_and_not_the_persons_fault(
    connection: Connection, row: tuple[str, ...]
) -> None:
    connection.execute(ADD, ("a", "Work", "work"))
    with pytest.raises(dbapi2.IntegrityError), unique_name():
        connection.execute(ADD, row)
