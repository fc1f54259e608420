"""Questions to a model beside a conversation. They leave nothing in it, but what they cost is kept."""

from contextlib import aclosing

from app.chat.turn import TurnParts
from app.domain.context_window import estimate_tokens
from app.domain.errors import ReplyInterrupted
from app.domain.ids import ConversationId
from app.domain.model_facts import Price
from app.domain.usage import Usage
from app.providers.pieces import Request, TextPiece, UsagePiece
from app.store import usage as used


async def ask_aside(
    parts: TurnParts, conversation: ConversationId, request: Request, *, most_characters: int
) -> str:
    """Return the model's answer. Raises ProviderError; a longer answer than wanted is ReplyInterrupted."""
    texts: list[str] = []
    reported: Usage | None = None
    provider = await parts.provider.connected()
    try:
        async with aclosing(provider.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, TextPiece):
                    texts.append(piece.text)
                elif isinstance(piece, UsagePiece):
                    reported = piece.usage
                if sum(map(len, texts)) > most_characters:
                    raise ReplyInterrupted("The answer became longer than it was meant to be.")
    finally:
        if texts or reported:
            await _record(parts, conversation, request, "".join(texts), reported)
    return "".join(texts)


async def seal_aside(
    parts: TurnParts, conversation: ConversationId, request: Request
) -> tuple[str, ...] | None:
    """Return what the service wants to be sent in place of a conversation, or None if it has no such way."""
    provider = await parts.provider.connected()
    sealed = await provider.seal(request)
    if sealed is None:
        return None
    await _record(parts, conversation, request, "".join(sealed.items), sealed.usage)
    return sealed.items


async def _record(
    parts: TurnParts, conversation: ConversationId, request: Request, answer: str, reported: Usage | None
) -> None:
    price = await _price(parts, request.model) if reported else None
    await parts.archive.write(
        used.record_aside,
        conversation,
        request.model,
        reported or _estimate(request, answer),
        parts.now(),
        is_estimate=reported is None,
        cost=price.cost(reported) if price and reported else None,
    )


async def _price(parts: TurnParts, model: str) -> Price | None:
    settings = parts.provider.settings
    return (await parts.models.known(model, settings.origin)).facts.price if settings else None


def _estimate(request: Request, answer: str) -> Usage:
    given = sum(estimate_tokens(body) for body in (request.instructions or "", *request.items))
    return Usage(given, estimate_tokens(answer))
