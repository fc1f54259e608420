"""What a search has found, as rows."""

from app.domain.search import TitleHit
from app.domain.snippets import Snippet
from app.domain.title_match import sought
from app.ui.sidebar.result_rows import Heading, HitRow, MoreRow, Owner, Results, Row, TitleRow
from tests.fakes.scripted_searching import hit
from tests.unit.ui.sidebar.listed import conversation


def brief(rows: list[Row]) -> list[str]:
    """Tell the rows in short."""
    told: list[str] = []
    for row in rows:
        match row:
            case Heading(words):
                told.append(words)
            case Owner(title):
                told.append(f"in {title}")
            case TitleRow():
                told.append(row.title)
            case HitRow(found):
                told.append(found.snippet.text)
            case MoreRow(_, count):
                told.append(f"+{count}")
    return told


def titled(count: int, of: int) -> Results:
    results = Results()
    results.set_titles([conversation(f"glaze {n}") for n in range(count)], of, sought("glaze"))
    return results


def test_titles_come_first_with_what_was_typed_marked() -> None:
    rows = titled(2, 2).rows()
    assert brief(rows) == ["Titles", "glaze 0", "glaze 1"]
    assert [row.marks for row in rows if isinstance(row, TitleRow)] == [((0, 5),)] * 2


def test_a_few_titles_are_listed_until_more_are_wanted() -> None:
    results = titled(7, 9)
    assert brief(results.rows())[-2:] == ["glaze 4", "+4"]
    results.open(None)
    assert brief(results.rows())[-2:] == ["glaze 6", "+2"]


def test_messages_stand_under_their_conversation_however_they_come() -> None:
    results = Results()
    results.add([hit("a", "1"), hit("b", "2"), hit("a", "3")])
    results.add([hit("b", "4"), hit("c", "5")])
    assert brief(results.rows()) == ["in a", "1", "3", "in b", "2", "4", "in c", "5"]
    assert (results.messages, results.conversations) == (5, 3)


def test_a_few_messages_of_each_are_listed_until_more_are_wanted() -> None:
    results = Results()
    results.add([hit("a", str(n)) for n in range(5)] + [hit("b", "last")])
    assert brief(results.rows()) == ["in a", "0", "1", "2", "+2", "in b", "last"]
    results.open(hit("a", "").conversation_id)
    assert brief(results.rows()) == ["in a", "0", "1", "2", "3", "4", "in b", "last"]


def test_a_title_is_listed_once_also_when_the_archive_finds_it_too() -> None:
    results = titled(1, 1)
    known, other = (
        TitleHit(conversation(name).id, 0, Snippet(name, ((0, 5),))) for name in ("glaze 0", "glaze trash")
    )
    results.add([known, other])
    assert brief(results.rows()) == ["Titles", "glaze 0", "glaze trash"]


def test_a_title_that_was_counted_already_is_not_counted_again_when_it_comes() -> None:
    results = titled(5, 7)
    assert brief(results.rows())[-1] == "+2"
    results.add([TitleHit(conversation(name).id, 0, Snippet(name, ())) for name in ("glaze 5", "glaze 6")])
    assert brief(results.rows())[-1] == "+2"
    results.open(None)
    assert brief(results.rows())[-2:] == ["glaze 5", "glaze 6"]


def test_messages_can_give_way_to_those_of_a_newer_search() -> None:
    results = titled(1, 1)
    results.add([hit("a", str(n)) for n in range(5)])
    results.open(hit("a", "").conversation_id)
    results.clear_messages()
    assert brief(results.rows()) == ["Titles", "glaze 0"]
    results.add([hit("a", str(n)) for n in range(5)])
    assert brief(results.rows())[-1] == "+2"


def test_nothing_found_is_in_a_repr() -> None:
    results = titled(1, 1)
    results.add([hit("glaze", "glaze")])
    results._title_count = 9
    assert "glaze" not in repr([row for row in results.rows() if not isinstance(row, TitleRow | HitRow)])
