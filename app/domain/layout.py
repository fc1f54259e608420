"""How the window was left: sizes, and nothing that a person has written."""

from app.domain.preference import Preference

PANEL_WIDTH = Preference("width of the panel", 384)
