"""Why a file could not be taken in, in words for a person: a title, what happened, and what to do next."""

from types import MappingProxyType

from app.ui.translation import said

FILE_WORDS = MappingProxyType(
    {
        "ExchangeError": (said("The file cannot be used"), "{summary}", said("Choose another file.")),
        "FileTooLarge": (
            said("The file is too large"),
            said("A file may have up to 50 MB."),
            said("Attach a smaller one, or a part of it."),
        ),
        "FileUnreadable": (
            said("The file cannot be opened"),
            said("It is no longer there, or it may not be read."),
            said("Check where it is and who may read it, then choose it again."),
        ),
        "FileEmpty": (
            said("The file is empty"),
            said("There is nothing in the file."),
            said("Choose another one."),
        ),
        "FileKindUnknown": (
            said("This kind of file cannot be read"),
            said(
                "Sotto reads pictures (PNG, JPEG, WebP, GIF), PDF and DOCX documents, and files of "
                "plain text."
            ),
            said("Save it as one of these, then attach that."),
        ),
        "FileProtected": (
            said("The file is protected"),
            said("It opens only with a password."),
            said("Save a copy without the password, then use that."),
        ),
        "FileWithoutText": (
            said("There is no text in the document"),
            said("It may hold pictures of its pages, as a scanner makes them."),
            said("Attach the pages as pictures, or a version with text."),
        ),
        "FileDamaged": (
            said("The file is damaged"),
            said("It is not what its beginning says, or a part of it is missing."),
            said("Open it in the program that made it and save it anew, then use that."),
        ),
        "FileUnpacksTooLarge": (
            said("The file unpacks too large"),
            said("It is small by itself, but what is packed into it is larger than Sotto unpacks."),
            said("Use a smaller one, or a part of it."),
        ),
        "FileTextTooLong": (
            said("The file holds too much text"),
            said("There is more text in it than any model could be given."),
            said("Attach the part of it that matters."),
        ),
        "ReadingTooLong": (
            said("Reading the file took too long"),
            said("It was given up, so that nothing else has to wait for it."),
            said("Try once more, or use a part of it."),
        ),
        "ReaderEnded": (
            said("The file could not be read"),
            said("The process that reads files broke off over it. Nothing else was harmed."),
            said("Try once more. If it stays so, save the file in another way and use that."),
        ),
        "ExportUnknown": (
            said("Nothing to import was found"),
            said("The file is not the export of a program that Sotto knows."),
            said("Choose the export as the program made it, a packed one as it is."),
        ),
        "ExportPackedTwice": (
            said("The export is packed twice"),
            said("The file holds another packed file, and Sotto opens only the outer one."),
            said("Unpack the outer file, then import the inner one."),
        ),
        "ExportNeeded": (
            said("Only Cherry Studio can read this backup"),
            said("It is a copy of the program's own storage, and not an export."),
            said("In Cherry Studio, export the topics as Markdown or JSON, then import those files."),
        ),
        "FileNestedTooDeep": (
            said("The file is nested too deep"),
            said("Its parts lie within one another more often than any program writes them."),
            said("Export the conversations anew from the program that they come from."),
        ),
        "ConversationTooLarge": (
            said("A conversation is too large"),
            said("One conversation in the file is larger than Sotto takes in."),
            said("Export it by itself without its pictures and files, then import that."),
        ),
        "TooManyFiles": (
            said("There are too many files"),
            said("The folder or the packed file holds more files than Sotto looks through."),
            said("Choose the folder or the file of the export alone."),
        ),
        "FileFromFuture": (
            said("A newer Sotto has written the file"),
            said("This one does not know its form yet."),
            said("Update Sotto, then try again."),
        ),
        "FileSealed": (
            said("The file is sealed"),
            said("It opens with the passphrase that was chosen when it was exported."),
            said("Enter that passphrase."),
        ),
        "PassphraseMisfit": (
            said("The passphrase does not fit"),
            said("This passphrase does not open the file."),
            said("Try again. Capitals and spaces count."),
        ),
        "PrintingFailed": (
            said("The pages could not be made"),
            said("The process that makes them broke off. Nothing has been written."),
            said("Try once more, or export another format."),
        ),
    }
)
