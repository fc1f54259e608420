"""What the engine costs on top of the bare SDK: time for each token, to the first one, to stop, and commits.

Prints rows as JSON. The work itself is the package beside this file; --help tells what it can be told.
How long it takes to plan a request over 100 000 items is told by the bench of contexts.
"""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent

if __name__ == "__main__":
    # As a module started from the repository, so that it measures this program and no installed one.
    sys.exit(subprocess.call([sys.executable, "-m", "tests.bench.engine", *sys.argv[1:]], cwd=REPOSITORY))
