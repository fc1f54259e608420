"""How fast conversations leave the archive, beside reading the same messages from it in the same run.

Prints rows as JSON. The work itself is the package beside this file; --help tells what it can be told.
"""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent

if __name__ == "__main__":
    # As a module started from the repository, so that it measures this program and no installed one.
    sys.exit(subprocess.call([sys.executable, "-m", "tests.bench.exchange", *sys.argv[1:]], cwd=REPOSITORY))
