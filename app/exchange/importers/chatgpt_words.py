"""What a message of ChatGPT says, as text: each of the kinds of content that its export knows."""

from collections.abc import Iterator

from app.exchange.importers.links import link, with_sources, without_marks
from app.exchange.importers.values import (
    Values,
    as_text,
    mapping,
    mapping_at,
    mappings_at,
    number_at,
    sequence_at,
    text,
    text_at,
)

THOUGHTS = "thoughts"
RECAP = "reasoning_recap"
CUSTOM = "user_editable_context"
_FENCE = "```"
_LONGEST_MARK = 2000


def words_of(content: Values) -> str:
    """Return the text of a content of any kind; of a kind unknown, whatever text it has."""
    match content.get("content_type"):
        case "thoughts":
            return thoughts_of(content)
        case "tether_quote" | "sonic_webpage":
            return "\n\n".join(filter(None, (_page(content), text_at(content, "text", "snippet"))))
        case "system_error":
            return ": ".join(filter(None, (text_at(content, "name"), text_at(content, "text"))))
        case "tether_browsing_display":
            return text_at(content, "result", "summary")
        case _:
            named = text_at(content, "text", "result", "content", "summary", "model_set_context")
            return "\n\n".join(_parts(content)) or named


def code_of(content: Values) -> str:
    """Return code as Markdown shows it, where it is said to a person and not to a tool."""
    written = text_at(content, "text")
    language = text_at(content, "language")
    fence = _FENCE
    while fence in written and len(fence) < _LONGEST_MARK:
        fence += "`"
    return f"{fence}{'' if language == 'unknown' else language}\n{written}\n{fence}" if written else ""


def thoughts_of(content: Values) -> str:
    """Return reasoning in its order, each thought below what it was summed up with."""
    told = []
    for thought in mappings_at(content, "thoughts"):
        summary, whole = text_at(thought, "summary"), text_at(thought, "content")
        whole = whole or "\n".join(map(as_text, sequence_at(thought, "chunks")))
        told.append("\n\n".join(filter(None, (f"**{summary}**" if summary else "", whole))))
    return "\n\n".join(filter(None, told)) or text_at(content, "text", "content")


def custom_instructions(message: Values) -> str:
    """Return what a person has told of themselves and asked for, wherever the export keeps it."""
    content, kept = mapping_at(message, "content"), mapping_at(message, "metadata")
    plain = mapping_at(kept, "user_context_message_data")
    about = text_at(plain, "about_user_message") or text_at(content, "user_profile")
    wanted = text_at(plain, "about_model_message") or text_at(content, "user_instructions")
    return "\n\n".join(filter(None, (about.strip(), wanted.strip())))


def with_citations(said: str, metadata: Values) -> str:
    """Return a text in which the marks of its sources are links, and none is left that says nothing."""
    replacements = dict(_cited_by_place(said, metadata))
    foot: list[str] = []
    for reference in mappings_at(metadata, "content_references"):
        mark = text_at(reference, "matched_text")
        if mark.strip():
            replacements[mark] = _readable(reference)
        elif reference.get("type") == "sources_footnote":
            foot += map(_page, mappings_at(reference, "sources"))
    return with_sources(without_marks(said, replacements), foot)


def _cited_by_place(said: str, metadata: Values) -> Iterator[tuple[str, str]]:
    """Yield the marks that are known by where they stand, each with what is to stand there."""
    for cited in mappings_at(metadata, "citations"):
        start, end = (int(number_at(cited, name) or 0) for name in ("start_ix", "end_ix"))
        if 0 <= start < end <= min(len(said), start + _LONGEST_MARK):
            made = _page(mapping_at(cited, "metadata"))
            yield said[start:end], f" ({made})" if made else ""


def _readable(reference: Values) -> str:
    if alternative := text_at(reference, "alt"):
        return alternative
    items = [*mappings_at(reference, "items"), *mappings_at(reference, "fallback_items"), reference]
    known = list(dict.fromkeys(filter(None, map(_page, items))))
    return f" ({', '.join(known)})" if known else ""


def _parts(content: Values) -> Iterator[str]:
    for part in sequence_at(content, "parts"):
        said = text(part) or text_at(mapping(part), "text")
        if said:
            yield said


def _page(content: Values) -> str:
    return link(text_at(content, "title", "name", "domain"), text_at(content, "url"))
