"""What is said of an import: before, what it would bring; after, what it has brought."""

from collections.abc import Iterator, Sequence

from app.domain.import_report import Preview, Report, program_of
from app.domain.parcel import Skipped
from app.ui.exchange.reasons import reason
from app.ui.measures import size
from app.ui.translation import tr
from app.ui.wording import words_for

_MOST_REASONS = 6


def preview_words(preview: Preview) -> str:
    """Say what is in a file, and what of it is new."""
    return "\n\n".join(_preview_sentences(preview))


def report_words(report: Report) -> str:
    """Say what has come in, and what has not."""
    return "\n\n".join(_report_sentences(report))


def brings_something(preview: Preview) -> bool:
    return preview.conversations > preview.in_trash


def _preview_sentences(preview: Preview) -> Iterator[str]:
    yield tr("{program}: {conversations} with {messages}, {size}.").format(
        program=program_of(preview.origin),
        conversations=_conversations(preview.conversations),
        messages=_messages(preview.items),
        size=size(preview.bytes),
    )
    if preview.files:
        yield tr("With {files} ({size}).").format(files=_files(preview.files), size=size(preview.file_bytes))
    if preview.known:
        known = _conversations(preview.known)
        yield tr("Here already: {count}. Only what is new is added.").format(count=known)
    if preview.in_trash:
        yield _in_trash(preview.in_trash)
    yield from _left_out(preview.skipped)
    if preview.fault:
        yield words_for(preview.fault).sentence


def _report_sentences(report: Report) -> Iterator[str]:
    if report.is_cancelled:
        yield tr("You have ended it. What had come in by then is here.")
    yield tr("New: {added}. Grown: {grown}. Unchanged: {known}.").format(
        added=_conversations(len(report.added)), grown=len(report.grown), known=report.known
    )
    if report.items or report.files:
        yield tr("{messages} and {files} in all.").format(
            messages=_messages(report.items), files=_files(report.files)
        )
    if report.in_trash:
        yield _in_trash(report.in_trash)
    yield from _left_out(report.skipped)
    if report.fault:
        yield words_for(report.fault).sentence


def _left_out(skipped: Sequence[Skipped]) -> Iterator[str]:
    if not skipped:
        return
    lines = [f"· {reason(each.why)} ({each.count})" for each in skipped[:_MOST_REASONS]]
    if len(skipped) > _MOST_REASONS:
        lines.append(tr("· and {count} other reasons").format(count=len(skipped) - _MOST_REASONS))
    yield "\n".join([tr("Left out:"), *lines])


def _in_trash(count: int) -> str:
    return tr("In the trash here, where they stay: {count}.").format(count=_conversations(count))


def _conversations(count: int) -> str:
    return tr("1 conversation") if count == 1 else tr("{count} conversations").format(count=count)


def _messages(count: int) -> str:
    return tr("1 message") if count == 1 else tr("{count} messages").format(count=count)


def _files(count: int) -> str:
    return tr("1 file") if count == 1 else tr("{count} files").format(count=count)
