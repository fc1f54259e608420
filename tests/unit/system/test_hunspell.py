"""The system's spell checker. The library is a stand-in, built from C: a dictionary of three words."""

import ctypes
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import hunspell
from app.system.hunspell import Hunspell, installed

STAND_IN = """
#include <stdlib.h>
#include <string.h>
void *Hunspell_create(const char *aff, const char *dic) { return aff && dic ? strdup(dic) : 0; }
void Hunspell_destroy(void *h) { free(h); }
int Hunspell_spell(void *h, const char *w) { return !strcmp(w, "kiln") || !strcmp(w, "gr\\xc3\\xbcn"); }
int Hunspell_suggest(void *h, char ***list, const char *w) {
    *list = malloc(2 * sizeof(char *)); (*list)[0] = strdup("kiln"); (*list)[1] = strdup("gr\\xc3\\xbcn");
    return 2;
}
void Hunspell_free_list(void *h, char ***list, int n) {
    for (int i = 0; i < n; i++) free((*list)[i]);
    free(*list);
}
char *Hunspell_get_dic_encoding(void *h) { return "UTF-8"; }
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ctypes.CDLL:
    folder = tmp_path_factory.mktemp("stand-in")
    (folder / "stand_in.c").write_text(STAND_IN)
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-w", "-o", "stand_in.so", "stand_in.c"], cwd=folder, check=True
    )
    return ctypes.CDLL(str(folder / "stand_in.so"))


@pytest.fixture
def checker(library: ctypes.CDLL, tmp_path: Path) -> Iterator[Hunspell]:
    made = Hunspell(library, tmp_path / "en_GB.dic")
    yield made
    made.close()


def test_words_are_known_or_not(checker: Hunspell) -> None:
    assert [checker.knows(word) for word in ("kiln", "grün", "klin")] == [True, True, False]


def test_what_may_have_been_meant_is_suggested(checker: Hunspell) -> None:
    assert checker.suggestions("klin") == ["kiln", "grün"]


def test_what_cannot_be_written_is_none_of_its_business(checker: Hunspell) -> None:
    assert checker.knows("a\0b")
    assert checker.suggestions("a\0b") == []


def test_nobody_waits_for_a_word_while_others_are_looked_for(checker: Hunspell) -> None:
    with checker._in_use:
        assert checker.knows("klin")


def test_nobody_waits_for_its_end_while_words_are_looked_for(checker: Hunspell) -> None:
    with checker._in_use:
        checker.close()
        ending = next(each for each in threading.enumerate() if each.name == "dictionary")
        assert ending.is_alive()
    ending.join(5)
    assert not ending.is_alive()
    assert checker.suggestions("klin") == []


def test_after_its_end_all_is_known(checker: Hunspell) -> None:
    checker.close()
    checker.close()
    assert checker.knows("klin")


@pytest.mark.parametrize(("language", "chosen"), [("en_GB", "en_GB"), ("en_AU", "en_GB"), ("de_DE", None)])
def test_a_dictionary_of_the_language_is_found(tmp_path: Path, language: str, chosen: str | None) -> None:
    for name in ("en_GB", "en_US", "fr_FR"):
        (tmp_path / f"{name}.dic").touch()
        (tmp_path / f"{name}.aff").touch()
    (tmp_path / "de_DE.dic").touch()
    found = hunspell._dictionary(language, (str(tmp_path),))
    assert (found and found.stem) == chosen


def test_without_a_dictionary_there_is_no_checker(tmp_path: Path) -> None:
    assert installed("en_GB", (str(tmp_path),)) is None
