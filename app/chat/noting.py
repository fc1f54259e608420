"""What a person notes about a conversation as a whole. No model is given it, and it is found by searching."""

from app.chat.keeping import Keeping
from app.domain.ids import ConversationId, NoteId, UndoId
from app.domain.note import Note
from app.store import notes


class Noting:
    """Lives on the loop's thread."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    async def text(self, conversation: ConversationId) -> str:
        """Return what was noted about the conversation; nothing where nothing was."""
        note = await self._first(conversation)
        return note.text if note else ""

    async def keep(self, conversation: ConversationId, text: str) -> None:
        """Note this about the conversation, in place of what was noted before."""
        parts, note = self._keeping.of(conversation), await self._first(conversation)
        undo, now, write = UndoId(parts.ids.next()), parts.now(), parts.archive.write
        if note is None and text.strip():
            await write(notes.add_note, NoteId(parts.ids.next()), conversation, None, text, now)
        elif note and not text.strip():
            await write(notes.remove_note, note.id, undo, now)
        elif note and text != note.text:
            await write(notes.change_note, note.id, text, undo, now)

    async def _first(self, conversation: ConversationId) -> Note | None:
        kept = await self._keeping.of(conversation).archive.read(notes.notes_of, conversation)
        return next((note for note in kept if note.item is None), None)
