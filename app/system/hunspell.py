"""The system's own spell checker, where it is installed: libhunspell by its C interface.

Nothing of it is needed: without the library, or without a dictionary for the language, nothing is checked.
"""

import ctypes
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling")
_NAMES = (
    "libhunspell-1.7.so.0",
    "libhunspell-1.7.so",
    "libhunspell.so",
    "libhunspell-1.7.0.dylib",
    "libhunspell.dylib",
)
_MOST_SUGGESTIONS = 5


class Hunspell:
    """One dictionary. Making it takes a tenth of a second, and so does suggesting: both are for a thread.

    While words are suggested in one thread, every word counts as known in another: nobody waits.
    """

    def __init__(self, library: ctypes.CDLL, dictionary: Path) -> None:
        """`dictionary` is the .dic file; its .aff file lies beside it."""
        _declare(library)
        self._library = library
        self._checker = library.Hunspell_create(bytes(dictionary.with_suffix(".aff")), bytes(dictionary))
        self._in_use = Lock()
        self._encoding = library.Hunspell_get_dic_encoding(self._checker).decode("ascii", "replace")

    def knows(self, word: str) -> bool:
        """Whether the word is spelled right. What the dictionary cannot even write is not its business."""
        raw = self._raw(word)
        if raw is None or not self._in_use.acquire(blocking=False):
            return True
        try:
            checker = self._checker
            return checker is None or bool(self._library.Hunspell_spell(checker, raw))
        finally:
            self._in_use.release()

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first."""
        raw = self._raw(word)
        if raw is None:
            return []
        found = ctypes.POINTER(ctypes.c_char_p)()
        with self._in_use:
            checker = self._checker
            if checker is None:
                return []
            count = self._library.Hunspell_suggest(checker, ctypes.byref(found), raw)
            words = [found[place] or b"" for place in range(min(count, _MOST_SUGGESTIONS))]
            self._library.Hunspell_free_list(checker, ctypes.byref(found), count)
        return [each.decode(self._encoding, "replace") for each in words]

    def close(self) -> None:
        """Know nothing more. The dictionary is given back beside: that takes a while, as suggesting does."""
        checker, self._checker = self._checker, None
        if checker:
            Thread(target=self._give_back, args=(checker,), name="dictionary", daemon=True).start()

    def _give_back(self, checker: int) -> None:
        with self._in_use:
            self._library.Hunspell_destroy(checker)

    def _raw(self, word: str) -> bytes | None:
        try:
            return word.encode(self._encoding) if self._checker and "\0" not in word else None
        except (UnicodeEncodeError, LookupError):
            return None


def installed(language: str, folders: tuple[str, ...] = _FOLDERS) -> Hunspell | None:
    """Return the checker for a language such as en_GB, or for its next of kin, where there is one."""
    library, dictionary = _library(), _dictionary(language, folders)
    return Hunspell(library, dictionary) if library and dictionary else None


def _dictionary(language: str, folders: tuple[str, ...]) -> Path | None:
    """Return the language's own dictionary, or that of another country where it is spoken."""
    kin = f"{language.split('_')[0]}_*.dic"
    for pattern in (f"{language}.dic", kin):
        for folder in folders:
            for found in sorted(Path(folder).glob(pattern)):
                if found.with_suffix(".aff").exists():
                    return found
    return None


def _library() -> ctypes.CDLL | None:
    """Return the library, by the names it goes by. Looking for it otherwise would start other programs."""
    for name in _NAMES:
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _declare(library: ctypes.CDLL) -> None:
    checker, text, words = ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p))
    for name, answer, given in (
        ("create", checker, (text, text)),
        ("destroy", None, (checker,)),
        ("spell", ctypes.c_int, (checker, text)),
        ("suggest", ctypes.c_int, (checker, words, text)),
        ("free_list", None, (checker, words, ctypes.c_int)),
        ("get_dic_encoding", text, (checker,)),
    ):
        function = getattr(library, f"Hunspell_{name}")
        function.restype, function.argtypes = answer, list(given)
