"""What the measured conversations say: prose, lists, tables, quotes and code, the same in every run."""

import random
from collections.abc import Iterator

from app.domain.arrival import Arrival, last_items
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, IdSource, ItemId
from app.domain.item import Role, question_body, reply_body

BEGINNING = 1_704_067_200_000_000  # 2024, in microseconds
_BETWEEN = 40_000_000
_WORDS = tuple(
    """
    glaze kiln iron cooling curve crystal celadon oxygen heat flame clay stoneware porcelain colour blue green
    thick thin slow fast hour degree layer surface edge light water ash stone wheel hand small large quiet
    the a of to and in is it for on with as at by from or one two three before after while until because
    """.split()  # noqa: SIM905
)
_CODE = """def log_{n}(celsius: float, path="curve.csv") -> None:
    # one line a minute is plenty
    with open(path, "a") as f:
        f.write(f"{{celsius:.0f}},{{{n}}}\\n")
    return None
"""
_LANGUAGES = ("python", "javascript", "rust", "sql", "bash", "json", "cpp")


class Corpus:
    """Makes texts from one sequence of chances."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # the same in every run
        self._ids = IdSource(self._tick, self._chance.randbytes)
        self._now = BEGINNING

    def sentence(self, words: int = 12) -> str:
        return " ".join(self._chance.choices(_WORDS, k=words)).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(
            self.sentence(self._chance.randrange(6, 18)) for _ in range(self._chance.randrange(2, 6))
        )

    def block(self) -> str:
        """A block of a kind, as often as answers hold it."""
        kind = self._chance.random()
        if kind < 0.55:
            return f"{self.paragraph()} **{self.sentence(2)}** and `{self._chance.choice(_WORDS)}`."
        if kind < 0.70:
            return "\n".join(f"- {self.sentence(8)}" for _ in range(self._chance.randrange(3, 7)))
        if kind < 0.80:
            return f"## {self.sentence(4)}"
        if kind < 0.86:
            return self.table(self._chance.randrange(3, 8))
        if kind < 0.90:
            return f"> {self.paragraph()}"
        return self.code()

    def code(self) -> str:
        body = "".join(
            _CODE.format(n=self._chance.randrange(100)) for _ in range(self._chance.randrange(1, 4))
        )
        return f"```{self._chance.choice(_LANGUAGES)}\n{body}```"

    def table(self, rows: int) -> str:
        line = "| " + " | ".join(["{}"] * 4) + " |"
        head = [line.format("Stage", "From", "To", "Rate"), "|---|---|---|---|"]
        return "\n".join(head + [line.format(*self._chance.choices(_WORDS, k=4)) for _ in range(rows)])

    def answer(self) -> str:
        blocks = max(1, min(60, round(self._chance.lognormvariate(1.4, 0.7))))
        return "\n\n".join(self.block() for _ in range(blocks))

    def question(self) -> str:
        return " ".join(
            self.sentence(self._chance.randrange(5, 20)) for _ in range(self._chance.randrange(1, 4))
        )

    def conversation(self, length: int) -> tuple[Conversation, list[Arrival], dict[BranchId, ItemId]]:
        """Return a conversation of one branch on its way into an archive."""
        branch = BranchId(self._ids.next())
        made = Conversation(
            ConversationId(self._ids.next()),
            branch,
            f"{length} items",
            TitleSource.PERSON,
            self._now,
            self._now,
        )
        arrivals = list(self._arrivals(length))
        return made, arrivals, {branch: last_items(arrivals)[0]}

    def _arrivals(self, length: int) -> Iterator[Arrival]:
        behind: ItemId | None = None
        answers = [self.answer() for _ in range(min(length, 4000))]
        for number in range(length):
            item = ItemId(self._ids.next())
            self._now += _BETWEEN
            if number % 2 == 0:
                body, role, model = question_body(self.question()), Role.PERSON, None
            else:
                text = f"Answer {number}. {answers[number % len(answers)]}"
                body, role, model = reply_body(text, whole=True), Role.MODEL, "gpt-5"
            yield Arrival(item, behind, role, body, self._now, self._now, model=model)
            behind = item

    def _tick(self) -> int:
        return self._now
