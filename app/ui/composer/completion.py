"""Where in a text something is begun that could be completed: `/name` at any word, `@name` at the beginning.

Only a message that begins with an assistant's name is for that assistant.
"""

from dataclasses import dataclass, field

ASSISTANT, PROMPT = "@", "/"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Begun:
    """`start` is where the sign stands, `typed` what follows it up to the cursor."""

    sign: str
    start: int
    typed: str = field(repr=False)


def begun_at(text: str, cursor: int) -> Begun | None:
    """Return what is begun in front of the cursor, if anything is."""
    before = text[max(0, cursor - _LONGEST) : cursor]
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    start = cursor - len(word)
    is_whole = start == 0 or text[start - 1].isspace()
    if word.startswith(PROMPT) and PROMPT not in word[1:] and is_whole:
        return Begun(PROMPT, start, word[1:])
    if text.startswith(ASSISTANT) and 0 < cursor <= _LONGEST and "\n" not in text[:cursor]:
        return Begun(ASSISTANT, 0, text[1:cursor])
    return None
