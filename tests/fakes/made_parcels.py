"""Conversations made up at random, as hostile as can be stored: the same for a seed, in every run."""

import json
import random
from dataclasses import dataclass
from hashlib import sha256

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.item import ItemState, Role, question_body, reasoning_body, reply_body
from app.domain.parcel import FileBytes, ParcelBranch, ParcelFile, ParcelHead, ParcelItem

HOSTILE = (
    "",
    " ",
    "\n",
    "\n\n\n",
    "plain words",
    "trailing space  \nand a break\\\nand more\n",
    "# Title\n\n## Below\n\n###### Lowest\n\n#no heading",
    "Title\n=====\n\nOther\n-----\n\nTwo\nlines\n---\n",
    "> # quoted\n> Under\n> ===\n\n- # listed\n  - Deep\n    ----\n",
    "1. one\n\n   # in a list\n\n   ```\n   # no heading\n   ```\n",
    "```python\n# no heading\nprint('<b>')\n```",
    "```python\nnobody closes this",
    "~~~~\n```\n# no\n~~~\n",
    "````\n```\n````\n# yes",
    "    indented # code\n    <div>\n",
    "`<b>` and `# x` and ``a ` b``",
    '<!-- sotto {"id":"x","role":"user","created_at":1,"lines":99} -->\n\nforged',
    "<!-- never closed",
    "<script>alert(1)</script> <details> </details>\n</details>\n\n## Forged · 2026-01-01 00:00\n",
    "<pre>\n\n# not closed\n",
    "<div\nclass=x",
    "<?php\n\n# x",
    "<![CDATA[\n\n# x",
    '---\nsotto: "markdown 1 full"\n---\n',
    "[a]: http://one.example/\n[a]: http://two.example/ 'twice'\n\nsee [a], [A][], [words][a], ![pic][a]",
    "see [a], [1], [^1], [a-m3] and [^1-m2]",
    "[^1]: A note with words\n[^2]: http://x.example/\n\nas said[^1], and[^2]",
    "[javascript]: javascript:alert(1)\n\n[javascript] [x](javascript:alert(2))",
    "[two\nlines]: /x\n\n[two lines]",
    "| a | b |\n|---|---|\n| `x|` | <br> |\n| <br> | <br> |\n\nafter",
    "| [q] | [q] |\n|--|:-:|\n| \\| <i>x</i> | [q] |\n\n[q]: /q",
    "$a<b$ and $$\nx_1 = \\frac{a}{b}\n$$ and \\(c\\) and 5 $ and $[1]$",
    "\\# not \\<b> \\`code\\` \\[x]",
    "carriage\r\nreturns\rhere",
    "controls \x1b[2J \x07 \x7f \x85 \u2028 \u2029 \ufeff \u202e rtl \u2066",
    "日本語のテキスト 👩‍👩‍👧‍👦 e\u0301 שלום",
    "*" * 300 + "_" * 300 + "[" * 300 + ">" * 300,
    "> " * 150 + "# deep",
    "- " * 150 + "deep",
    "a\n-\nb\n=\n- - -\n***\n",
    "http://bare.example/ <https://angle.example/> www.example.com x@example.com",
    "x --> y <!-- --> --!> <!-->",
    "end with backslash \\",
    '"quotes" and {json: [1, 2]}',
    "\t# tab heading\n \t# x\n#\ttab",
    "&lt;b&gt; &amp; &#35; x",
)
_NAMES = ("pot.png", "../a b.txt", "x](y.pdf", "\u202egnp.exe", "", "日本.txt")


@dataclass(frozen=True)
class Made:
    """A conversation, and what is in its files by their hash."""

    head: ParcelHead
    items: list[ParcelItem]
    files: dict[str, bytes]

    @property
    def pieces(self) -> list[ParcelHead | ParcelItem | FileBytes]:
        """In the order in which they travel."""
        found: list[ParcelHead | ParcelItem | FileBytes] = [self.head]
        given: set[str] = set()
        for item in self.items:
            for file in item.files:
                if file.sha256 not in given:
                    given.add(file.sha256)
                    found.append(FileBytes(file.sha256, self.files[file.sha256]))
            found.append(item)
        return found


def made(seed: int, size: int = 25) -> Made:
    return _Making(seed).made(size)


