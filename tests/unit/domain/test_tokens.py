import json
from random import Random

import pytest

from app.domain.tokens import A_FRAME, NOTHING, Estimator, amounts_of, known, together

USUAL = Estimator()
# Counted with o200k_base, the vocabulary of the models that most people use.
SAMPLES = {
    "The quick brown fox jumps over the lazy dog, and nobody minds that very much.": 17,
    "Съешь же ещё этих мягких французских булок, да выпей чаю, а потом ещё немного.": 27,
    "いろはにほへと散りぬるを、我が世誰ぞ常ならむ。有為の奥山今日越えて。": 35,
    "def add(one: int, other: int) -> int:\n    return one + other\n": 19,
}


@pytest.mark.parametrize(("text", "tokens"), SAMPLES.items(), ids=range(len(SAMPLES)))
def test_the_guess_is_near_the_count_in_any_script(text: str, tokens: int) -> None:
    assert USUAL.tokens(amounts_of(text)) == pytest.approx(tokens, rel=0.35)


def test_each_character_is_of_one_kind() -> None:
    for text in ("a", " ", "7", "!", "é", "ก", "漢", "😀"):
        assert sum(amounts_of(text)) == 1
    assert sum(amounts_of("aé漢 7!😀\n")) == 8


def test_text_without_blanks_is_denser_than_words() -> None:
    sealed = "aB3" * 100
    assert USUAL.tokens(amounts_of(sealed)) > 2 * USUAL.tokens(amounts_of("word " * 60))


def test_half_a_character_counts_as_something() -> None:
    assert USUAL.tokens(amounts_of("\ud83d")) > 0


def test_amounts_add_up_and_what_is_known_costs_itself() -> None:
    both = together(amounts_of("one"), amounts_of("two"))
    assert both == amounts_of("onetwo")
    assert USUAL.tokens(known(765)) == 765
    assert USUAL.tokens(NOTHING) == 0
    assert USUAL.tokens(A_FRAME) == 4


def reported(rates: tuple[float, ...], amounts: tuple[int, ...]) -> int:
    return round(sum(rate * amount for rate, amount in zip(rates, amounts, strict=True)))


def test_an_estimator_learns_how_a_model_counts_and_how_sure_it_is() -> None:
    """A model whose vocabulary knows little Chinese and counts words as usual."""
    random = Random(1)  # noqa: S311
    true = (0.26, 0.1, 0.5, 0.8, 0.36, 0.4, 1.6, 2.0, 0.7, 4.0, 1.0)
    learning = USUAL
    for _ in range(40):
        text = "some words, " * random.randint(0, 300) + "漢字" * random.randint(0, 300)
        amounts = together(amounts_of(text), A_FRAME)
        learning = learning.learned(amounts, reported(true, amounts))
    amounts = amounts_of("words " * 500 + "漢字" * 400)
    assert learning.tokens(amounts) == pytest.approx(reported(true, amounts), rel=0.05)
    assert learning.error < 0.06
    assert learning.samples > 30


def test_one_odd_report_does_not_spoil_what_was_learned() -> None:
    amounts = amounts_of("word " * 500)
    right = USUAL.tokens(amounts)
    taught = USUAL.learned(amounts, right)
    assert taught.learned(amounts, right // 10) == taught
    assert taught.learned(amounts, right * 10) == taught
    for _ in range(200):
        taught = taught.learned(amounts, int(taught.tokens(amounts) * 2.5))
    assert taught.tokens(amounts) <= 4 * right + 1


def test_a_few_words_teach_nothing() -> None:
    assert USUAL.learned(amounts_of("Hi"), 9) == USUAL


def test_pictures_keep_their_price() -> None:
    amounts = together(amounts_of("word " * 50), known(765))
    taught = USUAL.learned(amounts, 1500)
    assert taught.tokens(known(765)) == 765


def test_what_was_learned_survives_being_written_down() -> None:
    taught = USUAL.learned(amounts_of("word " * 500), 900)
    kept = Estimator.from_mapping(json.loads(json.dumps(taught.to_mapping())))
    assert kept.rates == pytest.approx(taught.rates, abs=1e-4)
    assert (kept.samples, kept.error) == (1, pytest.approx(taught.error, abs=1e-3))


def test_rates_for_other_kinds_of_characters_count_as_never_learned() -> None:
    assert Estimator.from_mapping({"rates": [1, 2], "error": 0.1, "samples": 9}) == USUAL
