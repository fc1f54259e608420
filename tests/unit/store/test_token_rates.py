from app.domain.tokens import Estimator, amounts_of
from app.store.driver import Connection
from app.store.token_rates import estimator_for, learn

AMOUNTS = amounts_of("some words " * 200)


def test_of_a_new_model_nothing_is_known_yet(connection: Connection) -> None:
    assert estimator_for(connection, "m") == Estimator()


def test_what_is_learned_of_a_model_holds_for_that_one(connection: Connection) -> None:
    usual = Estimator().tokens(AMOUNTS)
    for _ in range(9):
        learn(connection, "m", AMOUNTS, usual * 3 // 2)
    assert abs(estimator_for(connection, "m").tokens(AMOUNTS) - usual * 3 // 2) < usual // 20
    assert estimator_for(connection, "n") == Estimator()


def test_where_there_is_nothing_to_learn_nothing_is_kept(connection: Connection) -> None:
    learn(connection, "m", amounts_of("Hi"), 3)
    assert connection.execute("SELECT count(*) FROM setting").fetchone() == (0,)
