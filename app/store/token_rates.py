"""SQL of what has been learned about each model's way of counting tokens."""

import json

from app.domain.tokens import Amounts, Estimator
from app.store.driver import Connection
from app.store.kept_values import read_value, write_value

_NAME = "token rates of {}"


def estimator_for(connection: Connection, model: str) -> Estimator:
    """Return an estimator that knows what this archive has learned of a model."""
    kept = read_value(connection, _NAME.format(model))
    return Estimator.from_mapping(json.loads(kept)) if kept else Estimator()


def learn(connection: Connection, model: str, amounts: Amounts, reported: int) -> None:
    """Learn from what a service reported for what was sent."""
    before = estimator_for(connection, model)
    after = before.learned(amounts, reported)
    if after != before:
        write_value(connection, _NAME.format(model), json.dumps(after.to_mapping()))
