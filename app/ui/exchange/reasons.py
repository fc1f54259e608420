"""Why something of an import stays behind, in the language of the person.

The readers of exports know no window and say their reasons in plain English. They stand here again, so that
they are translated; one that is not among them is shown as it came.
"""

from app.ui.translation import said, translated

REASONS = frozenset(
    {
        said("A message came without what is needed to read it."),
        said("A message was changed in the file after it was written: it comes as it stands there."),
        said("A part of the file is none that this version knows."),
        said("Activity in HTML. Ask Google Takeout for it once more, and choose JSON as its format"),
        said("An attached file does not lie beside the Markdown."),
        said("Attachments that are larger than Sotto keeps"),
        said("Attachments that are not in the export"),
        said("Attachments that cannot be read"),
        said("Bounds between conversations: the export does not tell them, so half an hour of silence does"),
        said("Conversations that are larger than Sotto takes in"),
        said("Conversations that were there twice"),
        said("Conversations whose files are damaged"),
        said("Conversations whose parts do not fit together"),
        said("Conversations without a single message"),
        said("Documents that belong to a project and to none of its conversations"),
        said("Entries that are no conversations"),
        said("Entries that are no messages"),
        said("Entries that are no questions, such as feedback"),
        said("Files of the export that are damaged or break off"),
        said("Files that are no Markdown"),
        said("Files without text that can be read"),
        said("Links that led back into themselves"),
        said("Messages that the program has locked with a key of its own"),
        said("Messages that were there twice"),
        said("Newest messages may be missing: close the program that the database is of, then import again"),
        said("Parts of messages of a kind that Sotto does not know"),
        said("Texts that are larger than Sotto takes in"),
        said("The content of an attached file was not whole."),
        said("The file was written by a newer version of Sotto, and this one cannot read it."),
    }
)


def reason(why: str) -> str:
    return translated(why) if why in REASONS else why
