from app.domain.asking import Asking
from app.domain.ledger import Ledger
from app.domain.lesson import lesson_of

ASKING = Asking("m", 10_000, may_exceed=True)


def refused(tokens: int) -> Ledger:
    return Ledger("m", 1, (), (), tokens, 10_000)


def test_what_the_service_says_is_believed() -> None:
    lesson = lesson_of(refused(9_000), ASKING, 1_000, limit=4_096)
    assert lesson.asking.budget == 3_096
    assert lesson.window == 4_096
    assert not lesson.asking.may_exceed


def test_where_the_service_counts_otherwise_our_estimate_is_scaled() -> None:
    lesson = lesson_of(refused(5_000), ASKING, 1_000, limit=8_000, counted=10_000)
    assert lesson.asking.budget == 3_500


def test_where_it_does_not_say_less_is_tried() -> None:
    lesson = lesson_of(refused(9_000), ASKING, 1_000)
    assert lesson.asking.budget == 6_300
    assert lesson.window == 7_300


def test_it_is_always_less_than_what_was_refused_and_never_nothing() -> None:
    for limit in (None, 10, 4_000, 1_000_000):
        for tokens in (0, 100, 5_000, 50_000):
            for counted in (None, 1, 60_000):
                lesson = lesson_of(refused(tokens), ASKING, 1_000, limit, counted)
                assert 256 <= lesson.asking.budget < max(tokens, 257)
                assert lesson.asking.budget < ASKING.budget
