import pytest

from app.domain.errors import ProviderBroken, ProviderError, ReplyInterrupted, ReplyRefused
from app.providers.endings import require_usual_end


@pytest.mark.parametrize("reason", ["stop", "tool_calls", "completed", "eos", "end_turn"])
def test_an_end_is_an_end(reason: str) -> None:
    assert require_usual_end(reason) is None


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("length", ReplyInterrupted),
        ("max_output_tokens", ReplyInterrupted),
        ("content_filter", ReplyRefused),
        ("error", ProviderBroken),
    ],
)
def test_some_ends_come_before_the_end(reason: str, kind: type[ProviderError]) -> None:
    with pytest.raises(kind):
        require_usual_end(reason)
