import pytest

from app.verbs.places import TypedPlace


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("notes/", "/srv/notes/"), ("talk.md", "/srv/talk.md"), ("/a/b", "/a/b"), ("-", "-")],
)
def test_a_place_is_the_same_from_everywhere(typed: str, meant: str) -> None:
    assert TypedPlace(typed).seen_from("/srv") == meant
