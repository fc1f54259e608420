"""The responses that earlier versions of `llm` kept: a prompt and its answer in one row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.conversation_settings import ConversationSettings
from app.exchange.importers.bodies import NewItem, instructions, output, question
from app.exchange.importers.foreign_database import Row
from app.exchange.importers.llm_store import LlmStore, Told, ended
from app.exchange.importers.saying import Saying
from app.exchange.importers.tree import Account, Node, in_line
from app.exchange.importers.values import id_at, leftover, moment_at, text, text_at

_RESPONSE = (
    *("id", "model", "resolved_model", "prompt", "system", "response", "reasoning", "conversation_id"),
    *("options_json", "input_tokens", "output_tokens", "token_details", "duration_ms", "datetime_utc"),
)
_PLACED = (
    *("id", "model", "resolved_model", "prompt", "system", "response", "reasoning", "conversation_id"),
    *("duration_ms", "datetime_utc"),
)
_BETWEEN = "\n"


class _Given:
    """What was given with the prompts and came of them, by the response that it belongs to."""

    def __init__(self, store: LlmStore) -> None:
        self.store = store
        belonging = "response_id"
        self.files = store.grouped("prompt_attachments", belonging, "attachment_id", "order")
        self.fragments = store.grouped("prompt_fragments", belonging, "fragment_id", "order")
        self.instructions = store.grouped("system_fragments", belonging, "fragment_id", "order")
        self.calls = store.grouped("tool_calls", belonging, "id", "name", "arguments", "tool_call_id")
        self.results = store.grouped(
            "tool_results", belonging, "id", "name", "output", "tool_call_id", "exception"
        )
        self.result_files = store.grouped(
            "tool_results_attachments", "tool_result_id", "attachment_id", "order"
        )

    def asked(self, row: Row) -> str:
        return self._with(self.fragments, row, "prompt")

    def told(self, row: Row) -> str:
        return self._with(self.instructions, row, "system")

    def attached(self, row: Row) -> Iterator[str]:
        name = id_at(row, "id")
        yield from (id_at(each, "attachment_id") for each in self.files.get(name, ()))
        for result in self.results.get(name, ()):
            of_result = self.result_files.get(id_at(result, "id"), ())
            yield from (id_at(each, "attachment_id") for each in of_result)

    def _with(self, fragments: Mapping[str, list[Row]], row: Row, column: str) -> str:
        """Put the texts that were given by name before what was typed."""
        used = fragments.get(id_at(row, "id"), ())
        texts = [self.store.fragment(id_at(each, "fragment_id")) for each in used]
        return _BETWEEN.join(filter(None, (*texts, text(row[column]))))


def conversations(store: LlmStore, origin: str) -> Iterator[Told]:
    """Yield each conversation. A response that belongs to none is one by itself."""
    given = _Given(store)
    named = {id_at(row, "id"): text_at(row, "name") for row in store.rows("conversations", "id", "name")}
    lines: dict[str, list[Row]] = {}
    for row in store.rows("responses", *_RESPONSE):
        lines.setdefault(id_at(row, "conversation_id") or id_at(row, "id"), []).append(row)
    for name, rows in lines.items():
        rows.sort(key=lambda row: (moment_at(row, "datetime_utc") or 0, id_at(row, "id")))
        yield _told(Account(origin, name, named.get(name, "")), rows, given)


def _told(account: Account, rows: Sequence[Row], given: _Given) -> Told:
    told = given.told(rows[0])
    asked = [words for row in rows if (words := given.asked(row))]
    account = replace(account, settings=ConversationSettings(instructions=told or None))
    return Told(account, in_line(_nodes(rows, given, told)), {account.id: asked})


def _nodes(rows: Iterable[Row], given: _Given, before: str) -> Iterator[Node]:
    """Yield a node for each response. Instructions that are not those of before stand in front of it."""
    for row in rows:
        told = given.told(row)
        changed = [instructions(told)] if told and told != before else []
        before = told or before
        yield Node(id_at(row, "id"), None, tuple(_items(row, given, changed)))


def _items(row: Row, given: _Given, changed: Sequence[NewItem]) -> Iterator[NewItem]:
    """Yield what tools had said before, the question, and what the model made of them."""
    at, name = moment_at(row, "datetime_utc"), id_at(row, "id")
    yield from (replace(each, created_at=at) for each in changed)
    files = given.store.files(given.attached(row))
    for result in given.results.get(name, ()):
        said = text_at(result, "output") or text_at(result, "exception")
        yield output(id_at(result, "tool_call_id"), said, created_at=at)
    asked = given.asked(row)
    if asked or files:
        yield question(asked, created_at=at, files=files)
    saying = Saying(text_at(row, "resolved_model", "model"))
    saying.think(row["reasoning"])
    saying.say(row["response"])
    for call in given.calls.get(name, ()):
        saying.call(id_at(call, "tool_call_id"), text_at(call, "name"), call["arguments"])
    yield from saying.items(created_at=at, ended_at=ended(at, row), raw=leftover(row, _PLACED))
