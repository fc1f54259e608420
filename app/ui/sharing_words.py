"""What is said where other conversations use the messages of one that goes."""

from collections.abc import Sequence

from app.domain.conversation import Sharing
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line


def staying(shared: Sequence[Sharing]) -> str:
    """Name the conversation that holds most of the same messages, and how many others there are."""
    if not shared:
        return ""
    most = max(shared, key=lambda each: each.items)
    others = tr(" and {count} more").format(count=len(shared) - 1) if len(shared) > 1 else ""
    stay = tr("1 message stays") if most.items == 1 else tr("{count} messages stay").format(count=most.items)
    because = tr("{messages} because “{title}”{others} uses the same.")
    return because.format(messages=stay, title=single_line(most.title), others=others)
