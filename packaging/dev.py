"""Sotto's development commands: run, test, check, bench, shots and lock. Needs only Python 3.11 with venv."""

import sys

# Everything beyond this line may use today's language; this file itself is understood by any Python.
if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for people whose Python is older
    sys.stderr.write(
        "Sotto needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Start this command again with a newer one, for example: python3.11 packaging/dev.py run\n".format(
            *sys.version_info[:2]
        )
    )
    sys.exit(3)

from verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
