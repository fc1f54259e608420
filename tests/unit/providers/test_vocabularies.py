from collections.abc import Iterator
from hashlib import sha256

import pytest

from app.providers.vocabularies import Vocabularies
from app.system.resources import resource

SEALS = {
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
}
TEXTS = ["", "Hello, world!", "Grüße aus Köln", "漢字かな交じり文", "<|endoftext|>"]


@pytest.fixture
def vocabularies() -> Iterator[Vocabularies]:
    made = Vocabularies()
    yield made
    made.close()


@pytest.mark.parametrize(("name", "seal"), SEALS.items())
def test_the_vocabularies_are_those_that_their_makers_publish(name: str, seal: str) -> None:
    assert sha256(resource(f"vocabularies/{name}.tiktoken").read_bytes()).hexdigest() == seal


@pytest.mark.parametrize(
    ("name", "counts"), [("o200k_base", [0, 4, 5, 7, 7]), ("cl100k_base", [0, 4, 6, 9, 7])]
)
async def test_tokens_are_counted_exactly(vocabularies: Vocabularies, name: str, counts: list[int]) -> None:
    assert vocabularies.knows(name)
    assert await vocabularies.count(name, TEXTS) == counts


async def test_any_text_can_be_counted_in_good_time(vocabularies: Vocabularies) -> None:
    odd = ["\ud83d", "\0", " " * 1_000_000, "a" * 300_000, "\n" * 300_000]
    counts = await vocabularies.count("o200k_base", odd)
    assert all(0 < count < len(text) + 3 for count, text in zip(counts, odd, strict=True))


def test_of_other_vocabularies_none_is_here(vocabularies: Vocabularies) -> None:
    assert not vocabularies.knows("p50k_base")
    assert not vocabularies.knows(None)


def test_the_licence_comes_with_them() -> None:
    assert "MIT License" in resource("licences/tiktoken.txt").read_text("utf-8")
