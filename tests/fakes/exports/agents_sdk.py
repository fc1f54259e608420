"""Sessions as the OpenAI Agents SDK keeps them in SQLite: the plain kind, and the kind that branches."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

PLAIN = """
    CREATE TABLE {sessions} (
        session_id TEXT PRIMARY KEY,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE {messages} (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL,
        message_data TEXT NOT NULL,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        FOREIGN KEY (session_id) REFERENCES {sessions} (session_id) ON DELETE CASCADE
    );
    CREATE INDEX idx_{messages}_session_id ON {messages} (session_id, id);
"""
BRANCHING = """
    CREATE TABLE message_structure (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL,
        message_id INTEGER NOT NULL,
        branch_id TEXT NOT NULL DEFAULT 'main',
        message_type TEXT NOT NULL,
        sequence_number INTEGER NOT NULL,
        user_turn_number INTEGER,
        branch_turn_number INTEGER,
        tool_name TEXT,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE turn_usage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL,
        branch_id TEXT NOT NULL DEFAULT 'main',
        user_turn_number INTEGER NOT NULL,
        requests INTEGER DEFAULT 0,
        input_tokens INTEGER DEFAULT 0,
        output_tokens INTEGER DEFAULT 0,
        total_tokens INTEGER DEFAULT 0,
        input_tokens_details JSON,
        output_tokens_details JSON,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        UNIQUE(session_id, branch_id, user_turn_number)
    );
"""
BEGUN = "2026-03-01 10:00:"


class Written(str):
    """What stands in a row as it is, whether or not it is an item."""

    __slots__ = ()


def asked(text: str) -> dict[str, Any]:
    return {"content": text, "role": "user"}


def answered(text: str) -> dict[str, Any]:
    return {
        "id": f"msg_{text[:4]}",
        "content": [{"annotations": [], "text": text, "type": "output_text", "logprobs": []}],
        "role": "assistant",
        "status": "completed",
        "type": "message",
    }


def call_and_output() -> list[dict[str, Any]]:
    return [
        {"id": "rs_1", "summary": [{"text": "Look it up.", "type": "summary_text"}], "type": "reasoning"},
        {"arguments": '{"city":"Oslo"}', "call_id": "call_1", "name": "weather", "type": "function_call"},
        {"call_id": "call_1", "output": "Snow.", "type": "function_call_output"},
    ]


def database(
    conversations: Mapping[str, Any], sessions: str = "agent_sessions", messages: str = "agent_messages"
) -> bytes:
    """Plain sessions, each with its items."""
    with closing(sqlite3.connect(":memory:")) as connection:
        _fill(connection, conversations, sessions, messages)
        return connection.serialize()


def branching(
    conversations: Mapping[str, Any], branches: dict[str, list[int]], usage: tuple[int, ...] = ()
) -> bytes:
    """One session with branches, each a list of places among its messages; the usage is of its first turn."""
    with closing(sqlite3.connect(":memory:")) as connection:
        _fill(connection, conversations, "agent_sessions", "agent_messages")
        connection.executescript(BRANCHING)
        session, entries = next(iter(conversations.items()))
        number = 0
        for branch, places in branches.items():
            turn = 0
            for place in places:
                number += 1
                turn += isinstance(entries[place], dict) and entries[place].get("role") == "user"
                connection.execute(
                    "INSERT INTO message_structure (session_id, message_id, branch_id, message_type,"
                    " sequence_number, user_turn_number, branch_turn_number)"
                    " VALUES (?, ?, ?, 'user', ?, ?, ?)",
                    (session, place + 1, branch, number, turn, turn),
                )
        if usage:
            connection.execute(
                "INSERT INTO turn_usage (session_id, user_turn_number, requests, input_tokens, output_tokens,"
                " total_tokens) VALUES (?, 1, ?, ?, ?, ?)",
                (session, *usage),
            )
        connection.commit()
        return connection.serialize()


def _fill(
    connection: sqlite3.Connection, conversations: Mapping[str, Any], sessions: str, messages: str
) -> None:
    connection.executescript(PLAIN.format(sessions=sessions, messages=messages))
    second = 0
    for session, entries in conversations.items():
        begun = f"{BEGUN}{second:02}"
        for entry in entries:
            written = entry if isinstance(entry, Written | bytes) else json.dumps(entry)
            connection.execute(
                f"INSERT INTO {messages} (session_id, message_data, created_at) VALUES (?, ?, ?)",  # noqa: S608
                (session, written, f"{BEGUN}{second:02}"),
            )
            second += 1
        connection.execute(
            f"INSERT INTO {sessions} VALUES (?, ?, ?)",  # noqa: S608
            (session, begun, f"{BEGUN}{second:02}"),
        )
    connection.commit()
