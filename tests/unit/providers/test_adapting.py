import pytest

from app.providers.adapting import without_what_was_refused

BODY = {"model": "m", "include": ["x"], "stream_options": {"include_usage": True}, "store": False}


@pytest.mark.parametrize(
    ("complaint", "left_out"),
    [
        ({"param": "include", "message": "Encrypted content is not supported with this model."}, "include"),
        ({"message": "Unknown parameter: 'stream_options'."}, "stream_options"),
        ("Extra inputs are not permitted: store", "store"),
    ],
)
def test_what_a_service_names_is_left_out(complaint: object, left_out: str) -> None:
    assert without_what_was_refused(BODY, complaint) == {
        name: value for name, value in BODY.items() if name != left_out
    }


@pytest.mark.parametrize(
    "complaint", [None, "no", {"message": "The model is included."}, {"param": "model"}, 7]
)
def test_any_other_complaint_stands(complaint: object) -> None:
    assert without_what_was_refused(BODY, complaint) is None


def test_what_is_not_there_cannot_be_left_out() -> None:
    assert without_what_was_refused({"model": "m"}, {"param": "include"}) is None


@pytest.mark.parametrize(
    ("sent", "wanted"), [("max_tokens", "max_completion_tokens"), ("max_completion_tokens", "max_tokens")]
)
def test_a_limit_goes_by_the_name_that_the_service_knows(sent: str, wanted: str) -> None:
    complaint = {"param": sent, "message": f"'{sent}' is not supported. Use '{wanted}' instead."}
    assert without_what_was_refused({"model": "m", sent: 5}, complaint) == {"model": "m", wanted: 5}
    assert without_what_was_refused({sent: 5}, {"param": sent, "message": f"{sent} is too large."}) is None


def test_reasoning_that_another_has_sealed_is_left_out() -> None:
    items = [{"type": "reasoning", "encrypted_content": "x"}, {"type": "message"}]
    plainer = without_what_was_refused({"input": items}, {"code": "invalid_encrypted_content"})
    assert plainer == {"input": [{"type": "message"}]}
