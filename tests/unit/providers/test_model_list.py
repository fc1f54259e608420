import pytest

from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, Found
from app.providers.model_list import offered_models, told_by


def test_models_are_listed_by_name_each_once() -> None:
    data = [{"id": "b"}, {"id": "A", "owned_by": "x"}, {"id": "b", "owned_by": "y"}]
    assert offered_models({"data": data}) == (OfferedModel("A", "x"), OfferedModel("b", "y"))


@pytest.mark.parametrize(
    "told",
    [
        {"context_length": 4096},
        {"max_model_len": 4096},
        {"max_context_length": 4096},
        {"meta": {"n_ctx": 4096, "n_ctx_train": 8192}},
    ],
)
def test_how_much_a_model_reads_is_taken_from_whoever_says_so(told: dict[str, object]) -> None:
    assert offered_models({"data": [{"id": "m", **told}]}) == (OfferedModel("m", "", 4096),)


@pytest.mark.parametrize(
    "odd",
    [None, [], {"data": None}, {"data": [None, 1, {}, {"id": ""}, {"id": 7}, {"id": "a\nb"}]}, {"data": {}}],
)
def test_what_is_no_model_is_passed_over(odd: object) -> None:
    assert offered_models(odd) == ()
    assert offered_models({"data": [{"id": "x" * 513}]}) == ()


def test_a_list_has_its_limit() -> None:
    assert len(offered_models({"data": [{"id": str(number)} for number in range(30_000)]})) == 20_000


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("llamacpp", Found(ApiKind.CHAT, prefills=True)),
        ("vllm", Found(ApiKind.CHAT, prefills=True)),
        ("library", Found(ApiKind.CHAT)),
        ("organization_owner", Found(ApiKind.CHAT)),
        ("openai", None),
        ("", None),
    ],
)
def test_some_servers_give_themselves_away(owner: str, found: Found | None) -> None:
    assert told_by([OfferedModel("m", owner)]) == found
    assert told_by([]) is None
