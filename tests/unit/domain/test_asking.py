from app.domain.asking import Asking
from app.domain.context_policy import PolicyKind


def test_unless_told_otherwise_as_much_as_fits_is_sent_and_nothing_beyond() -> None:
    asking = Asking("m", 1000)
    assert asking.policy.kind is PolicyKind.FIT
    assert not asking.may_exceed


def test_no_log_can_hold_what_a_person_wrote() -> None:
    assert "Canary" not in repr(Asking("m", 1000, instructions="Canary", author="Canary"))
