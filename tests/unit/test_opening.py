from contextlib import AsyncExitStack

import pytest

from app.domain.errors import ProfileInUse
from app.domain.events import ReplyEnded
from app.domain.settings import ProviderSettings
from app.domain.ways import Answer, Way
from app.opening import build_chat, open_profile, other_service
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from tests.fakes.scripted_server import MODEL, ScriptedServer
from tests.fixtures.core import EventRecorder

KEYRING = Answer(Way.KEYRING)
SERVICE = ProviderSettings("http://127.0.0.1:9/v1", "m", name="mine")


async def test_a_profile_is_begun_closed_in_order_and_opened_again(profile: Profile) -> None:
    lock = ProfileLock(profile.lock)
    for is_new in (True, False):
        async with AsyncExitStack() as undo:
            opened = await open_profile(profile, lock, KEYRING, undo, "a test")
            chat = await build_chat(profile, opened, undo)
            assert (opened.entered.is_new, opened.last_end) == (is_new, LastEnd.CLEAN)
            assert chat.controller.provider == (None if is_new else SERVICE)
            await chat.controller.set_provider(SERVICE, None)
        assert profile.traces() == [profile.sidecar_copy, profile.archive, profile.sidecar]
        assert lock.last_end is LastEnd.CLEAN
    lock.release()


async def test_an_unclean_end_is_handed_on(profile: Profile) -> None:
    lock = ProfileLock(profile.lock)
    async with AsyncExitStack() as undo:
        await open_profile(profile, lock, KEYRING, undo, "a test")
    lock.note(LastEnd.OPEN)
    lock.release()
    again = ProfileLock(profile.lock)
    async with AsyncExitStack() as undo:
        opened = await open_profile(profile, again, KEYRING, undo, "a test")
        assert (opened.last_end, opened.log_was_gone) == (LastEnd.OPEN, True)
    again.release()


async def test_a_profile_in_use_is_left_alone(profile: Profile) -> None:
    holder, lock = ProfileLock(profile.lock), ProfileLock(profile.lock)
    holder.acquire("a test")
    async with AsyncExitStack() as undo:
        with pytest.raises(ProfileInUse, match="in a test"):
            await open_profile(profile, lock, KEYRING, undo, "another")
    holder.release()
    assert profile.traces() == []


async def test_one_question_may_go_to_another_service(profile: Profile) -> None:
    lock = ProfileLock(profile.lock)
    async with AsyncExitStack() as undo:
        opened = await open_profile(profile, lock, KEYRING, undo, "a test")
        chat = await build_chat(profile, opened, undo)
        heard = EventRecorder(opened.events)
        own = await undo.enter_async_context(ScriptedServer())
        elsewhere = await undo.enter_async_context(ScriptedServer())
        chat.provider.use_for_this_run(ProviderSettings(own.base_url, MODEL), "sk-own")
        other = other_service(profile, opened, chat)
        other.use_for_this_run(ProviderSettings(elsewhere.base_url, MODEL), "sk-other")
        conversation = chat.controller.send(None, "First", service=other)
        await heard.until(ReplyEnded)
        chat.controller.send(conversation, "Second")
        await heard.until(ReplyEnded, 2)
        await other.close()
        assert [len(server.questions) for server in (elsewhere, own)] == [1, 1]
        assert elsewhere.questions[0].headers["authorization"] == "Bearer sk-other"
    lock.release()
