"""The words of the window, and what translators have made of them."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.architecture.sources import plant
from translations import TRANSLATIONS, pack, read_translations, words, write_translations

GERMAN = TRANSLATIONS / "de.ts"
FIELD = re.compile(r"\{\w*\}")
# Files whose words have not come to rest: they are translated as soon as they have. Everything else is.
UNSETTLED: tuple[str, ...] = ()


def untranslated(
    found: dict[str, str], known: dict[str, str], unsettled: tuple[str, ...] = UNSETTLED
) -> list[str]:
    """The words of settled files that have no translation."""
    return sorted(
        text for text, place in found.items() if text not in known and not place.startswith(unsettled)
    )


def altered_fields(known: dict[str, str]) -> list[str]:
    """The translations in which something that is filled in has been lost or renamed."""
    return [source for source, text in known.items() if fields(source) != fields(text)]


def fields(text: str) -> list[str]:
    return sorted(FIELD.findall(text))


def test_every_word_of_the_window_has_a_german_one() -> None:
    assert untranslated(words(), read_translations(GERMAN)) == []


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    assert altered_fields(read_translations(GERMAN)) == []


def test_german_quotes_and_dots_are_german() -> None:
    known = read_translations(GERMAN)
    assert [text for text in known.values() if '"' in text or text.count("„") != text.count("“")] == []
    assert [text for text in known.values() if re.search(r"\w…", text)] == []


def test_what_qt_loads_is_what_was_written() -> None:
    packed, known = QTranslator(), read_translations(GERMAN)
    assert packed.load(str(GERMAN.with_suffix(".qm")))
    assert [source for source, text in known.items() if packed.translate("sotto", source) != text] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('tr("Delete it")', ["Delete it"]),
        ('tr("Two " "halves")', ["Two halves"]),
        ('TABLE = (said("One"), other("Two"))', ["One"]),
        ('Words("A title", "{summary}", "Then.")', ["A title", "Then."]),
        ('class Command(StrEnum):\n    LOCK = "Lock"', ["Lock"]),
        ("tr(words)", []),
    ],
)
def test_words_are_found_where_they_are_said(tmp_path: Path, code: str, expected: list[str]) -> None:
    assert list(words(plant(tmp_path, "a.py", code + "\n"))) == expected


def test_a_word_without_a_translation_and_a_lost_field_are_named() -> None:
    found = {"Delete it": "settings/a.py", "New": "sidebar/b.py", "Unlock": "panels/unlock_page.py"}
    assert untranslated(found, {}) == ["Delete it", "New", "Unlock"]
    assert untranslated(found, {}, ("sidebar/",)) == ["Delete it", "Unlock"]
    assert altered_fields({"{count} days": "{zahl} Tage"}) == ["{count} days"]


def test_what_is_known_is_kept_and_what_is_no_longer_said_goes(tmp_path: Path) -> None:
    file = tmp_path / "de.ts"
    write_translations(file, {"Lock": "a.py", "New\nline": "b.py"}, {"Lock": "Sperren", "Gone": "Fort"})
    assert read_translations(file) == {"Lock": "Sperren"}
    pack(file)
    packed = QTranslator()
    assert packed.load(str(file.with_suffix(".qm")))
    assert packed.translate("sotto", "Lock") == "Sperren"
