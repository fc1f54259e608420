"""What was typed and not yet stored, conversation by conversation. None stands for the one not yet begun."""

from collections.abc import Callable, Mapping

from app.domain.ids import ConversationId

Place = ConversationId | None


class Drafts:
    """Knows all of them; `write` is told of every change, so that they outlive the window."""

    def __init__(self, write: Callable[[Place, str], None]) -> None:
        self._write = write
        self._texts: dict[Place, str] = {}
        self._sent: dict[ConversationId, tuple[Place, str]] = {}
        self._next: dict[Place, str] = {}

    def load(self, texts: Mapping[Place, str]) -> None:
        """Take up what an earlier run has kept. What has been typed since is newer."""
        self._texts = dict(texts) | self._texts

    def text(self, place: Place) -> str:
        return self._texts.get(place, "")

    def keep(self, place: Place, text: str) -> None:
        if text == self.text(place):
            return
        if text:
            self._texts[place] = text
        else:
            del self._texts[place]
        self._write(place, self._kept(place))

    def keep_next(self, place: Place, text: str) -> None:
        """Keep in front of the draft what is to be asked next, or no longer: it outlives the window too."""
        if text:
            self._next[place] = text
        else:
            self._next.pop(place, None)
        self._write(place, self._kept(place))

    def is_on_its_way(self, conversation_id: ConversationId) -> bool:
        """Whether a question of ours has not been stored yet."""
        return conversation_id in self._sent

    def sent(self, conversation_id: ConversationId, text: str, place: Place) -> None:
        """Remember what is on its way to the disk, and where it was typed."""
        self._sent[conversation_id] = (place, text)

    def stored(self, conversation_id: ConversationId, text: str) -> str:
        """Return what is left of `text` once the question is on disk: what was typed after it."""
        place, question = self._sent.pop(conversation_id, (conversation_id, ""))
        if place != conversation_id:
            self.keep(place, "")
        return text.removeprefix(question) if question else text

    def not_stored(self, conversation_id: ConversationId) -> None:
        """The question did not reach the disk: its text stays where it is."""
        self._sent.pop(conversation_id, None)

    def _kept(self, place: Place) -> str:
        return joined(self._next.get(place, ""), self.text(place))


def joined(first: str, second: str) -> str:
    """Return two texts as one, with an empty line between them if both say something."""
    return "\n\n".join(text for text in (first, second) if text)
