from app.domain.finding import Severity


def test_a_script_reads_the_severity_as_a_word() -> None:
    assert [f"{severity}" for severity in Severity] == ["good", "notice", "damage"]
