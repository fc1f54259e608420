"""Leads a person through what may bring a history back, step by step, on the threshold."""

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar, assert_never

from app.chat.first_aid import FirstAid
from app.domain.errors import AppError, CredentialError
from app.domain.remedy import Remedy
from app.domain.ways import Answer, Way
from app.ui import first_aid_words as words
from app.ui.threshold import Threshold
from app.ui.translation import tr
from app.ui.wording import LOCKED, Words, words_for

T = TypeVar("T")
Progress = Callable[[int, int], None]
Step = Callable[[Answer, Progress], Coroutine[Any, Any, T]]
AskForWays = Callable[[CredentialError], Awaitable[tuple[Way, ...]]]


class Remedies:
    def __init__(self, threshold: Threshold, aid: FirstAid) -> None:
        self._threshold = threshold
        self._aid = aid

    async def take(self, remedy: Remedy, answer: Answer) -> Answer | None:
        """Return what opens the history now, or None where the person turned back. Raises AppError.

        `answer` is what the person gave last; it is asked for again where it does not do.
        """
        match remedy:
            case Remedy.RESTORE:
                return await self._restore(answer)
            case Remedy.RESCUE:
                return await self._rescue(answer)
            case Remedy.SET_LOG_ASIDE:
                return await self._set_log_aside(answer)
            case _:
                assert_never(remedy)

    async def _restore(self, answer: Answer) -> Answer | None:
        backups, trouble = await self._aid.backups(), ""
        while (chosen := await self._threshold.choose_backup(backups, trouble)) is not None:
            path = chosen if isinstance(chosen, Path) else self._aid.path_of(chosen)
            try:
                done = await self._with_key(
                    answer, words.RESTORING, words.BACKUP_LOCKED, *self._restoring(path)
                )
            except AppError as error:
                trouble = words_for(error.fault).sentence
                continue
            if done:
                answer, restored = done
                await self._threshold.report(words.restored(restored.aside), tr("Open the history"))
                return answer
            trouble = ""
        return None

    def _restoring(self, path: Path) -> tuple[Step[Any], AskForWays]:
        return (
            lambda answer, tell: self._aid.restore(path, answer, tell),
            lambda error: self._aid.ways_into_backup(path, error),
        )

    async def _rescue(self, answer: Answer) -> Answer | None:
        done = await self._with_key(
            answer, words.RESCUING, LOCKED, self._aid.rescue, self._aid.ways_into_archive
        )
        if done is None:
            return None
        answer, rescued = done
        told = words.rescued(rescued.report, rescued.folder)
        if not await self._threshold.report(told, tr("Open what was rescued"), tr("Not now")):
            return None
        aside = await self._aid.take_over(rescued)
        await self._threshold.report(words.taken_over(aside), tr("Open the history"))
        return answer

    async def _set_log_aside(self, answer: Answer) -> Answer:
        if aside := await self._aid.set_log_aside(answer):
            await self._threshold.report(words.log_set_aside(aside), tr("Open the history"))
        return answer

    async def _with_key(
        self, answer: Answer, told: tuple[str, str], locked: Words, step: Step[T], ways: AskForWays
    ) -> tuple[Answer, T] | None:
        """Take a step with the key that `answer` brings, asking for another way where it brings none.

        Returns the answer that did, and what came of it; None where the person gave it up.
        """
        given: Answer | None = answer
        while given:
            try:
                done = await self._watched(told, step, given)
            except CredentialError as error:
                if not (offered := await ways(error)):
                    raise
                trouble = words_for(error.fault).sentence if given.secret else ""
                given = await self._threshold.ask_on_the_way(locked, offered, trouble)
            else:
                return None if done is None else (given, done)
        return None

    async def _watched(self, told: tuple[str, str], step: Step[T], answer: Answer) -> T | None:
        return await self._threshold.watch(*told, lambda tell: step(answer, tell))
