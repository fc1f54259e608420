"""What was typed and not yet stored, conversation by conversation. None stands for the one not yet begun."""

from app.domain.ids import ConversationId

Place = ConversationId | None


class Drafts:
    """Lives in memory for as long as the window does."""

    def __init__(self) -> None:
        self._texts: dict[Place, str] = {}
        self._sent: dict[ConversationId, str] = {}

    def text(self, place: Place) -> str:
        return self._texts.get(place, "")

    def keep(self, place: Place, text: str) -> None:
        if text:
            self._texts[place] = text
        else:
            self._texts.pop(place, None)

    def sent(self, conversation_id: ConversationId, text: str) -> None:
        """Remember what is on its way to the disk."""
        self._sent[conversation_id] = text

    def stored(self, conversation_id: ConversationId, text: str) -> str:
        """Return what is left of `text` once the question is on disk: what was typed after it."""
        question = self._sent.pop(conversation_id, None)
        return text.removeprefix(question) if question else text

    def not_stored(self, conversation_id: ConversationId) -> None:
        """The question did not reach the disk: its text stays where it is."""
        self._sent.pop(conversation_id, None)
