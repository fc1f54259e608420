"""From a ledger back to the request that it is the record of: byte for byte, while its items are there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.candidate import text_alone
from app.domain.context_survey import summary_bodies
from app.domain.ledger import Ledger, Span, wording_name
from app.domain.shortening import shortened

Place = tuple[int, int, int]  # run, depth, revision


@dataclass(frozen=True, slots=True)
class SinceDeleted:
    """Stands where something was sent that is in the archive no more. A summary had no place of its own."""

    run: int | None
    depth: int


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a request was given, in its order."""

    ledger: Ledger
    bodies: tuple[str | SinceDeleted, ...] = field(repr=False)
    instructions: str | SinceDeleted | None = field(repr=False)

    @property
    def is_whole(self) -> bool:
        return not any(isinstance(part, SinceDeleted) for part in (*self.bodies, self.instructions))


def places_of(ledger: Ledger) -> Iterator[Place]:
    """Yield the places of all items that were sent, in their order."""
    for span in (*ledger.pinned, *ledger.sent):
        yield from ((span.run, depth, span.revision) for depth in range(span.first, span.last + 1))


def rebuild(ledger: Ledger, bodies: Mapping[Place, str], wordings: Mapping[str, str]) -> Rebuilt:
    """Put a request together again. `bodies` and `wordings` hold what is still there of it."""
    between: list[str | SinceDeleted] = []
    if ledger.summary:
        words = wordings.get(ledger.summary.wording)
        lost = SinceDeleted(None, ledger.summary.depth)
        between += [lost] if words is None else summary_bodies(words, is_sealed=ledger.summary.is_sealed)
    instructions: str | SinceDeleted | None = None
    if ledger.instructions:
        instructions = wordings.get(ledger.instructions, SinceDeleted(None, 0))
    return Rebuilt(
        ledger,
        (*_sent(ledger, ledger.pinned, bodies), *between, *_sent(ledger, ledger.sent, bodies)),
        instructions,
    )


def _sent(ledger: Ledger, given: Iterable[Span], bodies: Mapping[Place, str]) -> Iterator[str | SinceDeleted]:
    short = {(each.run, each.depth): each.characters for each in ledger.shortened}
    alone = {(each.run, each.depth): each.characters for each in ledger.unfinished}
    sealed = {(each.run, each.depth): each.sent for each in ledger.files}
    for span in given:
        for depth in range(span.first, span.last + 1):
            body = bodies.get((span.run, depth, span.revision))
            at = (span.run, depth)
            if body is None or (at in sealed and wording_name(body) != sealed[at]):
                yield SinceDeleted(span.run, depth)
            elif at in short:
                yield shortened(body, short[at])
            else:
                yield text_alone(body, alone[at]) if at in alone else body
