"""Has Inspecting's face: what a test or a picture says that the model sees."""

from collections.abc import Iterable

from app.domain.attachment import PreparedFile
from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.ids import ConversationId, ItemId, SummaryId
from app.domain.item import Role
from app.domain.ledger import Ledger, LeftOut, Reason, Span, SummarySent
from app.domain.told_context import (
    Form,
    NextRequest,
    ToldContext,
    ToldGap,
    ToldItem,
    ToldSummary,
)

_WORDS = (
    "How does the cooling curve change the blue in an iron celadon, and can you give me a small script?",
    "The blue comes from ferrous iron held in solution. Slow cooling lets crystals grow.",
    "And if my kiln cannot drop faster than 120 °C an hour?",
    "Then hold at 1180 °C for half an hour, which evens out what the slow drop would do.",
)


def an_item(position: int, **more: object) -> ToldItem:
    values = {
        "id": ItemId(f"item-{position}"),
        "position": position,
        "role": Role.PERSON if position % 2 else Role.MODEL,
        "kind": "message",
        "text": _WORDS[position % 4],
        "tokens": 40 + 7_919 * position % 700,
    }
    return ToldItem(**(values | more))


def told(
    length: int,
    first: int,
    *,
    summary: int = 0,
    pinned: Iterable[int] = (),
    policy: ContextPolicy | None = None,
    budget: int = 128_000,
    used: int = 48_000,
) -> ToldContext:
    """A history of so many items, sent from `first` on; the one before the last was left out by hand."""
    out = [LeftOut(Range(1, 1, first - 1), Reason.SUMMARISED if summary else Reason.OVER_BUDGET)]
    out = [] if first == 1 else out
    out.append(LeftOut(Range(1, length - 1, length - 1), Reason.EXCLUDED))
    items = tuple(
        an_item(at, form=Form.SHORTENED if at == first + 1 else Form.WHOLE, is_counted=at % 3 == 0)
        for at in range(first, length + 1)
        if at != length - 1
    )
    ledger = Ledger(
        "gpt-5",
        first,
        sent=(Span(1, first, length - 2), Span(1, length, length)),
        left_out=tuple(out),
        estimated_tokens=used,
        budget=budget,
        uncertainty=2_100,
        summary=SummarySent(SummaryId("s"), summary, "w") if summary else None,
        policy=policy or ContextPolicy(PolicyKind.FIT),
    )
    return ToldContext(
        ledger,
        True,
        "Be brief, and answer as one potter to another.",
        tuple(an_item(at, is_pinned=True) for at in pinned),
        ToldSummary(summary, "We spoke of glazes, of clay, and of how thick a celadon is to be.", tokens=310)
        if summary
        else None,
        items,
        tuple(ToldGap(part.items.first, part.items.last, part.reason) for part in out),
        instructions_tokens=16,
        error=0.12,
    )


class ScriptedInspecting:
    def __init__(self) -> None:
        self.coming = NextRequest(told(46, 39), 46, True, False)
        self.given: tuple[ToldContext, ...] = (told(30, 1),)
        self.asked: list[tuple[int, ...]] = []
        self.is_pinned: frozenset[ItemId] = frozenset()
        self.drafts: list[str] = []
        self.files: tuple[PreparedFile, ...] = ()

    async def next(
        self, _conversation: ConversationId, draft: str = "", files: tuple[PreparedFile, ...] = ()
    ) -> NextRequest:
        self.drafts.append(draft)
        self.files = files
        return self.coming

    async def given_to(self, _conversation: ConversationId, _reply: ItemId) -> tuple[ToldContext, ...]:
        return self.given

    async def left_out(
        self, _conversation: ConversationId, parts: tuple[Range, ...], _model: str
    ) -> tuple[ToldItem, ...]:
        positions = tuple(at for part in parts for at in range(part.first, part.last + 1))
        self.asked.append(positions)
        return tuple(an_item(at) for at in positions)

    async def pinned(self, _conversation: ConversationId) -> frozenset[ItemId]:
        return self.is_pinned
