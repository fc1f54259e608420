"""What the measured archive holds: a made-up history with the words, sizes and branches that rows ask for.

Texts are put together from ready sentences, whose words follow Zipf's law. It is the same in every run.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, product

from app.domain.arrival import Arrival, last_items
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, IdSource, ItemId
from app.domain.item import Role, question_body, reply_body

RARE = "zanzibar"
COMMON = "model"
PHRASE = ("context", "window")
CJK = "模型"
TAIL = 4  # items behind each of the long path's branch points that are not on it

BEGINNING = 1_704_067_200_000_000  # 2024, in microseconds
_BETWEEN_ITEMS = 40_000_000
_SENTENCES = 20_000
_SYLLABLES = tuple(map("".join, product("bdklmnrstvz", "aeiou")))
_EVERYDAY = """
    the of to and a in is it you that for on are with as be this have from or one had by but not what all
    were we when your can said there use an each which she do how their if will up other about out many then
    them these so some her would make like him into time has look two more write go see number no way could
"""
_CJK_WORDS = (
    "模型",
    "语言",
    "上下文",
    "窗口",
    "搜索",
    "历史",
    "加密",
    "消息",
    "日本語",
    "検索",
    "会話",
    "한국어",
)


@dataclass(frozen=True, slots=True)
class Brought:
    """A conversation on its way in."""

    conversation: Conversation
    arrivals: list[Arrival]
    tips: dict[BranchId, ItemId]


class Texts:
    """Sentences at hand, and texts made of them."""

    def __init__(self) -> None:
        self._dice = random.Random(1)  # noqa: S311 (the same history in every run)
        self._words = [
            *_EVERYDAY.split(),
            *("".join(self._dice.choices(_SYLLABLES, k=3)) for _ in range(30_000)),
        ]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))
        self._sentences = [self._sentence() for _ in range(_SENTENCES)]

    def text(self, number: int, sentences: int) -> str:
        """A text for item `number`. One in ten thousand holds the rare word, one in thirty is partly CJK."""
        chosen = self._dice.choices(self._sentences, k=sentences)
        if number % 10_000 == 5_000:
            chosen.append(f"It was {RARE} then.")
        if number % 30 == 7:
            chosen.append("".join(self._dice.choices(_CJK_WORDS, k=6)) + "。")
        return " ".join(chosen)

    def title(self) -> str:
        return " ".join(self._dice.choices(self._words, cum_weights=self._weights, k=5)).capitalize()

    def _sentence(self) -> str:
        words = self._dice.choices(self._words, cum_weights=self._weights, k=self._dice.randint(7, 19))
        if self._dice.random() < 0.13:
            words[2] = COMMON
        if self._dice.random() < 0.008:
            words[3:5] = PHRASE
        return " ".join(words).capitalize() + "."


class Corpus:
    """Makes conversations one after the other, each later than the one before."""

    def __init__(self) -> None:
        self.items = 0
        self._moment = BEGINNING
        self._texts = Texts()
        self._dice = random.Random(2)  # noqa: S311
        self._ids = IdSource(lambda: self._moment, self._dice.randbytes)

    def plain(self, size: int) -> Brought:
        """Questions and replies, one behind the other."""
        arrivals: list[Arrival] = []
        for _ in range(size):
            arrivals.append(self._next(arrivals[-1] if arrivals else None))
        return self._brought(arrivals)

    def branching(self, size: int, points: int) -> Brought:
        """A path of `size` items, and at each of the points another way that was not taken."""
        arrivals: list[Arrival] = []
        newest: Arrival | None = None
        at = {(point + 1) * size // (points + 1) for point in range(points)}
        for depth in range(1, size + 1):
            if depth in at:
                arrivals.extend(self._tail(newest))
            newest = self._next(newest)
            arrivals.append(newest)
        return self._brought(arrivals)

    def regenerated(self, turns: int) -> Brought:
        """A path on which each reply was asked for twice: a range for every turn."""
        arrivals: list[Arrival] = []
        newest: Arrival | None = None
        for _ in range(turns):
            question = self._next(newest)
            newest = self._next(question)
            arrivals.extend((question, self._next(question), newest))
        return self._brought(arrivals)

    def text(self) -> str:
        """The text of an item that is added while rows are measured."""
        self.items += 1
        return self._texts.text(self.items, 4)

    def new_id(self) -> str:
        return self._ids.next()

    def now(self) -> int:
        """A moment later than all before."""
        self._moment += _BETWEEN_ITEMS
        return self._moment

    def _tail(self, newest: Arrival | None) -> Iterator[Arrival]:
        for _ in range(TAIL):
            newest = self._next(newest)
            yield newest

    def _next(self, behind: Arrival | None) -> Arrival:
        self.items += 1
        is_reply = behind is not None and behind.role is Role.PERSON
        length = self._dice.randint(2, 9) if is_reply else self._dice.randint(1, 3)
        text = self._texts.text(self.items, length)
        return Arrival(
            ItemId(self._ids.next()),
            behind.id if behind else None,
            Role.MODEL if is_reply else Role.PERSON,
            reply_body(text, whole=True) if is_reply else question_body(text),
            self.now(),
            model="m" if is_reply else None,
        )

    def _brought(self, arrivals: list[Arrival]) -> Brought:
        tips = {BranchId(self._ids.next()): item for item in last_items(arrivals)}
        conversation = Conversation(
            ConversationId(self._ids.next()),
            list(tips)[-1],
            self._texts.title(),
            TitleSource.QUESTION,
            arrivals[0].created_at,
            arrivals[-1].created_at,
        )
        return Brought(conversation, arrivals, tips)
