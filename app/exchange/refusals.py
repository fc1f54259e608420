"""Why a file is not taken in: each reason with its sentence, known by name on both sides of a pipe.

The worker sends a name and no words of its own: what has read a hostile file is not to be quoted.
"""

from types import MappingProxyType

from app.domain.exchange_errors import (
    ConversationTooLarge,
    ExchangeError,
    ExportNeeded,
    ExportPackedTwice,
    ExportUnknown,
    FileDamaged,
    FileEmpty,
    FileFromFuture,
    FileKindUnknown,
    FileNestedTooDeep,
    FileProtected,
    FileSealed,
    FileTextTooLong,
    FileTooLarge,
    FileUnpacksTooLarge,
    FileUnreadable,
    FileWithoutText,
    PassphraseMisfit,
    PrintingFailed,
    ReaderEnded,
    ReadingTooLong,
    TooManyFiles,
)

_SENTENCES = MappingProxyType(
    {
        FileTooLarge: "The file has more bytes than Sotto takes in.",
        FileUnreadable: "The file cannot be opened.",
        FileEmpty: "The file is empty.",
        FileKindUnknown: "The file is of a kind that Sotto cannot read.",
        FileProtected: "The file opens only with a password.",
        FileWithoutText: "The document holds no text.",
        FileDamaged: "The file is damaged.",
        FileUnpacksTooLarge: "What is packed into the file is larger than Sotto unpacks.",
        FileTextTooLong: "The file holds more text than a model could be given.",
        ReadingTooLong: "Reading the file took longer than it may.",
        ReaderEnded: "The process that read the file ended before it had done so.",
        ExportUnknown: "The file is not the export of a program that Sotto knows.",
        ExportPackedTwice: "The file holds another packed file.",
        FileNestedTooDeep: "Parts of the file lie within one another too often.",
        ConversationTooLarge: "One conversation in the file is larger than Sotto takes in.",
        ExportNeeded: "Only the program that made this backup can read it.",
        TooManyFiles: "There are more files than Sotto looks through.",
        FileFromFuture: "A newer Sotto has written the file.",
        FileSealed: "The file opens with the passphrase that it was sealed by.",
        PassphraseMisfit: "The passphrase does not open the file.",
        PrintingFailed: "The process that makes pages ended before it had done so.",
    }
)
_BY_NAME = MappingProxyType({kind.__name__: kind for kind in _SENTENCES})


def refusal(kind: type[ExchangeError]) -> ExchangeError:
    """Return the error to raise."""
    return kind(_SENTENCES[kind])


def refusal_named(name: str) -> ExchangeError:
    """Return the error that a worker has named. A name that nobody gave is a worker gone astray."""
    return refusal(_BY_NAME.get(name, ReaderEnded))
