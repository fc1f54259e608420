"""The Qt binding survives ordinary use.

PySide6 6.12.0 drops a reference to None or True with each emitted signal, which ends the process on
Python 3.11 after a few hundred of them.
"""

import subprocess
import sys

EMITS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(bool, object)

bell = Bell()
heard = []
bell.rang.connect(lambda *words: heard.append(words))
for _ in range(5000):
    bell.rang.emit(True, None)
print(len(heard))
"""


def test_five_thousand_signals_are_survived() -> None:
    finished = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, text=True, check=False)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "5000\n", "")
