"""What a frame costs while another conversation, a long one, is written into a file."""

import asyncio
import tempfile
from pathlib import Path

from app.chat.exporting import Exporting
from app.domain.export_choice import ExportChoice, Format
from tests.bench.archive.measuring import Row
from tests.bench.transcript.moving import p95, to_the_middle, wheel_times
from tests.bench.transcript.stage import LONG, Stage

_FRAME_MS = 16.7  # at sixty in a second


async def exporting_rows(stage: Stage) -> list[Row]:
    await to_the_middle(stage)
    return [await _beside(stage, form) for form in (Format.MARKDOWN, Format.JSON)]


async def _beside(stage: Stage, form: Format) -> Row:
    name = f"wheel frame while {stage.conditions.count(LONG)} messages become {form}, 95 of 100"
    with tempfile.TemporaryDirectory(prefix="sotto-bench-") as folder:
        exporting = Exporting(stage.archive)
        out = exporting.to_file([stage.long[1]], ExportChoice(form), Path(folder) / "out")
        writing = asyncio.ensure_future(out)
        times = await wheel_times(stage)
        ended_early = writing.done()
        await writing
    if ended_early:
        return stage.conditions.missing(name, "the export ended before the frames did")
    return stage.conditions.absolute(name, p95(times), _FRAME_MS)
