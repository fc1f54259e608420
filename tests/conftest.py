"""Wires the bench. Guards come first: what is set up first looks last, when all else has been put away."""

import pytest

pytest.register_assert_rewrite("tests.fixtures", "tests.architecture.sources")

pytest_plugins = [
    "tests.fixtures.private_session",
    "tests.fixtures.places",
    "tests.fixtures.guards.files",
    "tests.fixtures.guards.network",
    "tests.fixtures.guards.logs",
    "tests.fixtures.guards.threads",
    "tests.fixtures.guards.qt_leaks",
    "tests.fixtures.guards.slow_callbacks",
    "tests.fixtures.event_loop",
    "tests.fixtures.child_run",
    "tests.fixtures.child_program",
    "tests.fixtures.model_server",
    "tests.fixtures.service",
    "tests.fixtures.screen",
    "tests.fixtures.assistive",
    "tests.fixtures.watched_process",
    "tests.fixtures.program",
    "tests.fixtures.core",
    "tests.fixtures.certificates",
    "tests.fixtures.patient",
    "tests.fixtures.pseudo_language",
]
