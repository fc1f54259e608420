import io
import zipfile
from collections.abc import Callable

import pytest

from app.domain.exchange_errors import (
    FileDamaged,
    FileProtected,
    FileUnpacksTooLarge,
    FileUnreadable,
    TooManyFiles,
)
from app.exchange.source import Caps, Member, RawFile, Source, held

ENTRIES = {
    "chats.json": b'[{"id": 1}, {"id": 2}]',
    "../../evil.txt": b"text",
    "/abs/a.jpg": b"\xff\xd8",
}


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        archive.writestr("folder/", b"")
        for name, content in entries.items():
            archive.writestr(name, content)
    return written.getvalue()


def source(content: bytes, **caps: int) -> Source:
    return Source([held("export.zip", content)], Caps(**caps))


def all_read(content: bytes, **caps: int) -> list[bytes]:
    one = source(content, **caps)
    return [one.open(member).read() for member in one.members]


def test_a_plain_file_is_its_only_member() -> None:
    one = Source([held("a.json", b"[1, 2]")])
    assert one.members == (Member("a.json", 6),)
    assert one.read(one.members[0], 4) == b"[1, "
    assert list(one.json_items(one.members[0])) == [1, 2]


def test_each_file_of_a_packed_one_is_a_member_whatever_it_is_called() -> None:
    one = source(packed(ENTRIES))
    assert [(member.name, member.size) for member in one.members] == [
        (name, len(content)) for name, content in ENTRIES.items()
    ]
    assert all_read(packed(ENTRIES)) == list(ENTRIES.values())
    assert list(one.json_items(one.members[0])) == [{"id": 1}, {"id": 2}]
    one.close()


def test_each_file_of_a_folder_is_a_member_and_packed_ones_are_opened() -> None:
    one = Source([held("a.json", b"[]"), held("b.zip", packed({"c.json": b"{}"})), held("d.json", b"")])
    assert [member.name for member in one.members] == ["a.json", "c.json", "d.json"]
    assert [one.open(member).read() for member in one.members] == [b"[]", b"{}", b""]


def test_two_members_of_one_name_are_told_apart() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a", b"one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"two")
    assert all_read(written.getvalue()) == [b"one", b"two"]


def test_a_member_may_have_no_name_at_all() -> None:
    assert all_read(packed({"q": b"text"}).replace(b"q", b"\0")) == [b"text"]


def test_two_members_can_be_read_side_by_side() -> None:
    one = source(packed({"a": b"1" * 100_000, "b": b"2" * 100_000}), ratio=1000)
    first, second = (one.open(member) for member in one.members)
    assert (first.read(3), second.read(3), first.read(3)) == (b"111", b"222", b"111")


def test_a_packed_file_in_a_packed_file_is_bytes_like_any_other() -> None:
    inner = packed({"a": b"1"})
    assert all_read(packed({"inner.zip": inner})) == [inner]


@pytest.mark.parametrize(
    ("content", "caps"),
    [
        (packed({"a": bytes(5 << 20)}), {}),
        (packed({str(number): bytes(1 << 20) for number in range(5)}), {}),
        (packed({"a": b"12345"}), {"bytes": 4}),
    ],
)
def test_what_unpacks_to_too_much_is_refused_before_it_is(content: bytes, caps: dict[str, int]) -> None:
    with pytest.raises(FileUnpacksTooLarge):
        source(content, **caps)


def test_within_the_bounds_it_is_unpacked() -> None:
    """The twin of the test above."""
    assert len(all_read(packed({"a": bytes(3 << 20)}))[0]) == 3 << 20
    assert all_read(packed({"a": b"12345"}), bytes=5) == [b"12345"]


def test_too_many_files_are_refused() -> None:
    many = packed({str(number): b"" for number in range(11)})
    assert len(source(many, entries=11).members) == 11
    with pytest.raises(TooManyFiles):
        source(many, entries=10)
    with pytest.raises(TooManyFiles):
        Source([held(str(number), b"") for number in range(11)], Caps(entries=10))


def test_an_entry_never_gives_more_than_it_was_said_to_have() -> None:
    """What it is said to have stands in the table at the end: here it is made too small."""
    content = bytearray(packed({"a": b"x" * 1000}, zipfile.ZIP_STORED))
    table = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    content[table + 24 : table + 28] = (10).to_bytes(4, "little")
    with pytest.raises(FileDamaged):
        all_read(bytes(content))


def test_one_with_a_password_is_refused() -> None:
    content = bytearray(packed({"a": b"text"}))
    table = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    content[table + 8] |= 1
    with pytest.raises(FileProtected):
        source(bytes(content))


def test_one_packed_in_a_rare_way_is_refused() -> None:
    with pytest.raises(FileDamaged):
        source(packed({"a": b"text"}, zipfile.ZIP_LZMA))


def test_a_damaged_one_is_told_wherever_the_damage_is() -> None:
    whole = packed({"a": bytes(range(256)) * 8, "b": b"text"})
    for length in range(4, len(whole), 7):
        with pytest.raises(FileDamaged):
            source(whole[:length])
    for place in range(4, len(whole)):
        bent = bytearray(whole)
        bent[place] ^= 0xFF
        try:
            all_read(bytes(bent))
        except (FileDamaged, FileProtected, FileUnpacksTooLarge):
            continue


def failing() -> io.BytesIO:
    raise PermissionError


class Broken(io.BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        raise OSError(size)


@pytest.mark.parametrize("opening", [failing, Broken])
def test_a_file_that_cannot_be_read_is_told(opening: Callable[[], io.BytesIO]) -> None:
    with pytest.raises(FileUnreadable):
        Source([RawFile("a", 9, opening)])


def test_no_name_is_shown() -> None:
    assert "evil" not in repr(source(packed(ENTRIES)).members)
