from refusal import FAILED, MACHINE_NOT_READY, Refusal


def test_a_refusal_carries_its_sentence_and_its_exit_code() -> None:
    assert str(Refusal("No network.")) == "No network."
    assert Refusal("No network.").exit_code == FAILED == 1
    assert Refusal("No libraries.", MACHINE_NOT_READY).exit_code == 3
