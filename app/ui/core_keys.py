"""What the commands do that need a core, once there is somebody to do it."""

from collections.abc import Callable, Mapping

from app.ui.actions import Command
from app.ui.presenter import Presenter
from app.ui.transcript.deeds import Deed


def core_deeds(presenter: Callable[[], Presenter | None]) -> Mapping[Command, Callable[[], object]]:
    """Return a deed for each command about a message, about taking the last act back, and about files."""

    def do(act: Callable[[Presenter], object]) -> Callable[[], object]:
        return lambda: act(present) if (present := presenter()) else None

    return {
        Command.PREVIOUS_VERSION: do(lambda present: present.message_acts.step_target(-1)),
        Command.NEXT_VERSION: do(lambda present: present.message_acts.step_target(1)),
        Command.EDIT_MESSAGE: do(lambda present: present.message_acts.act_on_target(Deed.EDIT)),
        Command.AGAIN: do(lambda present: present.message_acts.act_on_target(Deed.AGAIN)),
        Command.FIND: do(lambda present: present.find_here.open()),
        Command.FIND_NEXT: do(lambda present: present.find_here.step(1)),
        Command.FIND_PREVIOUS: do(lambda present: present.find_here.step(-1)),
        Command.UNDO: do(lambda present: present.undos.take()),
        Command.EXPORT: do(lambda present: present.exchange.export()),
        Command.EXPORT_ALL: do(lambda present: present.exchange.export_all()),
        Command.IMPORT: do(lambda present: present.exchange.bring_in()),
    }
