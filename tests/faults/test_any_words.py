"""Whatever a person or a program writes can be kept: no text is too odd for any place that holds words."""

from collections.abc import Callable, Iterator

import pytest

from app.domain.branch import Range
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import (
    AssistantId,
    AttachmentId,
    BranchId,
    ConversationId,
    FolderId,
    ItemId,
    NoteId,
    PromptId,
    ProviderId,
    SummaryId,
    UndoId,
)
from app.domain.item import ItemState, Role, question_body
from app.domain.library import Assistant, SavedPrompt, SavedProvider
from app.domain.preference import Preference
from app.domain.settings import ProviderSettings
from app.store import (
    assistants,
    attachments,
    blobs,
    conversations,
    drafts,
    folders,
    items,
    marks,
    notes,
    origins,
    preferences,
    prompts,
    providers,
    summaries,
    tags,
    titles,
)
from app.store.archive import Archive
from app.store.driver import Connection
from tests.unit.store.writing import end_of

A, Q = ConversationId("a"), ItemId("q")
ADDRESS = "https://example.org"
ODD = ["\ud83d", "\udc4d\ud83d", "a\0b", "\0", "'; --", '"', "\ufffe\uffff", "\u202e", "x" * 70_000, "👩‍👩‍👧"]


def keep_everywhere(connection: Connection, odd: str) -> None:
    """Write `odd` to every place that holds words. A name needs a letter of its own."""
    added = Conversation(A, BranchId("a"), odd, TitleSource.QUESTION, 1, 1)
    conversations.add_conversation(connection, added)
    items.add_item(
        connection,
        end_of(connection, BranchId("a")),
        item_id=Q,
        role=Role.PERSON,
        state=ItemState.COMPLETE,
        body=question_body(odd),
        now=1,
    )
    titles.title_by_model(connection, A, odd)
    titles.title_by_import(connection, A, odd)
    conversations.rename(connection, A, odd, 9)
    marks.set_settings(connection, A, {odd: odd})
    origins.set_origin(connection, A, odd, odd)
    origins.set_item_origin(connection, Q, odd, odd)
    folders.add_folder(connection, FolderId("f"), f"n{odd}", 1)
    folders.rename_folder(connection, FolderId("f"), f"m{odd}", UndoId("rf"), 1)
    tags.set_tags(connection, A, [f"n{odd}"], 9)
    tags.rename_tag(connection, tags.tags_of(connection, A)[0], f"m{odd}", UndoId("rt"), 1)
    drafts.keep_draft(connection, A, odd, 1)
    drafts.keep_draft(connection, None, odd, 1)
    notes.add_note(connection, NoteId("n"), A, Q, odd, 1)
    notes.change_note(connection, NoteId("n"), odd, UndoId("cn"), 2)
    prompts.keep_prompt(connection, SavedPrompt(PromptId("p"), f"n{odd}", odd), UndoId("kp"), 1)
    assistant = Assistant(AssistantId("s"), f"n{odd}", odd, odd, {odd: odd})
    assistants.keep_assistant(connection, assistant, UndoId("ka"), 1)
    service = ProviderSettings(ADDRESS, odd, name=f"n{odd}", headers=((odd, odd),), proxy=odd, ca_file=odd)
    provider = SavedProvider(ProviderId("v"), service)
    providers.keep_provider(connection, provider, 1)
    preferences.write_preference(connection, Preference("p", ""), odd)
    blob = blobs.add_blob(connection, [b"x"])
    attachments.add_attachment(connection, AttachmentId("t"), Q, blob, odd, odd)
    summary = SummaryId("y")
    summaries.add_summary(connection, summary, A, Q, odd, sources=(Range(1, 1, 1),), model="m", now=1)
    summaries.change_summary(connection, summary, odd, UndoId("cs"), 2)


def whole_texts(connection: Connection) -> Iterator[tuple[int, int]]:
    """The length of every text as the database counts it, and as it came back."""
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if "_words" in table or table.startswith("sqlite"):
            continue
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "TEXT"]
        for column in columns:
            for length, text in connection.execute(f"SELECT length({column}), {column} FROM {table}"):  # noqa: S608
                if text is not None:
                    yield length, len(text)


def texts_are_whole(connection: Connection) -> list[bool]:
    return [counted == given for counted, given in whole_texts(connection)]


@pytest.mark.parametrize("odd", ODD, ids=[ascii(each)[:20] for each in ODD])
async def test_any_text_can_be_kept_everywhere(archive: Archive, odd: str) -> None:
    await archive.write(keep_everywhere, odd)
    whole = await archive.read(texts_are_whole)
    assert len(whole) > 30
    assert all(whole)


def note_raw(connection: Connection, text: str) -> None:
    connection.execute("INSERT INTO setting (name, value) VALUES ('raw', ?)", (text,))


async def test_a_text_that_was_not_made_storable_is_seen(archive: Archive) -> None:
    write: Callable[[Connection, str], None] = note_raw
    await archive.write(write, "a\0b")
    assert await archive.read(texts_are_whole) == [True, False]
    with pytest.raises(UnicodeEncodeError):
        await archive.write(write, "\ud83d")
