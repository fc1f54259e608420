"""What can be wrong with a file that is taken in or written.

ExchangeError               FileTooLarge, FileUnreadable, FileEmpty, FileKindUnknown, FileProtected,
                            FileWithoutText, FileDamaged, FileUnpacksTooLarge, FileTextTooLong,
                            ReadingTooLong, ReaderEnded, ExportUnknown, ExportPackedTwice,
                            FileNestedTooDeep, ConversationTooLarge, TooManyFiles, FileFromFuture,
                            FileSealed, PassphraseMisfit, PrintingFailed, ExportNeeded
"""

from app.domain.errors import AppError


class ExchangeError(AppError):
    """A file could not be taken in or written."""


class FileTooLarge(ExchangeError):
    """The file has more bytes than Sotto takes in."""


class FileUnreadable(ExchangeError):
    """There is no such file, or it may not be read."""

    retryable = True


class FileEmpty(ExchangeError):
    """There is nothing in the file."""


class FileKindUnknown(ExchangeError):
    """The file is of a kind that Sotto cannot read."""


class FileProtected(ExchangeError):
    """The file opens only with a password."""


class FileWithoutText(ExchangeError):
    """The document holds pictures of pages, or nothing, but no text."""


class FileDamaged(ExchangeError):
    """The file is not what it begins as, or a part of it is missing."""


class FileUnpacksTooLarge(ExchangeError):
    """What is packed into the file is larger than Sotto unpacks."""


class FileTextTooLong(ExchangeError):
    """The file holds more text than any model could be given."""


class ReadingTooLong(ExchangeError):
    """Reading the file took longer than it may."""

    retryable = True


class ReaderEnded(ExchangeError):
    """The process that read the file ended before it had done so."""

    retryable = True


class FileFromFuture(ExchangeError):
    """A newer Sotto has written the file."""


class FileSealed(ExchangeError):
    """The file opens with the passphrase that it was sealed by, and none was given."""

    retryable = True


class PassphraseMisfit(ExchangeError):
    """The passphrase does not open a sealed file."""

    retryable = True


class PrintingFailed(ExchangeError):
    """The process that makes pages ended before it had done so."""

    retryable = True


class ExportUnknown(ExchangeError):
    """No program that Sotto knows has written this."""


class ExportPackedTwice(ExchangeError):
    """What could be taken in lies packed within another packed file."""


class FileNestedTooDeep(ExchangeError):
    """Parts of the file lie within one another more often than any program writes them."""


class ConversationTooLarge(ExchangeError):
    """One conversation in the file is larger than Sotto takes in."""


class TooManyFiles(ExchangeError):
    """A folder or a packed file holds more files than Sotto looks through."""


class ExportNeeded(ExchangeError):
    """The file is a copy of a program's own storage, which nothing but that program can read."""
