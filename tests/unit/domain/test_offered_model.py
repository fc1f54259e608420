from app.domain.offered_model import OfferedModel


def test_what_a_service_does_not_say_is_not_known() -> None:
    assert OfferedModel("m") == OfferedModel("m", "", None)
