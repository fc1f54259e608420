"""What a person asks: words, prepared files, and what is set for the conversation along with it."""

from dataclasses import dataclass, field

from app.domain.attachment import PreparedFile
from app.domain.conversation import title_from_question
from app.domain.conversation_settings import ConversationSettings
from app.domain.text_pieces import whole_characters


@dataclass(frozen=True, slots=True)
class Question:
    """`own`, if given, holds for the conversation from this question on; `model` for its answer alone."""

    text: str = field(repr=False)
    files: tuple[PreparedFile, ...] = ()
    own: ConversationSettings | None = None
    model: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", whole_characters(self.text))

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and not self.files

    @property
    def title(self) -> str:
        """What a conversation is called that begins with it: files alone give their first name."""
        return title_from_question(self.text if self.text.strip() or not self.files else self.files[0].name)
