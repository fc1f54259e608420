from app.domain.context_policy import ContextPolicy, PolicyKind
from app.store.archive import Archive
from app.store.general_policy import read_general_policy, write_general_policy


async def test_until_a_person_says_otherwise_as_much_is_sent_as_fits(archive: Archive) -> None:
    assert await archive.read(read_general_policy) == ContextPolicy()


async def test_what_a_person_says_is_kept(archive: Archive) -> None:
    policy = ContextPolicy(PolicyKind.NEWEST_TURNS, 6, 0.25, shortens_results=False)
    await archive.write(write_general_policy, policy)
    assert await archive.read(read_general_policy) == policy
