"""Messages in words for those who hear them."""

from app.domain.conversation import Versions
from app.domain.item import ItemState, Role, reasoning_body
from app.ui.transcript.row import Around
from app.ui.transcript.spoken import spoken_description, spoken_name
from tests.unit.ui.conftest import MakeItem


def test_a_message_is_its_text(make_item: MakeItem) -> None:
    assert spoken_name(make_item(Role.MODEL, "Iron is."), "Iron\x07 is.") == "Iron is."


def test_endless_text_is_cut(make_item: MakeItem) -> None:
    assert len(spoken_name(make_item(Role.MODEL, ""), "x" * 50_000)) == 10_001


def test_what_is_folded_is_its_line(make_item: MakeItem) -> None:
    thought = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm."))
    assert spoken_name(thought, "Hm.") == "Thought"


def test_all_that_is_painted_around_it_is_told(make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "Half", ItemState.INTERRUPTED)
    around = Around(
        (("cut", "Not seen above"),), versions=Versions(("a", "b"), 1), is_unseen=True, chips=("a.pdf",)
    )
    told = spoken_description(item, around)
    for words in ("Not seen above", "gpt-5 · 10:41", "version 2 of 2", "Not given", "a.pdf", "broke off"):
        assert words in told
