"""The pictures of formulas, drawn once each, beside the window."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from app.ui.transcript.blocks.formula_drawing import FormulaPicture, Wish, draw_formula
from app.ui.transcript.blocks.offstage import Offstage

_KEPT = 500


class Formulas:
    """Gives a picture where there is one, and has one drawn where there is none yet."""

    def __init__(self, offstage: Offstage) -> None:
        self._offstage = offstage
        self._drawn: OrderedDict[Wish, FormulaPicture | None] = OrderedDict()
        self._waiting: dict[Wish, dict[Callable[[], None], None]] = {}

    def picture(self, wish: Wish, then: Callable[[], None]) -> FormulaPicture | None:
        """Return the picture; without one, `then` is called should it come. What fails never comes.

        Whoever waits with the same call for the same formula, however often, is told once.
        """
        if wish in self._drawn:
            self._drawn.move_to_end(wish)
            return self._drawn[wish]
        if wish in self._waiting:
            self._waiting[wish][then] = None
        else:
            self._waiting[wish] = {then: None}
            self._offstage.do(partial(draw_formula, wish), partial(self._arrived, wish))
        return None

    def _arrived(self, wish: Wish, picture: FormulaPicture | None) -> None:
        self._drawn[wish] = picture
        if len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        waiting = self._waiting.pop(wish)
        if picture is not None:
            for then in waiting:
                self._offstage.tell_soon(then)
