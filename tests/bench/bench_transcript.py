"""What the transcript costs: to open a conversation, to scroll, to resize, to let a reply grow, and to keep.

Prints rows as JSON. The work itself is the package beside this file; --help tells what it can be told.
"""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent

if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        sys.exit("This measurement needs a display: python3 packaging/dev.py bench transcript")
    # As a module started from the repository, so that it measures this program and no installed one.
    sys.exit(subprocess.call([sys.executable, "-m", "tests.bench.transcript", *sys.argv[1:]], cwd=REPOSITORY))
