"""SQL of the context policy that holds for every conversation without one of its own."""

from app.domain.context_policy import COUNT, KIND, LOW, SHORTENS, ContextPolicy
from app.store.driver import Connection
from app.store.preferences import read_preference, write_preference


def read_general_policy(connection: Connection) -> ContextPolicy:
    return ContextPolicy.from_mapping(
        {
            "kind": read_preference(connection, KIND),
            "count": read_preference(connection, COUNT),
            "low_mark": read_preference(connection, LOW),
            "shortens_results": read_preference(connection, SHORTENS),
        }
    )


def write_general_policy(connection: Connection, policy: ContextPolicy) -> None:
    write_preference(connection, KIND, policy.kind.value)
    write_preference(connection, COUNT, policy.count)
    write_preference(connection, LOW, policy.low_mark)
    write_preference(connection, SHORTENS, policy.shortens_results)
