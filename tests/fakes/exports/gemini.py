"""Gemini's log in Google Takeout as it is known: newest first, one entry for each question."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

Values = dict[str, Any]

START = datetime(2024, 5, 6, 7, 8, 9, 123_000, tzinfo=UTC)


def entry(minute: float, asked: str, *answers: str, prefix: str = "Prompted ", **more: object) -> Values:
    """What was asked so many minutes after the beginning, and the answers to it, in HTML."""
    at = (START + timedelta(minutes=minute)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    told: Values = {
        "header": "Gemini Apps",
        "title": prefix + asked,
        "time": at,
        "products": ["Gemini Apps"],
        "activityControls": ["Gemini Apps Activity"],
    }
    if answers:
        told["safeHtmlItem"] = [{"html": answer} for answer in answers]
    return told | more


def feedback(minute: float) -> Values:
    return entry(minute, "Gave feedback: Good response", prefix="")


def attached(minute: float, name: str) -> Values:
    """A question with a file, which the log names below it and once more for pictures."""
    place = f"{name.rpartition('.')[0]}-1a2b.{name.rpartition('.')[2]}"
    below = [{"name": "Attached 1 file."}, {"name": f"-  {name}", "url": place}]
    return entry(minute, "What is this?", "<p>A sky.</p>", subtitles=below, imageFile=place)


def place_of(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}-1a2b.{ending}"


def exported(entries: Sequence[Any]) -> bytes:
    return json.dumps(list(entries), ensure_ascii=False).encode()


def packed(entries: Sequence[Any], files: Mapping[str, bytes] | None = None) -> bytes:
    folder = "Takeout/My Activity/Gemini Apps"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/archive_browser.html", "<html></html>")
        archive.writestr(f"{folder}/MyActivity.json", exported(entries))
        for name, content in (files or {}).items():
            archive.writestr(f"{folder}/{name}", content)
    return target.getvalue()


def page() -> bytes:
    """The log as a page, which is what Takeout gives where nobody asks for JSON."""
    cell = (
        '<div class="outer-cell mdl-cell"><p class="mdl-typography--title">Gemini Apps</p>Prompted Why?</div>'
    )
    return f"<!DOCTYPE html><html><body>{cell}</body></html>".encode()
