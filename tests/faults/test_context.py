"""Requests over long conversations of every kind, made at random: what must hold of each of them."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from random import Random

import pytest

from app.chat.context_reading import plan_request
from app.domain.asking import Asking
from app.domain.branch import Path, Range, Tip
from app.domain.candidate import Part, weigh
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_survey import Past
from app.domain.context_window import Plan, plan
from app.domain.errors import ContextOverBudget
from app.domain.ids import ConversationId, ItemId, RequestId, SummaryId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.domain.ledger import Ledger, Reason, wording_name
from app.domain.rebuilding import places_of, rebuild
from app.domain.summary import Summary
from app.domain.tokens import Estimator, Measure
from app.store import items as stored
from app.store import paths, requests
from app.store.archive import Archive
from app.store.driver import Connection
from tests.unit.domain.histories import call, item, question, reasoning, reply, result
from tests.unit.store.writing import Writing, end_of

BUDGET = 4_000
TURNS = 40
A = ConversationId("a")
ALPHABETS = ("words and more ", "漢字かな交じり文、", "слова и ещё ", "{'code': [1, 2]}\n", "😀🎉")
PICTURE = {"type": "input_image", "image_url": "data:image/png;base64,AAAA", "detail": "low"}
ENDS = (ItemState.COMPLETE,) * 8 + (ItemState.STOPPED, ItemState.INTERRUPTED, ItemState.FAILED)


class Story:
    """A conversation that grows at random, and whose every request is planned from the one before."""

    def __init__(self, seed: int, policy: ContextPolicy) -> None:
        self.random = Random(seed)  # noqa: S311
        self.asking = Asking("m", BUDGET, "Be brief.", policy=policy)
        self.items: list[Item] = []
        self.length = 0
        self.measure = Measure(Estimator(error=0.0))
        self.made: Plan | None = None
        self.touched = True
        self.summary: Summary | None = None
        self.counts: Counter[str] = Counter()

    def turn(self) -> None:
        self.add(question(0, self.text(3_000)) if self.chance(0.9) else self.with_picture())
        self.request()
        for number in range(self.random.choice((0, 0, 0, 1, 3))):
            name = f"{self.length}.{number}"
            if self.chance(0.5):
                self.add(reasoning(0))
            self.add(call(0, name, state=ItemState.COMPLETE if self.chance(0.9) else ItemState.INTERRUPTED))
            if self.chance(0.9):
                self.add(result(0, name, self.text(12_000)))
                self.request()
        if self.chance(0.3):
            self.add(reasoning(0))
        state = self.random.choice(ENDS)
        text = "" if state is ItemState.FAILED else self.text(3_000)
        self.add(reply(0, text, state=state))
        if self.chance(0.2):
            self.act()

    def act(self) -> None:
        """What a person does: pin, exclude, delete or edit one of the items, or have a summary made."""
        at = self.random.randrange(len(self.items))
        chosen = self.items[at]
        match self.random.randrange(5):
            case 0:
                self.items[at] = chosen._replace(is_pinned=self.pinned() < 3)
            case 1:
                self.items[at] = chosen._replace(is_excluded=not chosen.is_excluded)
            case 2:
                del self.items[at]
            case 3 if chosen.role is Role.PERSON:
                body = question_body(self.text(500))
                self.items[at] = chosen._replace(body=body, revision=chosen.revision + 1)
            case 4 if self.length > self.summed_up + 8:
                name = SummaryId(str(self.length))
                words = self.text(300)
                at = self.length - 4  # anywhere, even between a call and its result
                self.summary = Summary(name, ItemId(str(at)), at, words, (), "m", 1, 1)
        self.touched = True

    @property
    def summed_up(self) -> int:
        return self.summary.depth if self.summary else 0

    def request(self) -> None:
        given = tuple(weigh(each) for each in self.items)
        before = self.made
        in_force = before.ledger if before else None
        past = Past(Path((Range(1, 1, self.length),)), given, 1, (), self.summary, in_force)
        try:
            made = plan(past, self.asking, self.measure)
        except ContextOverBudget:
            self.counts["refused"] += 1
            self.touched = True
            return
        self.check(made)
        if before and not self.touched:
            self.check_after(before, made)
        self.made, self.touched = made, False
        self.counts["made"] += 1

    def check(self, made: Plan) -> None:
        ledger = made.ledger
        assert ledger.estimated_tokens <= BUDGET
        self.check_pairs(made)
        sent = {depth for _, depth, _ in places_of(ledger)}
        told = [depth for left in ledger.left_out for depth in range(left.items.first, left.items.last + 1)]
        assert sorted([*sent, *told]) == list(range(1, self.length + 1))
        pinned = {depth for span in ledger.pinned for depth in range(span.first, span.last + 1)}
        assert all(depth > self.summed_up for depth in sent - pinned)
        assert bool(ledger.summary) == bool(self.summary)
        for each in self.items:
            if each.is_excluded:
                assert each.depth not in sent
            elif each.is_pinned and each.text.strip() and each.kind == "message":
                assert each.depth in sent
        bodies = {(each.run, each.depth, each.revision): each.body for each in self.items}
        kept = Ledger.from_json(ledger.to_json())
        again = rebuild(kept, bodies, {wording_name(text): text for text in made.wordings})
        assert (again.bodies, again.instructions) == (made.bodies, made.instructions)

    def check_pairs(self, made: Plan) -> None:
        given = [json.loads(body) for body in made.bodies]
        open_calls: set[str] = set()
        for at, body in enumerate(given):
            kind = body["type"]
            if kind == "function_call":
                open_calls.add(body["call_id"])
            elif kind == "function_call_output":
                open_calls.remove(body["call_id"])
            elif kind == "reasoning":
                assert given[at + 1]["type"] in ("reasoning", "function_call", "message")
                assert given[at + 1].get("role") != "user"
        assert not open_calls

    def check_after(self, before: Plan, made: Plan) -> None:
        """Nothing was done to the items in between, so that the request begins as the one before it did."""
        assert made.ledger.cut >= before.ledger.cut
        moved = made.ledger.cut != before.ledger.cut or made.ledger.shortened != before.ledger.shortened
        self.counts["moved" if moved else "stayed"] += 1
        counted = self.asking.policy.kind in (PolicyKind.NEWEST_ITEMS, PolicyKind.NEWEST_TURNS)
        if not moved and not counted:
            assert made.bodies[: len(before.bodies)] == before.bodies

    def add(self, made: Item) -> None:
        self.length += 1
        self.items.append(made._replace(id=ItemId(str(self.length)), depth=self.length))

    def with_picture(self) -> Item:
        body = {"type": "message", "role": "user", "content": [PICTURE]}
        return item(0, Role.PERSON, json.dumps(body))

    def text(self, most: int) -> str:
        alphabet = self.random.choice(ALPHABETS)
        length = self.random.randrange(most) if self.chance(0.2) else self.random.randrange(1, 200)
        return (alphabet * (length // len(alphabet) + 1))[:length] or "."

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pinned(self) -> int:
        return sum(each.is_pinned for each in self.items)


POLICIES = (
    ContextPolicy(),
    ContextPolicy(low_mark=0.8, shortens_results=False),
    ContextPolicy(PolicyKind.KEEP_FIRST),
    ContextPolicy(PolicyKind.NEWEST_TURNS, 4),
    ContextPolicy(PolicyKind.NEWEST_ITEMS, 9),
    ContextPolicy(PolicyKind.EVERYTHING),
)


def told(seeds: range, policies: tuple[ContextPolicy, ...] = POLICIES) -> Counter[str]:
    counts: Counter[str] = Counter()
    for seed in seeds:
        for policy in policies:
            story = Story(seed, policy)
            for _ in range(TURNS):
                story.turn()
            counts += story.counts
    print(f"\n{len(seeds) * len(policies)} conversations of {TURNS} turns: {dict(counts)}")
    return counts


@pytest.mark.slow
def test_every_request_of_every_policy_is_sound() -> None:
    counts = told(range(6))
    for kind in ("made", "stayed", "moved", "refused"):
        assert counts[kind] > 50


@pytest.mark.slow
def test_the_beginning_stays_the_same_for_many_turns() -> None:
    counts = told(range(100, 110), (ContextPolicy(),))
    assert counts["stayed"] > 4 * counts["moved"]


@pytest.mark.long
@pytest.mark.timeout(900)
def test_every_request_of_every_policy_is_sound_at_length() -> None:
    assert told(range(1_000, 1_100))["made"] > 10_000


def test_the_checks_find_what_they_look_for() -> None:
    """Each property, broken on purpose."""
    story = Story(1, ContextPolicy())
    for _ in range(TURNS):
        story.turn()
    made = story.made
    assert made
    for broken in (
        replace(made, bodies=made.bodies[1:]),
        replace(made, ledger=replace(made.ledger, estimated_tokens=BUDGET + 1)),
        replace(made, ledger=replace(made.ledger, left_out=())),
        replace(made, bodies=(result(1, "orphan").body, *made.bodies)),
        replace(made, bodies=(*made.bodies, call(1, "unanswered").body)),
    ):
        with pytest.raises((AssertionError, KeyError)):
            story.check(broken)
    with pytest.raises(AssertionError):
        story.check_after(replace(made, ledger=replace(made.ledger, cut=made.ledger.cut + 1)), made)


@pytest.fixture
async def archive() -> AsyncIterator[Archive]:
    opened = Archive(is_temporary=True)
    await opened.open_in_memory()
    await opened.write(lambda connection: Writing(connection).conversation("a"))
    yield opened
    await opened.close()


class Talk:
    """A conversation in an archive, asked and answered on any of its branches."""

    def __init__(self, archive: Archive, seed: int) -> None:
        self.archive = archive
        self.story = Story(seed, ContextPolicy())
        self.branch = "a"
        self.asked: list[tuple[Path, Plan]] = []

    async def ask(self, text: str | None = None) -> Plan:
        await self.add(Role.PERSON, ItemState.COMPLETE, question_body(text or self.story.text(2_000)))
        return await self.answer()

    async def answer(self) -> Plan:
        asking = replace(self.story.asking, may_exceed=True)
        made = await plan_request(self.archive, A, asking)
        path = await self.archive.read(lambda connection: Writing(connection).path(self.branch))
        body = reply_body(self.story.text(2_000), whole=True)
        reply = await self.add(Role.MODEL, ItemState.COMPLETE, body)
        name = RequestId(f"r{len(self.asked)}")
        await self.archive.write(requests.begin_request, name, reply.id, made.ledger, 1, made.wordings)
        self.asked.append((path, made))
        return made

    async def add(self, role: Role, state: ItemState, body: str) -> Item:
        name = ItemId(str(self.story.random.getrandbits(64)))

        def write(connection: Connection) -> Item:
            branch = self.branch
            return stored.add_item(
                connection,
                end_of(connection, branch),
                item_id=name,
                role=role,
                state=state,
                body=body,
                now=1,  # type: ignore[arg-type]
            )

        return await self.archive.write(write)

    async def fork(self, depth: int) -> None:
        """Go on from `depth` of the shown branch, on a branch of its own."""
        name = f"branch {self.story.random.getrandbits(64)}"

        def write(connection: Connection) -> None:
            writing = Writing(connection)
            tip: Tip = paths.path_to(connection, paths.shown_tip(connection, A)).tip_at(depth)
            writing.fork("a", name, tip)
            writing.show("a", name)

        await self.archive.write(write)
        self.branch = name

    async def length(self) -> int:
        return await self.archive.read(lambda connection: paths.shown_tip(connection, A).depth)


async def talked(archive: Archive, seed: int, turns: int) -> Talk:
    talk = Talk(archive, seed)
    for _ in range(turns):
        await talk.ask()
    return talk


@pytest.mark.parametrize("seed", range(6))
async def test_a_reply_made_anew_is_given_the_same_to_the_byte(archive: Archive, seed: int) -> None:
    talk = await talked(archive, seed, 15 + seed)
    for _ in range(6):
        before = talk.asked[-1][1]
        await talk.fork(await talk.length() - 1)
        assert (await talk.answer()).bodies == before.bodies
        await talk.ask()


@pytest.mark.parametrize("seed", range(6))
async def test_an_edited_question_is_given_the_same_up_to_it(archive: Archive, seed: int) -> None:
    talk = await talked(archive, seed, 15 + seed)
    for _ in range(6):
        before = talk.asked[-1][1]
        await talk.fork(await talk.length() - 2)
        after = await talk.ask("Another, short question")
        if before.ledger.cut <= await talk.length() - 2:
            assert after.bodies[:-1] == before.bodies[:-1]
        await talk.ask()


@pytest.mark.parametrize("seed", range(6))
async def test_a_fork_is_given_the_same_as_the_request_that_came_next_up_to_it(
    archive: Archive, seed: int
) -> None:
    talk = await talked(archive, seed, 25)
    asked = dict(enumerate(talk.asked))
    for turn in (24, 20, 12):
        before = asked[turn][1]
        await talk.fork(2 * turn)
        after = await talk.ask("A short question")
        assert after.ledger.cut == before.ledger.cut or before.ledger.cut == 2 * turn + 1
        if after.ledger.cut == before.ledger.cut:
            assert after.bodies[:-1] == before.bodies[:-1]


def test_reasons_and_parts_are_all_met_by_the_stories() -> None:
    """What never happens in them proves nothing."""
    reasons: set[Reason] = set()
    parts: set[Part] = set()
    for seed in range(8):
        story = Story(seed, ContextPolicy())
        for _ in range(TURNS):
            story.turn()
            if story.made:
                reasons |= {left.reason for left in story.made.ledger.left_out}
        parts |= {weigh(each).part for each in story.items}
    assert reasons == set(Reason) - {Reason.BEYOND_COUNT}
    assert parts == set(Part) - {Part.OTHER}
