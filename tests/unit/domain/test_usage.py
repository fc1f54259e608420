from app.domain.usage import Usage


def test_what_comes_in_and_what_goes_out_are_told_apart() -> None:
    usage = Usage(input_tokens=3, output_tokens=4)
    assert (usage.input_tokens, usage.output_tokens) == (3, 4)
    assert usage != Usage(4, 3)
