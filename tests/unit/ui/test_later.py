from app.ui import later
from tests.fixtures.put_off import loaded_at_the_start, put_off_by


def test_what_is_put_off_is_not_loaded_before_the_first_list() -> None:
    assert not put_off_by(later) & loaded_at_the_start()
