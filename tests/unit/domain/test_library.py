from dataclasses import asdict

import pytest

from app.domain.ids import AssistantId, FolderId, PromptId, ProviderId
from app.domain.library import Assistant, Folder, SavedPrompt, SavedProvider, Tag
from app.domain.settings import ProviderSettings

CANARY = "canary-51c0"
SERVICE = ProviderSettings(
    "https://example.org", "m", name=CANARY, headers=(("a", CANARY),), proxy=f"http://{CANARY}"
)
KEPT = (
    Folder(FolderId("f"), CANARY),
    Tag(CANARY),
    SavedPrompt(PromptId("p"), CANARY, CANARY),
    Assistant(AssistantId("a"), CANARY, CANARY, "m", {"stop": CANARY}),
    SavedProvider(ProviderId("s"), SERVICE),
)


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: type(kept).__name__)
def test_the_repr_does_not_hold_a_persons_words(kept: object) -> None:
    assert CANARY not in repr(kept)
    assert CANARY in str(asdict(kept))  # type: ignore[call-overload]
