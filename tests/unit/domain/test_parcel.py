from app.domain.conversation import TitleSource
from app.domain.item import Role, question_body
from app.domain.parcel import FileBytes, ParcelBranch, ParcelFile, ParcelHead, ParcelItem


def test_no_repr_tells_what_a_person_wrote() -> None:
    file = ParcelFile("my secret.txt", "text/plain", "00", 6, text="secret")
    item = ParcelItem(
        "1", None, Role.PERSON, question_body("secret"), 1, edited="secret", raw="secret", files=(file,)
    )
    branch = ParcelBranch("b", "1", 1, name="secret")
    head = ParcelHead(
        "sotto",
        "c",
        "secret",
        TitleSource.PERSON,
        1,
        1,
        (branch,),
        "b",
        folder="secret",
        tags=("secret",),
        settings="secret",
    )
    for piece in (head, item, FileBytes("00", b"secret")):
        assert "secret" not in repr(piece)
