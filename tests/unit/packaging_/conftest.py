"""The development commands are programs, not a package: their folder is where their modules are found."""

import sys

from tests.fixtures.places import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "packaging"))
