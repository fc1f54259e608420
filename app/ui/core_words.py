"""What the core says of an error or of a check, in the language of the person.

The core knows no window and speaks plain English, for the log of a script as well. Its sentences stand here
again, so that they are translated; what it fills in is found by their shape. What is not among them, such as
a service's own words, is shown as it came.
"""

import re

from app.ui.translation import said, tr, translated

_TOLD = " It says: "  # the core puts it between its own sentence and a service's

_SENTENCES = (
    # Services
    said("A header has a plain name and one line of plain text."),
    said("A model's name is needed."),
    said("A time to wait is a number of seconds, a day at most."),
    said("No secure connection to the service could be made."),
    said("The account behind the key has nothing left to spend."),
    said("The address must begin with https:// or http://."),
    said("The address must not hold a password, a space, a question mark or a hash sign."),
    said("The address names no server that could be asked."),
    said("The address names no server."),
    said("The connection to the service failed."),
    said("The file with certificates cannot be read as such."),
    said("The key holds signs that no key has."),
    said("The key may not use this service or model."),
    said("The proxy does not lead to the service."),
    said("The proxy wants a name and a password, or does not accept them."),
    said("The proxy's address must begin with http:// or https://."),
    said("The service answers, but its list does not have this model."),
    said("The service asks to wait."),
    said("The service did not answer in time."),
    said("The service does not accept the key."),
    said("The service does not accept the request."),
    said("The service failed in the middle of its reply."),
    said("The service has no such model, or is not at this address."),
    said("The service has no such model."),
    said("The service points to another address, which Sotto does not follow."),
    said("The service reported an error in the middle of its reply."),
    said("The service sent something that cannot be read."),
    said("The service takes less at once than a summary needs."),
    said("The service's answer is longer than any reply could be."),
    said("The service's certificate could not be trusted."),
    said("The service's filter ended the reply."),
    said("What answers at this address hangs up, or is no web server."),
    said("What answers at this address is not a model service."),
    said("The model gave no summary that could be used."),
    said("What was to be summed up was changed in the meantime."),
    # Keys
    said("A passphrase must be set before the key can leave the keyring."),
    said("The passphrase is what opens this archive; put the key into the keyring first."),
    said("There is no passphrase for this archive."),
    said("There is no recovery key for this archive."),
    said("There is no recovery key that waits to be typed back."),
    # Checks
    said("The file that tells which key is needed is gone."),
    said("The index of the search is not whole. No message is lost by that."),
    said("The index of the search was not whole, and has been made anew. Nothing is lost."),
    said("The sidecar and its copy differ. The next start mends that."),
    said("There is no backup yet."),
)
_SHAPES = (
    said("Nothing answers at the proxy's address."),
    said("Nothing answers at the service's address."),
    said("The header {name} is set by Sotto itself."),
    said("The proxy did not answer in time."),
    said("The proxy's name could not be found."),
    said("The service failed with status {status}."),
    said("The service's name could not be found."),
    said("There is no such practice model, only {names}."),
    said("A copy needs {needed} MiB, and {free} MiB are free."),
    said("A rescue needs {needed} MiB, and {free} MiB are free."),
    said("A set of {count} copies needs {needed} MiB, and {free} MiB are free."),
    said("The backup needs {needed} MiB, and {free} MiB are free."),
    said("This profile is open already, in {holder}."),
    said("Backups that are not whole: {names}."),
    said("Conversations that show no branch of their own: {count}."),
    said("Damage to the file kept the check of “{part}” from its end."),
    said("Empty stretches of history, which do no harm: {count}."),
    said("Files or folders that others may look into: {count}."),
    said("Messages that an earlier damage has taken: {count}."),
    said("Pages of the archive that are not as they were written: {count}."),
    said("Places in the archive where its pages do not fit together: {count}."),
    said("Replies that are being written, or will be ended at the next start: {count}."),
    said("Stretches of history with a hole in them: {count}."),
    said("There is little room on the disk: {megabytes} MB."),
    said("Things that belong to something that is missing: {count}."),
)
_FIELD = re.compile(r"\\\{(\w+)\\\}")


def in_own_words(sentence: str) -> str:
    """Return a sentence of the core as the person reads it, or as it came if nobody knows it."""
    own, mark, told = sentence.partition(_TOLD)
    if mark:
        return f"{in_own_words(own)} {tr('It says: {words}').format(words=told)}"
    if sentence in _SENTENCES:
        return translated(sentence)
    for shape in _SHAPES:
        if match := re.fullmatch(_FIELD.sub(r"(?P<\1>.+)", re.escape(shape)), sentence):
            return translated(shape).format(**match.groupdict())
    return sentence
