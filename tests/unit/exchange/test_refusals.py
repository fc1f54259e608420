from app.domain import exchange_errors
from app.domain.exchange_errors import ExchangeError, FileProtected, ReaderEnded
from app.exchange.refusals import refusal, refusal_named


def test_every_reason_has_its_sentence_and_is_known_by_name() -> None:
    kinds = [kind for kind in ExchangeError.__subclasses__() if kind.__module__ == exchange_errors.__name__]
    assert len(kinds) > 15
    for kind in kinds:
        assert type(refusal_named(kind.__name__)) is kind
        assert refusal(kind).summary == refusal_named(kind.__name__).summary
        assert refusal(kind).summary.endswith(".")


def test_a_name_that_nobody_gave_is_a_reader_gone_astray() -> None:
    assert type(refusal_named("canary from the file")) is ReaderEnded
    assert "canary" not in refusal_named("canary from the file").summary


def test_an_error_is_made_anew_each_time() -> None:
    assert refusal(FileProtected) is not refusal(FileProtected)
