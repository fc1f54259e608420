"""The pages of the settings, in the order in which they are listed, and what each is called."""

from enum import StrEnum

from app.ui.translation import tr


class Place(StrEnum):
    SERVICES = "services"
    MODELS = "models"
    ASSISTANTS = "assistants"
    PROMPTS = "prompts"
    CONTEXT = "context"
    APPEARANCE = "appearance"
    SHORTCUTS = "shortcuts"
    SECURITY = "security"
    BACKUPS = "backups"
    RETENTION = "retention"
    DIAGNOSTICS = "diagnostics"

    @property
    def words(self) -> str:
        return _titles()[self]


def _titles() -> dict[Place, str]:
    return {
        Place.SERVICES: tr("Model services"),
        Place.MODELS: tr("Models"),
        Place.ASSISTANTS: tr("Assistants"),
        Place.PROMPTS: tr("Saved prompts"),
        Place.CONTEXT: tr("Context"),
        Place.APPEARANCE: tr("Appearance"),
        Place.SHORTCUTS: tr("Keyboard"),
        Place.SECURITY: tr("Security"),
        Place.BACKUPS: tr("Backups"),
        Place.RETENTION: tr("Deleting by itself"),
        Place.DIAGNOSTICS: tr("Diagnostics"),
    }
