"""What a person can do about a history that does not open, said behind what is wrong with it."""

from app.domain.errors import AppError, ArchiveMissing, SidecarLost, StoreDamaged
from app.domain.remedy import Remedy, remedies_for


def sentence_for(error: AppError) -> str:
    """Return what is wrong, and the verbs that may help."""
    remedies = remedies_for(error)
    if Remedy.RESTORE not in remedies or not isinstance(error, (StoreDamaged, ArchiveMissing, SidecarLost)):
        return error.summary
    rescue = ", and `sotto salvage` what can still be read" if Remedy.RESCUE in remedies else ""
    return f"{error.summary} `sotto restore` brings back a backup{rescue}."
