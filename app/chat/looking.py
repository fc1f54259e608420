"""What a look into an export has found so far."""

from dataclasses import replace

from app.domain.exchange_errors import ExchangeError
from app.domain.import_report import Preview
from app.domain.parcel import FileBytes, Parcel, Skipped
from app.exchange.export_reader import Found, Origin


class Looking:
    """Counts. Of the conversations it keeps no more than what they are called where they come from."""

    def __init__(self) -> None:
        self.preview = Preview("", 0)
        self.ids: list[str] = []
        self.skipped: list[Skipped] = []

    def add(self, found: Found) -> None:
        seen = self.preview
        match found:
            case Origin(name=name):
                self.preview = replace(seen, origin=name)
            case Parcel(head=head, items=items):
                self.ids.append(head.id)
                files = sum(len(item.files) for item in items)
                self.preview = replace(
                    seen,
                    conversations=seen.conversations + 1,
                    items=seen.items + len(items),
                    files=seen.files + files,
                )
            case FileBytes(content=content):
                self.preview = replace(seen, file_bytes=seen.file_bytes + len(content))
            case Skipped():
                self.skipped.append(found)

    def end(self, error: ExchangeError) -> None:
        """Take note of what ended it early. Where nothing was found before, that is raised."""
        if not self.preview.conversations:
            raise error
        self.preview = replace(self.preview, fault=error.fault)
