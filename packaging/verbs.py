"""What each verb of dev.py does, and how a command line becomes a verb."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import bench_report
import lock_requirements
from install_stamp import Purpose
from memory_folder import use_memory
from places import ROOT, VENV_PYTHON, program
from private_session import private_session, run_inside
from pytest_options import is_partial, pytest_arguments
from refusal import Refusal
from side_by_side import run_whole
from virtual_environment import ensure_venv_module, prepare

USAGE = """Usage: python3 packaging/dev.py VERB

  run [-- SOTTO'S OPTIONS]       install what is needed and start Sotto
  test [--long] [PYTEST OPTIONS] check everything: lint, format, types, contracts, tests
  check                          lint, format, types and contracts alone
  bench [NAME...] [--json FILE] [-- ITS OPTIONS]
                                 measure, and print a table
  shots [FOLDER]                 take pictures of the main screens
  lock [UV OPTIONS]              regenerate the locked requirements
"""
CHECKS = {
    "lint": ["ruff", "check"],
    "format": ["ruff", "format", "--check"],
    "types": ["mypy"],
    "contracts": ["lint-imports", "--no-logo"],
}
BENCHES = ROOT / "tests" / "bench"
WRONG_USE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        sys.stderr.write(USAGE)
        return WRONG_USE
    try:
        return verb(arguments[1:])
    except Refusal as refusal:
        sys.stdout.flush()
        sys.stderr.write(f"{refusal}\n")
        return refusal.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return INTERRUPTED


def run(arguments: Sequence[str]) -> int:
    """Start Sotto in place of this process, so that signals and the exit code are its own."""
    if arguments and arguments[0] != "--":
        raise Refusal(f"Options for Sotto follow two dashes: run -- {' '.join(arguments)}", WRONG_USE)
    prepare(Purpose.RUN, "run")
    command = [program("sotto"), *arguments[1:]]
    if os.name != "nt":  # Windows cannot replace a process: there we wait for it
        os.execv(command[0], command)  # noqa: S606
    return subprocess.call(command)


def test(arguments: Sequence[str]) -> int:
    """Run all that guards the project, or the tests that were chosen after the same checks."""
    prepare(Purpose.TEST, "test")
    failed = failed_checks()
    use_memory()
    options = pytest_arguments(arguments, ROOT)
    if not is_partial(arguments, ROOT):
        return run_whole(options) or report_checks(failed)
    with private_session() as environment:
        code = run_inside([str(VENV_PYTHON), "-m", "pytest", *options], environment, ROOT)
    return code or report_checks(failed)


def check(arguments: Sequence[str]) -> int:
    refuse_options("check", arguments)
    prepare(Purpose.TEST, "check")
    return report_checks(failed_checks())


def failed_checks() -> list[str]:
    """Run every check, and name those that failed."""
    return [name for name, command in CHECKS.items() if not passes(name, command)]


def passes(name: str, command: Sequence[str]) -> bool:
    print(f"· {name}: {' '.join(command)}", flush=True)
    return subprocess.call([program(command[0]), *command[1:]], cwd=ROOT) == 0


def report_checks(failed: Sequence[str]) -> int:
    if failed:
        sys.stderr.write(f"These checks failed: {', '.join(failed)}.\n")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Run bench programs, one after the other, each in its own process of one private session."""
    ours, options = before_and_after_dashes(arguments)
    names, target = bench_arguments(ours)
    programs = [bench_program(name) for name in names] or sorted(BENCHES.glob("bench_*.py"))
    if not programs:
        raise Refusal("There is nothing to measure yet.")
    prepare(Purpose.TEST, "bench")
    compile_app()
    with private_session(display=True) as environment:
        rows = [row for path in programs for row in measure(path, environment, options)]
    print(bench_report.as_table(rows))
    if target:
        target.write_text(bench_report.as_json(rows), encoding="utf-8")
    return 0 if all(row.ok for row in rows) else 1


def compile_app() -> None:
    """Measure the start that people have every day, not the one after a change of the code."""
    subprocess.run([str(VENV_PYTHON), "-m", "compileall", "-q", "app"], cwd=ROOT, check=False)


def before_and_after_dashes(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is meant for the verb, and what for the program that it starts."""
    words = list(arguments)
    place = words.index("--") if "--" in words else len(words)
    return words[:place], words[place + 1 :]


def bench_arguments(arguments: Sequence[str]) -> tuple[list[str], Path | None]:
    """The names of the benches, and the file for the rows."""
    names = list(arguments)
    if "--json" not in names:
        return names, None
    place = names.index("--json")
    if place + 1 == len(names):
        raise Refusal("Name the file that --json shall write.", WRONG_USE)
    target = Path(names[place + 1])
    return names[:place] + names[place + 2 :], target


def bench_program(name: str) -> Path:
    path = BENCHES / f"bench_{name}.py"
    if not path.exists():
        known = ", ".join(sorted(one.stem.removeprefix("bench_") for one in BENCHES.glob("bench_*.py")))
        raise Refusal(f"There is no bench called {name}. There are: {known or 'none yet'}.", WRONG_USE)
    return path


def measure(path: Path, environment: dict[str, str], options: Sequence[str] = ()) -> list[bench_report.Row]:
    print(f"· Measuring: {path.stem.removeprefix('bench_')}", flush=True)
    done = subprocess.run(
        [str(VENV_PYTHON), str(path), *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(f"{path.name} ended with exit code {done.returncode}; the lines above say why.")
    return bench_report.read_rows(path.name, done.stdout)


def shots(arguments: Sequence[str]) -> int:
    """Take pictures of the main screens on a virtual display."""
    folder = Path(arguments[0] if arguments else "shots").resolve()
    refuse_options("shots", arguments[1:])
    prepare(Purpose.TEST, "shots")
    folder.mkdir(parents=True, exist_ok=True)
    with private_session(display=True) as environment:
        return run_inside([str(VENV_PYTHON), "tests/gallery/shots.py", str(folder)], environment, ROOT)


def lock(arguments: Sequence[str]) -> int:
    ensure_venv_module("lock")
    lock_requirements.lock(arguments)
    return 0


def refuse_options(verb: str, arguments: Sequence[str]) -> None:
    if arguments:
        raise Refusal(f"{verb} does not understand: {' '.join(arguments)}", WRONG_USE)


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "shots": shots,
    "lock": lock,
}
