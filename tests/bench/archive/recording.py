"""The same plan, raw: what a question asked of SQLCipher, asked again with nothing made of the answers."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, cast

from app.store.driver import Connection


@dataclass(slots=True)
class Statement:
    """A statement, what it was given, and how many of its rows were taken."""

    sql: str
    given: Any
    taken: int = 0


@dataclass(slots=True)
class Recording:
    """Stands before a connection and notes what is asked of it."""

    connection: Connection
    statements: list[Statement] = field(default_factory=list)

    def execute(self, sql: str, given: Any = ()) -> "_Rows":  # noqa: ANN401
        statement = Statement(sql, given)
        self.statements.append(statement)
        return _Rows(self.connection.execute(sql, given), statement)


class _Rows:
    """A cursor that counts."""

    def __init__(self, cursor: Any, statement: Statement) -> None:  # noqa: ANN401
        self._cursor = cursor
        self._statement = statement

    def __iter__(self) -> Iterator[Any]:
        for row in self._cursor:
            self._statement.taken += 1
            yield row

    def fetchone(self) -> Any:  # noqa: ANN401
        self._statement.taken += 1
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        rows = self._cursor.fetchall()
        self._statement.taken += len(rows) + 1
        return cast(list[Any], rows)


def statements_of(connection: Connection, ask: Callable[[Connection], object]) -> list[Statement]:
    recording = Recording(connection)
    ask(cast(Connection, recording))
    return recording.statements


def replay(connection: Any, statements: list[Statement]) -> None:  # noqa: ANN401
    """Ask everything again, and take as many rows of each as were taken."""
    for statement in statements:
        with closing(connection.cursor()) as cursor:
            cursor.execute(statement.sql, statement.given)
            cursor.fetchmany(statement.taken)
