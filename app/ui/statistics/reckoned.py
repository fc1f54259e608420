"""A span of time as it was lived: all that the pictures and the table are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.ids import ConversationId
from app.domain.reckoning import Stretch, stretches
from app.domain.statistics import Spent, Statistics
from app.ui.statistics import spent_words
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

Line = tuple[str, str, Spent]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """`messages` counts what was said in that time, also where nothing was spent on it."""

    first: date
    last: date
    statistics: Statistics
    messages: int
    titles: Mapping[ConversationId, str]

    @property
    def days(self) -> list[Stretch]:
        return stretches(self.statistics.by_day, self.first, self.last)

    @property
    def conversations(self) -> dict[str, Spent]:
        """What was spent by title; of conversations that are gone, together."""
        found: dict[str, Spent] = {}
        for conversation, spent in self.statistics.by_conversation.items():
            title = single_line(self.titles.get(conversation, "")) if conversation else tr("Since deleted")
            name = title or tr("Without a title")
            found[name] = found.get(name, Spent()) + spent
        return found

    def lines(self) -> Iterator[Line]:
        """Yield every line of the table: of what kind it is, its name, and what was spent."""
        statistics = self.statistics
        yield tr("All"), spent_words.stretch_name(Stretch(self.first, self.last, Spent())), statistics.total
        for stretch in self.days:
            if stretch.spent.requests:
                yield tr("Day"), spent_words.stretch_name(stretch), stretch.spent
        for hour, spent in statistics.by_hour.items():
            yield tr("Hour"), hour_name(hour), spent
        for model, spent in sorted(statistics.by_model.items()):
            yield tr("Model"), single_line(model), spent
        for title, spent in sorted(self.conversations.items()):
            yield tr("Conversation"), title, spent


def hour_name(hour: int) -> str:
    return f"{hour:02}:00"
