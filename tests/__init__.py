"""The tests. A package, so that no other installed package called `tests` can ever take its place."""
