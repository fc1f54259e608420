import pytest

from app.domain.titling import excerpt, title_from_answer


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Why the sky is blue", "Why the sky is blue"),
        ('"Why the sky is blue."', "Why the sky is blue"),
        ("**Title:** Why the sky is blue\n", "Why the sky is blue"),
        ("\n\n# Himmelsblau\nIch hoffe, das hilft.", "Himmelsblau"),
        ("«Le ciel  bleu»", "Le ciel bleu"),
        ("天空为什么是蓝色的。", "天空为什么是蓝色的"),
        ("", None),
        ("...", None),
        ("x" * 61, None),
    ],
)
def test_the_title_is_what_the_model_meant(answer: str, title: str | None) -> None:
    assert title_from_answer(answer) == title


def test_a_title_is_made_from_the_beginning_of_a_message() -> None:
    assert len(excerpt("x" * 10_000)) == 2_000
