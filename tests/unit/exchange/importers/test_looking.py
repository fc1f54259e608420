import pytest

from app.domain.exchange_errors import FileDamaged
from app.exchange.importers.looking import first_value, has_keys, named, path_of, whole_value
from app.exchange.source import Source, held


def source(content: bytes, name: str = "a.json") -> Source:
    return Source([held(name, content)])


def test_a_member_is_found_by_its_name_in_whatever_folder() -> None:
    one = Source([held("a/b/Data.json", b""), held("c\\data.json", b""), held("data.json.txt", b"")])
    assert [path_of(member) for member in named(one, "data.json")] == [
        ("a/b", "Data.json"),
        ("c", "data.json"),
    ]


def test_the_first_value_is_nothing_where_it_is_no_mapping() -> None:
    for content in (b"", b"[1]", b"hello", b'{"a":'):
        one = source(content)
        assert first_value(one, one.members[0]) == {}
    one = source(b'{"a": 1}\n{"b": 2')
    assert first_value(one, one.members[0]) == {"a": 1}


def test_a_whole_value_that_is_damaged_is_refused() -> None:
    one = source(b'{"a": [1, 2')
    with pytest.raises(FileDamaged):
        whole_value(one, one.members[0])


@pytest.mark.parametrize(
    ("content", "has"),
    [
        (b'{"a": 1, "b" : {}}', True),
        (b'\xef\xbb\xbf {"x": {"a": 1,\n "b": 2}}', True),
        (b'{"a": 1}', False),
        (b'{"a": "{\\"b\\": 1}"}', False),
        (b'[{"a": 1, "b": 2}]', False),
        (b'{"pad": "' + b"x" * (1 << 20) + b'", "a": 1, "b": 2}', True),
        (b"", False),
    ],
)
def test_keys_are_found_without_reading_and_never_within_a_text(content: bytes, *, has: bool) -> None:
    one = source(content)
    assert has_keys(one, one.members[0], "a", "b") is has
