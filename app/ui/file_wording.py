"""Why a file could not be taken in, in words for a person: a title, what happened, and what to do next."""

from types import MappingProxyType

FILE_WORDS = MappingProxyType(
    {
        "ExchangeError": ("The file cannot be used", "{summary}", "Choose another file."),
        "FileTooLarge": (
            "The file is too large",
            "A file may have up to 50 MB.",
            "Attach a smaller one, or a part of it.",
        ),
        "FileUnreadable": (
            "The file cannot be opened",
            "It is no longer there, or it may not be read.",
            "Check where it is and who may read it, then attach it again.",
        ),
        "FileEmpty": ("The file is empty", "There is nothing in the file.", "Choose another one."),
        "FileKindUnknown": (
            "This kind of file cannot be read",
            "Sotto reads pictures (PNG, JPEG, WebP, GIF), PDF and DOCX documents, and files of plain text.",
            "Save it as one of these, then attach that.",
        ),
        "FileProtected": (
            "The file is protected",
            "It opens only with a password.",
            "Save a copy without the password, then attach that.",
        ),
        "FileWithoutText": (
            "There is no text in the document",
            "It may hold pictures of its pages, as a scanner makes them.",
            "Attach the pages as pictures, or a version with text.",
        ),
        "FileDamaged": (
            "The file is damaged",
            "It is not what its beginning says, or a part of it is missing.",
            "Open it in the program that made it and save it anew, then attach that.",
        ),
        "FileUnpacksTooLarge": (
            "The file unpacks too large",
            "It is small by itself, but what is packed into it is larger than Sotto unpacks.",
            "Attach a smaller one, or a part of it.",
        ),
        "FileTextTooLong": (
            "The file holds too much text",
            "There is more text in it than any model could be given.",
            "Attach the part of it that matters.",
        ),
        "ReadingTooLong": (
            "Reading the file took too long",
            "It was given up, so that nothing else has to wait for it.",
            "Try once more, or attach a part of it.",
        ),
        "ReaderEnded": (
            "The file could not be read",
            "The process that reads files broke off over it. Nothing else was harmed.",
            "Try once more. If it stays so, save the file in another way and attach that.",
        ),
    }
)
