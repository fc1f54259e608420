"""`sotto search`: what the window's search finds, the newest first."""

from argparse import Namespace
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, assert_never

from app.chat.searching import Searching
from app.domain.search import Hit, ItemHit, NoteHit, TitleHit
from app.system.clock import now_us
from app.system.profile import Profile
from app.verbs.exit_codes import EXIT_DONE, EXIT_NOTHING_FOUND
from app.verbs.moments import minute
from app.verbs.opened import opened_profile
from app.verbs.output import Output, single_line


class _Hits:
    """The hits as they are found, up to a limit, and how many there have been."""

    def __init__(self, searching: Searching, text: str, limit: int) -> None:
        self._searching = searching
        self._text = text
        self._limit = limit
        self.count = 0

    async def found(self) -> AsyncGenerator[Hit, None]:
        async for page in self._searching.search(self._text):
            for hit in page.hits[: self._limit - self.count]:
                self.count += 1
                yield hit
            if self.count == self._limit:
                return


async def search(options: Namespace, profile: Profile, output: Output) -> int:
    async with opened_profile(profile, options.answer, "sotto search") as opened:
        limit = 1 if options.quiet else options.limit
        hits = _Hits(Searching(opened.archive, now_us), " ".join(options.text), limit)
        async with aclosing(hits.found()) as found:
            if options.quiet:
                _ = [hit async for hit in found]
            elif options.json:
                await output.write_json_list(_values(hit) async for hit in found)
            else:
                async for hit in found:
                    await _print(hit, output)
    return EXIT_DONE if hits.count else EXIT_NOTHING_FOUND


async def _print(hit: Hit, output: Output) -> None:
    match hit:
        case ItemHit():
            beside = [hit.title, f"item {hit.item_id}"]
        case NoteHit():
            beside = [hit.title, "note"]
        case TitleHit():
            beside = ["title"]
        case _:
            assert_never(hit)
    await output.write_line(
        f"{minute(_moment(hit))}  {hit.conversation_id}  {single_line(', '.join(beside))}"
    )
    await output.write_marked(hit.snippet.text, hit.snippet.marks)
    await output.write_line()


def _moment(hit: Hit) -> int:
    return hit.created_at if isinstance(hit, ItemHit) else hit.changed_at


def _values(hit: Hit) -> dict[str, Any]:
    values: dict[str, Any] = {
        "conversation": hit.conversation_id,
        "at": _moment(hit),
        "snippet": hit.snippet.text,
        "marks": hit.snippet.marks,
    }
    match hit:
        case ItemHit():
            item = {"item": hit.item_id, "role": hit.role, "author": hit.author, "model": hit.model}
            return {"found": "message", "title": hit.title, **values, **item, "shared_with": hit.shared_with}
        case NoteHit():
            return {"found": "note", "title": hit.title, **values, "note": hit.note_id, "item": hit.item_id}
        case TitleHit():
            return {"found": "title", "title": hit.snippet.text, **values}
        case _:
            assert_never(hit)
