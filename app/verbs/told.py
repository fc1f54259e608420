"""What a short verb has to say, for a person and for a program."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from app.verbs.exit_codes import EXIT_DONE
from app.verbs.output import Output


@dataclass(frozen=True, slots=True)
class Told:
    """Lines for a person, values for a script. `is_answer`: it was asked for, rather than confirms a deed."""

    lines: Sequence[str]
    values: object
    code: int = EXIT_DONE
    is_answer: bool = True


async def tell(told: Told, options: Namespace, output: Output) -> int:
    """Say it, as it was asked for, and return the exit code."""
    if options.json:
        await output.write_json(told.values)
    elif told.is_answer or not options.quiet:
        for line in told.lines:
            await output.write_line(line)
    return told.code
