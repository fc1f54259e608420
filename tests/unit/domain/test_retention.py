from app.domain.retention import HOURS_TO_CHOOSE, Retention


def test_numbers_grow_from_never_to_a_year() -> None:
    assert HOURS_TO_CHOOSE == (0, 24, 168, 720, 2160, 8760)


def test_a_conversation_has_no_number_of_its_own_unless_given_one() -> None:
    assert Retention(24).own is None