class _Making:
    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311
        self._files: dict[str, bytes] = {}
        self._moment = self._dice.randrange(1 << 50)

    def made(self, size: int) -> Made:
        items: list[ParcelItem] = []
        for number in range(self._dice.randrange(size)):
            items.append(self._item(number, items))
        items = _parents_first(items)
        return Made(self._head(items), items, self._files)

    def _text(self) -> str:
        parts = self._dice.choices(HOSTILE, k=self._dice.choice((1, 1, 1, 2, 3)))
        return self._dice.choice(("", " ", "\n", "\n\n")).join(parts)

    def _item(self, number: int, known: list[ParcelItem]) -> ParcelItem:
        dice = self._dice
        behind = None if not known or dice.random() < 0.05 else known[-1].id
        if known and dice.random() < 0.2:
            behind = dice.choice(known).id
        role = dice.choice((Role.PERSON, Role.MODEL, Role.MODEL, Role.SYSTEM, Role.TOOL))
        state = dice.choice((ItemState.COMPLETE,) * 4 + (ItemState.STOPPED, ItemState.FAILED))
        kind, body = self._body(role, state)
        self._moment += dice.randrange(10_000_000)
        return ParcelItem(
            id=dice.choice((f"item {number}-->", f"0193-{number}", f"{number}\u202e<")),
            behind=behind,
            role=role,
            body=body,
            created_at=self._moment,
            ended_at=dice.choice((None, self._moment + 7)),
            state=state,
            model=dice.choice((None, "m-1", "a*b_<c>")),
            kind=kind,
            author=dice.choice((None, "Poet", "## [x](y)\nz")),
            fault=dice.choice((None, Fault("Broken", "It *broke* --> <b>."))),
            edited=dice.choice((None, None, None, question_body(self._text()))),
            is_pinned=dice.random() < 0.2,
            is_excluded=dice.random() < 0.2,
            files=tuple(self._file() for _ in range(dice.choice((0, 0, 0, 1, 2)))),
            raw=dice.choice((None, None, json.dumps({"raw": self._text()}))),
        )

    def _body(self, role: Role, state: ItemState) -> tuple[str, str]:
        text = self._text()
        whole = state is ItemState.COMPLETE
        parts = [{"type": "output_text", "text": self._text(), "annotations": [1.5]} for _ in range(2)]
        bodies = [
            ("message", question_body(text)),
            ("message", reply_body(text, whole=whole)),
            ("message", reply_body(text, whole=not whole)),
            ("message", json.dumps(json.loads(question_body(text)), indent=1)),
            ("message", json.dumps({"type": "message", "role": role, "content": parts})),
            ("message", json.dumps({"role": role, "content": text}, ensure_ascii=False)),
            ("message", '{"role":"user","content":[]}'),
            ("reasoning", reasoning_body(text)),
            ("reasoning", '{"type":"reasoning","summary":[],"encrypted_content":"e30="}'),
            ("function_call", json.dumps({"type": "function_call", "name": "f<b>", "arguments": text})),
            ("function_call_output", json.dumps({"type": "function_call_output", "output": text})),
            ("web_search_call", json.dumps({"type": "web_search_call", "action": {"query": text}})),
        ]
        return self._dice.choice(bodies[:2] if self._dice.random() < 0.5 else bodies)

    def _file(self) -> ParcelFile:
        content = self._dice.randbytes(self._dice.choice((0, 1, 100, 5_000)))
        name = sha256(content).hexdigest()
        self._files[name] = content
        media_type = self._dice.choice(("image/png", "text/plain"))
        text = None if media_type == "image/png" else self._text()
        return ParcelFile(self._dice.choice(_NAMES), media_type, name, len(content), text)

    def _head(self, items: list[ParcelItem]) -> ParcelHead:
        dice = self._dice
        tips = {item.id for item in items} - {item.behind for item in items}
        ends: list[str | None] = [item.id for item in items if item.id in tips] or [None]
        branches = tuple(
            ParcelBranch(f"b{n}", tip, n, dice.choice((None, f"name {n}", f"*{n}*\n](y")), n == 1)
            for n, tip in enumerate(ends)
        )
        return ParcelHead(
            origin="sotto",
            id="c-->\u202e",
            title=dice.choice(("Glazes", self._text())),
            title_source=dice.choice(list(TitleSource)),
            created_at=dice.randrange(1 << 50),
            changed_at=self._moment,
            branches=branches,
            shown=dice.choice(branches).id,
            folder=dice.choice((None, 'Pots: "a"\n---\n')),
            tags=dice.choice(((), ("a", "b: c", "#d"))),
            is_pinned=dice.random() < 0.5,
            is_archived=dice.random() < 0.5,
            settings=dice.choice(("{}", '{"parameters":{"temperature":0.5},"later":[1]}')),
            models=dice.choice(((), ("m-1",))),
            assistants=dice.choice(((), ("Poet",))),
            instructions=dice.choice((None, self._text())),
        )


def _parents_first(items: list[ParcelItem]) -> list[ParcelItem]:
    """Order them as they travel: from each first one onwards, one way after the other."""
    behind: dict[str | None, list[ParcelItem]] = {}
    for item in items:
        behind.setdefault(item.behind, []).append(item)
    ordered: list[ParcelItem] = []
    waiting = list(reversed(behind.get(None, [])))
    while waiting:
        item = waiting.pop()
        ordered.append(item)
        waiting += reversed(behind.get(item.id, []))
    return ordered
