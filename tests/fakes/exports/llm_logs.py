"""The log of the command `llm`: the threads of newer versions, the responses of older ones, or both."""

import json
import sqlite3
from contextlib import closing
from typing import Any

SHARED = """
    CREATE TABLE "attachments" ("id" TEXT PRIMARY KEY, "type" TEXT, "path" TEXT, "url" TEXT, "content" BLOB);
    CREATE TABLE "fragments" ("id" INTEGER PRIMARY KEY, "hash" TEXT, "content" TEXT);
"""
RESPONSES = """
    CREATE TABLE "conversations" ("id" TEXT PRIMARY KEY, "name" TEXT, "model" TEXT);
    CREATE TABLE "responses" (
        "id" TEXT PRIMARY KEY, "model" TEXT, "prompt" TEXT, "system" TEXT, "prompt_json" TEXT,
        "options_json" TEXT, "response" TEXT, "response_json" TEXT, "conversation_id" TEXT,
        "duration_ms" INTEGER, "datetime_utc" TEXT, "input_tokens" INTEGER, "output_tokens" INTEGER,
        "token_details" TEXT, "schema_id" TEXT, "resolved_model" TEXT, "reasoning" TEXT
    );
    CREATE TABLE "prompt_attachments" ("response_id" TEXT, "attachment_id" TEXT, "order" INTEGER);
    CREATE TABLE "prompt_fragments" ("response_id" TEXT, "fragment_id" INTEGER, "order" INTEGER);
    CREATE TABLE "system_fragments" ("response_id" TEXT, "fragment_id" INTEGER, "order" INTEGER);
    CREATE TABLE "tool_calls" (
        "id" INTEGER PRIMARY KEY, "response_id" TEXT, "tool_id" INTEGER, "name" TEXT, "arguments" TEXT,
        "tool_call_id" TEXT
    );
    CREATE TABLE "tool_results" (
        "id" INTEGER PRIMARY KEY, "response_id" TEXT, "tool_id" INTEGER, "name" TEXT, "output" TEXT,
        "tool_call_id" TEXT, "instance_id" INTEGER, "exception" TEXT
    );
    CREATE VIRTUAL TABLE "responses_fts" USING FTS5 ("prompt", "response", content="responses");
    CREATE TRIGGER "responses_ai" AFTER INSERT ON "responses" BEGIN
        INSERT INTO "responses_fts" (rowid, "prompt", "response")
        VALUES (new.rowid, new."prompt", new."response");
    END;
"""
THREADS = """
    CREATE TABLE "messages" (
        "hash" TEXT PRIMARY KEY, "parent_hash" TEXT, "role" TEXT, "provider_metadata" TEXT
    );
    CREATE TABLE "parts" (
        "id" INTEGER PRIMARY KEY, "message_hash" TEXT, "position" INTEGER, "type" TEXT, "tool_name" TEXT,
        "text" TEXT, "payload" TEXT
    );
    CREATE UNIQUE INDEX "idx_parts" ON "parts" ("message_hash", "position");
    CREATE TABLE "threads" (
        "id" TEXT PRIMARY KEY, "name" TEXT, "tip_message_hash" TEXT, "forked_from" TEXT, "datetime_utc" TEXT
    );
    CREATE TABLE "turns" (
        "id" TEXT PRIMARY KEY, "thread_id" TEXT, "parent_message_hash" TEXT, "tip_message_hash" TEXT,
        "model" TEXT, "resolved_model" TEXT, "options_json" TEXT, "schema_id" TEXT, "input_tokens" INTEGER,
        "output_tokens" INTEGER, "token_details" TEXT, "duration_ms" INTEGER, "datetime_utc" TEXT,
        "response_json" TEXT
    );
    CREATE VIEW "message_tree" AS SELECT hash, parent_hash FROM messages;
"""
FRAGMENT = "A text that is used often."
FILE = b"notes of the day"


def text(said: str) -> dict[str, Any]:
    return {"type": "text", "text": said}


