import pytest

from app.domain.preference import Preference


@pytest.mark.parametrize("default", [True, 1, 1.5, "dark"])
def test_a_preference_accepts_its_own_type_and_no_other(default: bool | float | str) -> None:
    preference = Preference("name", default)
    values: list[object] = [False, 7, 0.5, "light", None, [1]]
    assert [value for value in values if preference.accepts(value)] == [
        value for value in values if type(value) is type(default)
    ]
