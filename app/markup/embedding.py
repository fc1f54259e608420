"""A message's Markdown made fit to stand among others in one document, and how it was before.

Its headings come below the one that it stands under, its labels are its own, its code ends with it, and what
another program could take for HTML is only text, as it is in the window. Most messages need none of that,
and are not even read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.markup.sightings import Edit, Seeing, SeenHeading, Sight, TooIntricate

_LOWEST = 6
_LONGEST = 400_000  # of a message that is read; a longer one that would have to be is shown as it stands
_FENCES = ("```", "~~~")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
_HEADINGS = re.compile(r"^#{1,6}(?:[ \t]|$)", re.MULTILINE)
_INNER_HEADING = re.compile(r"^[ \t>*+\-\d.)]+#{1,6}(?:[ \t]|$)", re.MULTILINE)
_UNDERLINE = re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*(?=\n|\Z)")
_TAG = re.compile(r"<[A-Za-z/!?]")
_LABEL = re.compile(r"^[ \t>*+\-\d.)]*\[[^\[\]]+\]:", re.MULTILINE)
_RENAMED = re.compile(r"-m\d+\]")


class Restored(NamedTuple):
    """From `line` on, so many lines stand for these of before."""

    line: int
    lines: int
    before: Sequence[str]


class Embedded(NamedTuple):
    """A text, and what leads back to what it was."""

    text: str
    restored: Sequence[Restored] = ()


class Embedding:
    """Makes messages fit, each known by a number of its own. No heading in them is above `level`."""

    def __init__(self, level: int) -> None:
        self._level = level
        self._seeing = Seeing()

    def embedded(self, text: str, number: int) -> Embedded | None:
        """Return a text that is fit, or None for one that can only be shown as it stands.

        `text` must have line feeds alone, and no control characters.
        """
        has_code = ("`" in text and "```" in text) or ("~" in text and "~~~" in text)
        if not has_code and ("#" not in text or not _HEADINGS.search(text)) and not _may_reach_out(text):
            return Embedded(text)
        try:
            return self._changed(text, f"-m{number}")
        except TooIntricate:
            return None

    def _changed(self, text: str, suffix: str) -> Embedded | None:
        lines = text.split("\n")
        sight = self._look_in_parts(lines, suffix) or self._look(text, suffix)
        if not (sight.headings or sight.edits or sight.open_fence):
            return Embedded(text)
        made = _result(lines, _Changes(lines, sight.headings, sight.edits, self._level), sight.open_fence)
        return made if restore(made.text, made.restored) == text else None

    def _look(self, text: str, suffix: str) -> Sight:
        if len(text) > _LONGEST:
            raise TooIntricate
        return self._seeing.look(text, suffix)

    def _look_in_parts(self, lines: Sequence[str], suffix: str) -> Sight | None:
        """Read only the parts between blank lines that need it, where they can be told from each other."""
        parts = _parts(lines)
        if parts is None:
            return None
        texts = ["\n".join(lines[first:last]) for first, last in parts]
        defines = any("]:" in text and _LABEL.search(text) for text in texts)
        headings: list[SeenHeading] = []
        read: list[str] = []
        places: list[int] = []  # of the lines that are read, with the blank ones between
        for (first, last), text in zip(parts, texts, strict=True):
            if (defines and "[" in text) or _may_reach_out(text):
                if text[0] in " \t":
                    return None
                read.append(text)
                places += (*range(first, last), last)
            elif "#" in text:
                headings += _simple_headings(lines, first, last)
        if not read:
            return Sight(headings, (), "")
        sight = self._look("\n\n".join(read), suffix)
        headings += (
            each._replace(first=places[each.first], last=places[each.last - 1] + 1) for each in sight.headings
        )
        return Sight(headings, [edit._replace(line=places[edit.line]) for edit in sight.edits], "")


def restore(text: str, restored: Sequence[Restored]) -> str:
    """Return what a text was. Raises ValueError where it is not the one that was made."""
    lines = text.split("\n")
    for line, count, before in reversed(restored):
        if not 0 <= line <= line + count <= len(lines):
            raise ValueError("There are no such lines.")
        lines[line : line + count] = before
    return "\n".join(lines)


def _may_reach_out(text: str) -> bool:
    """Whether anything but code and simple headings might; said of a few too many, but of none too few."""
    return (  # a single sign is looked for many times as fast as two
        ("<" in text and _TAG.search(text) is not None)
        or ("]" in text and (_LABEL.search(text) is not None or _RENAMED.search(text) is not None))
        or ("#" in text and _INNER_HEADING.search(text) is not None)
        or ("\n" in text and _is_underlined(text))
    )


def _is_underlined(text: str) -> bool:
    """Whether a line of signs alone stands right below words; below nothing it is a rule."""
    return any(found.start() and text[found.start() - 1] != "\n" for found in _UNDERLINE.finditer(text))


def _parts(lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return what stands between blank lines, from line to line, without code; None if not all is plain."""
    parts: list[tuple[int, int]] = []
    fence, begun = "", -1
    for number, line in enumerate(lines):
        is_code = bool(fence)
        if fence:
            if line.startswith(fence) and not line.rstrip(" \t").strip(fence[0]):
                fence = ""
        elif line.startswith(_FENCES):
            is_code, fence = True, line[: len(line) - len(line.lstrip(line[0]))]
            if fence[0] == "`" and "`" in line[len(fence) :]:
                return None
        elif "```" in line or "~~~" in line:
            return None
        if is_code or not line or line.isspace():
            if begun >= 0:
                parts.append((begun, number))
            begun = -1
        elif begun < 0:
            begun = number
    if begun >= 0:
        parts.append((begun, len(lines)))
    return None if fence else parts


