import pytest

from app.domain.exchange_errors import FileDamaged, FileProtected, FileTextTooLong, FileWithoutText
from app.exchange import pdf_text
from app.exchange.pdf_text import read_pdf
from tests.fakes import made_files


def ignore(done: int, of: int) -> None:
    """Nobody listens."""


def test_the_text_of_all_pages_is_read_and_each_step_told() -> None:
    steps: list[tuple[int, int]] = []
    text = read_pdf(made_files.pdf(["One fish", "", "Two fish"]), lambda *step: steps.append(step))
    assert text == "[Page 1]\nOne fish\n\n[Page 2]\n\n\n[Page 3]\nTwo fish"
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_single_page_needs_no_number() -> None:
    assert read_pdf(made_files.pdf(["One fish"], squeeze=True), ignore) == "One fish"


def test_a_password_is_told_from_damage() -> None:
    with pytest.raises(FileProtected):
        read_pdf(made_files.pdf(["One fish"], encrypt=made_files.PASSWORD), ignore)
    with pytest.raises(FileDamaged):
        read_pdf(b"%PDF-1.7\nand no more", ignore)


def test_pages_without_text_are_told() -> None:
    with pytest.raises(FileWithoutText):
        read_pdf(made_files.pdf(["", ""]), ignore)


def test_a_damaged_page_costs_only_itself() -> None:
    content = made_files.pdf(["One fish", "Two fish"]).replace(b"/Kids[4 0 R 6 0 R]", b"/Kids[9 0 R 6 0 R]")
    assert read_pdf(content, ignore).endswith("Two fish")


def test_reading_ends_at_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "MOST_CHARACTERS", 10)
    with pytest.raises(FileTextTooLong):
        read_pdf(made_files.pdf(["One fish", "Two fish"]), ignore)
