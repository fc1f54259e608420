from app.chat.weighing import Weighing
from app.domain.attachment import PreparedFile, Seal
from app.domain.ids import AttachmentId
from app.domain.prepared_cost import amounts_beside
from app.domain.tokens import NOTHING

ONE, OTHER = (
    PreparedFile(AttachmentId(name), 1, Seal(b"", 0), name, "text/plain", "words " * count)
    for name, count in (("one", 10), ("other", 500))
)


async def test_files_are_weighed_once_for_as_long_as_they_are_the_same() -> None:
    weighing = Weighing()
    first = await weighing.beside((ONE,))
    assert first == amounts_beside((ONE,))
    assert await weighing.beside((ONE,)) is first
    assert await weighing.beside((ONE, OTHER)) == amounts_beside((ONE, OTHER))
    assert await weighing.beside(()) == NOTHING
