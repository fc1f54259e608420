"""How SQLite goes about what it is asked."""

from collections.abc import Callable

from app.store.driver import Connection


def plans(connection: Connection, work: Callable[[], object]) -> dict[str, str]:
    """How SQLite goes about each statement of `work`; those of the index itself begin as comments."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    work()
    connection.set_trace_callback(None)
    return {
        statement: "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
        for statement in statements
        if not statement.startswith("--")
    }
