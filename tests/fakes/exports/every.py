"""An export of every program that Sotto reads, as the files that a person would choose."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.fakes.exports import (
    agents_sdk,
    chatbox,
    chatgpt,
    cherry_studio,
    claude,
    gemini,
    jan,
    librechat,
    llm_logs,
    openwebui,
)


class Sample(NamedTuple):
    origin: str
    variant: str
    files: Callable[[], Mapping[str, bytes]]


def _chatgpt() -> dict[str, bytes]:
    told = [chatgpt.branched(), chatgpt.conversation(chatgpt.searched(), id="2", conversation_id="2")]
    files = chatgpt.conversation(chatgpt.with_files(), id="3", conversation_id="3")
    return {"conversations.json": chatgpt.exported([*told, files])}


def _claude() -> dict[str, bytes]:
    linear = claude.conversation([claude.asked("q", "Why?"), claude.worked(), claude.with_attachments()])
    linked = claude.linked({"q": None, "a": "q", "a2": "q"}, "a2", uuid="another")
    return {"conversations.json": claude.exported([linear, linked])}


def _openwebui() -> dict[str, bytes]:
    tree = openwebui.tree({"q": None, "a": "q", "a2": "q", "q2": "a2"}, "q2")
    answers = [openwebui.answered("b", "p", openwebui.folded()), openwebui.answered("b2", "p", "So.")]
    told = openwebui.wrapped(openwebui.chat([openwebui.asked("p", None, "Why?"), *answers]), id="another")
    return {"chats.json": openwebui.exported([tree, told])}


def _librechat() -> dict[str, bytes]:
    told = librechat.tree({"q": None, "a": "q", "a2": "q", "q2": "a2"}, recursive=True)
    return {"chat.json": librechat.exported(told)}


def _librechat_flat() -> dict[str, bytes]:
    told = librechat.tree({"q": None, "a": "q", "a2": "q"}, recursive=False)
    return {"chat.json": librechat.exported(told)}


def _gemini() -> dict[str, bytes]:
    asked = [gemini.entry(2, "How?", "<p>Thus.</p>", "<ul><li>Or so.</li></ul>"), gemini.entry(0, "Why?")]
    return {"MyActivity.json": gemini.exported([gemini.feedback(9), gemini.attached(3, "sky.png"), *asked])}


def _gemini_packed() -> dict[str, bytes]:
    return {"takeout.zip": gemini.packed([gemini.entry(0, "Why?", "<b>So.</b>")])}


def _gemini() -> dict[str, bytes]:
    told = [gemini.feedback(9), gemini.entry(5, "Why?", "<p>So <b>it</b> is.</p>"), gemini.entry(0, "Hello")]
    return {"MyActivity.json": gemini.exported([*told, gemini.attached(600, "sky.png")])}


def _sessions() -> dict[str, bytes]:
    entries = [agents_sdk.asked("Hello"), *agents_sdk.call_and_output(), agents_sdk.answered("Hi.")]
    return {"sessions.db": agents_sdk.database({"one": entries, "two": entries[:1]})}


def _branching_sessions() -> dict[str, bytes]:
    entries = [agents_sdk.asked("Hello"), agents_sdk.answered("Hi."), agents_sdk.answered("Ho.")]
    return {"s.db": agents_sdk.branching({"one": entries}, {"main": [0, 1], "other": [0, 2]}, (1, 5, 7, 12))}


def _markdown() -> dict[str, bytes]:
    return {"chat.md": b"# Bread\n\n## You\n\nWhat is *rye*?\n\n## ChatGPT\n\n```text\nA grain.\n```\n"}


EXPORTS: tuple[Sample, ...] = (
    Sample("chatgpt", "a file", _chatgpt),
    Sample("chatgpt", "packed", lambda: {"export.zip": chatgpt.packed([chatgpt.branched()])}),
    Sample("claude", "a file", _claude),
    Sample("claude", "packed", lambda: {"export.zip": claude.packed([claude.linked({"q": None}, "q")])}),
    Sample("open-webui", "a file", _openwebui),
    Sample("librechat", "recursive", _librechat),
    Sample("librechat", "flat", _librechat_flat),
    Sample("gemini", "a file", _gemini),
    Sample("gemini", "packed", _gemini_packed),
    Sample("jan", "a folder", jan.export),
    Sample("chatbox", "a file", lambda: {"exported-data.json": chatbox.file(chatbox.export())}),
    Sample("cherry-studio", "a folder", lambda: cherry_studio.files(cherry_studio.backup())),
    Sample("agents-sdk", "plain", _sessions),
    Sample("agents-sdk", "branching", _branching_sessions),
    Sample("llm", "newer", lambda: {"logs.db": llm_logs.newer().content()}),
    Sample("llm", "older", lambda: {"logs.db": llm_logs.older().content()}),
    Sample("markdown", "a file", _markdown),
)
