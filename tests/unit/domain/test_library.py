import pytest

from app.domain.ids import AssistantId, FolderId, PromptId, ProviderId
from app.domain.library import Assistant, Folder, SavedPrompt, SavedProvider, Tag

CANARY = "canary-51c0"
KEPT = (
    Folder(FolderId("f"), CANARY),
    Tag(CANARY),
    SavedPrompt(PromptId("p"), CANARY, CANARY),
    Assistant(AssistantId("a"), CANARY, CANARY, "m", {"stop": CANARY}),
    SavedProvider(ProviderId("s"), CANARY, "https://example.org", {"note": CANARY}),
)


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: type(kept).__name__)
def test_the_repr_does_not_hold_a_persons_words(kept: object) -> None:
    assert CANARY not in repr(kept)
    assert CANARY in str([getattr(kept, name) for name in type(kept).__dataclass_fields__])  # type: ignore[attr-defined]