class Log:
    """A log that grows. What is added gets a second more than what came before it."""

    def __init__(self, *schemas: str) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._second = 0
        for schema in (SHARED, *schemas):
            self._connection.executescript(schema)
        self._add("fragments", id=1, hash="f", content=FRAGMENT)
        self._add("attachments", id="held", type="text/plain", path="/private/day.txt", content=FILE)
        self._add("attachments", id="away", type="image/png", path="/private/away.png")

    def message(self, name: str, parent: str | None, role: str, *parts: dict[str, Any]) -> None:
        self._add("messages", hash=f"b2:{name}", parent_hash=parent and f"b2:{parent}", role=role)
        for position, part in enumerate(parts):
            left = dict(part)
            kind = left.pop("type")
            said = left.pop("text", None)
            written = json.dumps(left) if left else None
            columns = {"message_hash": f"b2:{name}", "position": position, "type": kind, "payload": written}
            self._add("parts", tool_name=left.get("name"), text=said, **columns)

    def thread(self, name: str, tip: str, forked_from: str | None = None, title: str | None = None) -> None:
        """As with the real ones, the ids of a thread and of an earlier conversation may be one."""
        self._add(
            "threads",
            id=name,
            name=title,
            tip_message_hash=f"b2:{tip}",
            forked_from=forked_from,
            datetime_utc=self._now(" "),
        )

    def turn(self, thread: str, parent: str, tip: str, model: str = "small") -> None:
        self._add(
            "turns",
            id=f"turn-{thread}-{tip}",
            thread_id=thread,
            parent_message_hash=f"b2:{parent}",
            tip_message_hash=f"b2:{tip}",
            model=model,
            input_tokens=5,
            output_tokens=7,
            duration_ms=1500,
            datetime_utc=self._now("T"),
        )

    def conversation(self, name: str, title: str) -> None:
        self._add("conversations", id=name, name=title, model="small")

    def response(
        self, name: str, conversation: str | None, prompt: str, response: str, **more: object
    ) -> None:
        columns = {"prompt": prompt, "response": response, "model": "small", "duration_ms": 1500}
        at = self._now("T")
        self._add("responses", id=name, conversation_id=conversation, datetime_utc=at, **(columns | more))

    def beside(self, table: str, response: str, **columns: object) -> None:
        self._add(table, response_id=response, **columns)

    def content(self) -> bytes:
        with closing(self._connection):
            self._connection.commit()
            return self._connection.serialize()

    def _now(self, between: str) -> str:
        self._second += 1
        return f"2026-03-01{between}10:00:{self._second:02}.500000+00:00"

    def _add(self, table: str, **columns: object) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        self._connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({places})',  # noqa: S608
            tuple(columns.values()),
        )


def newer() -> Log:
    """A thread of two turns, its fork, and one that has nothing in common with them but how it begins."""
    log = Log(THREADS)
    log.message("system", None, "system", text("Be brief."))
    given = {"type": "text", "text_ref": [{"fragment": 1}, {"literal": "\nHello"}]}
    file = {"type": "attachment", "attachment": {"id": "held"}}
    log.message("q1", "system", "user", given, file)
    log.message("a1", "q1", "assistant", {"type": "reasoning", "text": "Hm."}, text("Hi."))
    log.turn("t1", "q1", "a1")
    log.message("q2", "a1", "user", text("Look it up."))
    call = {"type": "tool_call", "name": "search", "arguments": {"q": 1}, "tool_call_id": "c1"}
    log.message("a2", "q2", "assistant", text("A moment."), call)
    log.turn("t1", "q2", "a2")
    result = {"type": "tool_result", "name": "search", "output": "Found.", "tool_call_id": "c1"}
    log.message("r2", "a2", "tool", result)
    signed = text("There.") | {"provider_metadata": {"signature": "abc"}}
    log.message("a3", "r2", "assistant", signed)
    log.turn("t1", "r2", "a3", model="large")
    log.thread("t1", "a3", title="Hello")
    log.message("b2", "q2", "assistant", text("No."))
    log.thread("t2", "b2", forked_from="t1", title="Another way")
    log.message("x1", "system", "user", text("Alone"))
    log.message("x2", "x1", "assistant", text("Indeed."))
    log.turn("t3", "x1", "x2")
    log.thread("t3", "x2")
    return log


def older(log: Log | None = None) -> Log:
    log = log or Log(RESPONSES)
    log.conversation("c1", "Greetings")
    log.response("r1", "c1", "Hello", "Hi.", system="Be brief.", reasoning="Hm.", input_tokens=5)
    log.beside("prompt_fragments", "r1", fragment_id=1, order=0)
    log.beside("prompt_attachments", "r1", attachment_id="held", order=0)
    log.response("r2", "c1", "Look it up.", "A moment.")
    log.beside("tool_calls", "r2", name="search", arguments='{"q": 1}', tool_call_id="c1")
    log.response("r3", "c1", "", "There.", system="Be kind.")
    log.beside("tool_results", "r3", name="search", output="Found.", tool_call_id="c1")
    log.response("r4", None, "Alone", "Indeed.")
    return log