def _simple_headings(lines: Sequence[str], first: int, last: int) -> Iterator[SeenHeading]:
    for number in range(first, last):
        if lines[number].startswith("#") and (found := _HEADING.match(lines[number])):
            yield SeenHeading(number, number + 1, len(found[1]), False, "")


class _Changes:
    """The lines of a text as they are to be, by the number of the first line that each stands for."""

    def __init__(
        self, lines: Sequence[str], headings: Sequence[SeenHeading], edits: Sequence[Edit], level: int
    ) -> None:
        self._lines = lines
        self._by: dict[int, tuple[int, list[str]]] = {}
        by_line: dict[int, list[Edit]] = defaultdict(list)
        for edit in edits:
            by_line[edit.line].append(edit)
        down = max(0, level - min((heading.level for heading in headings), default=level))
        for heading in headings if down else ():
            lower = min(_LOWEST, heading.level + down)
            if heading.is_underlined:
                new = _written_anew(lines, heading, lower, by_line)
                self._by[heading.first] = (heading.last - heading.first, new)
            elif lower > heading.level:
                place = lines[heading.first].index("#")
                by_line[heading.first].append(
                    Edit(heading.first, place, place, "#" * (lower - heading.level))
                )
        for line, those in by_line.items():
            self._by.setdefault(line, (1, [_edited(lines[line], those)]))

    def __iter__(self) -> Iterator[tuple[int, int, list[str]]]:
        """Yield where a change begins, for how many lines it stands, and what they become."""
        for line in sorted(self._by):
            count, new = self._by[line]
            yield line, count, new


def _result(lines: list[str], changes: _Changes, open_fence: str) -> Embedded:
    restored: list[Restored] = []
    made: list[str] = []
    done = 0
    for line, count, new in changes:
        made += lines[done:line]
        restored.append(Restored(len(made), len(new), lines[line : line + count]))
        made += new
        done = line + count
    made += lines[done:]
    if open_fence:
        restored.append(Restored(len(made), 1, ()))
        made.append(open_fence)
    return Embedded("\n".join(made), restored)


def _written_anew(
    lines: Sequence[str], heading: SeenHeading, level: int, by_line: dict[int, list[Edit]]
) -> list[str]:
    """Write a heading that was underlined, and may be that only down to the second level, with signs."""
    words: list[str] = []
    lead = ""
    for number, content in enumerate(heading.words.split("\n"), heading.first):
        line = lines[number]
        begins = len(line.rstrip()) - len(content.strip())
        if line[begins:].strip() != content.strip():
            raise TooIntricate
        lead = lead if words else line[:begins]
        words.append(_edited(line, by_line.pop(number, []))[begins:].strip())
    signs, text = "#" * level, " ".join(words)
    under = lines[heading.last - 1]
    closing = f" {signs}" if text.endswith("#") else ""
    return [f"{lead}{signs} {text}{closing}", under[: len(under) - len(under.lstrip(" \t>"))].rstrip()]


def _edited(line: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        line = line[: edit.first] + edit.becomes + line[edit.last :]
    return line
