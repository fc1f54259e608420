"""The look as frozen values: colours for light and dark, the type scale, spacing, radii and durations.

Lengths are the look's own, at 100 %: who lays out what holds text asks `scaled` for them. A text style is as
large as the person wants it at any moment.
"""

from dataclasses import dataclass
from typing import Literal

from app.ui.theme.scale import scaled

Tone = Literal[
    "ground",
    "side",
    "surface",
    "ink",
    "quiet",
    "line",
    "accent",
    "on_accent",
    "tint",
    "code",
    "hover",
    "chosen",
    "warn",
    "bad",
    "mark",
    "selection",
    "keyword",
    "string",
    "comment",
    "number",
    "function",
    "type",
]


@dataclass(frozen=True, slots=True)
class Colours:
    """What each tone is, as #RRGGBB. Every text colour keeps 4.5:1 on every ground it is used on."""

    ground: str
    side: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    tint: str
    code: str
    hover: str
    chosen: str
    warn: str
    bad: str
    mark: str
    selection: str
    keyword: str
    string: str
    comment: str
    number: str
    function: str
    type: str
    shadow_strength: int  # alpha of the one shadow, 0 to 255

    def of(self, tone: Tone) -> str:
        value: str = getattr(self, tone)
        return value


LIGHT = Colours(
    ground="#FBFAF8",
    side="#F3F1ED",
    surface="#FFFFFF",
    ink="#1F2328",
    quiet="#63676E",
    line="#E4E1DB",
    accent="#3B6757",
    on_accent="#FFFFFF",
    tint="#ECF0EB",
    code="#F4F3EF",
    hover="#EAE7E1",
    chosen="#E1E7E1",
    warn="#8A5A12",
    bad="#A63A32",
    mark="#F6E7B8",
    selection="#C6D8CF",
    keyword="#98316A",
    string="#2F6B4D",
    comment="#63676E",
    number="#85560F",
    function="#2A5DA8",
    type="#6B4BA0",
    shadow_strength=10,
)

DARK = Colours(
    ground="#17181A",
    side="#1C1E20",
    surface="#222528",
    ink="#E8E6E2",
    quiet="#A0A4AA",
    line="#2E3134",
    accent="#8FC4AF",
    on_accent="#10201A",
    tint="#212B27",
    code="#1D1F22",
    hover="#272A2D",
    chosen="#26322D",
    warn="#E0B25E",
    bad="#EE8F86",
    mark="#574A1E",
    selection="#35534A",
    keyword="#E59AC5",
    string="#9BD0AA",
    comment="#A0A4AA",
    number="#E0B25E",
    function="#92BBF0",
    type="#C5ADF0",
    shadow_strength=40,
)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A step of the type scale, in pixels: as the look has it, and as large as the person wants it."""

    usual_size: int
    usual_line: int
    fixed_pitch: bool = False

    @property
    def size(self) -> int:
        return scaled(self.usual_size)

    @property
    def line(self) -> int:
        return scaled(self.usual_line)


READING = TextStyle(15, 24)
INTERFACE = TextStyle(14, 20)
SMALL = TextStyle(12, 16)
CODE = TextStyle(13, 20, fixed_pitch=True)
HEADING = TextStyle(20, 28)  # the one line of an otherwise empty page

TEXT_FAMILIES = ("Inter", "Noto Sans")
CODE_FAMILIES = ("JetBrains Mono", "DejaVu Sans Mono")

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600

GRID = 4
RADIUS_SMALL, RADIUS_ROW, RADIUS_CODE, RADIUS_BUBBLE, RADIUS_COMPOSER = 6, 8, 10, 12, 14
ICON = 16

SIDEBAR_WIDTH = 272
HEADER_HEIGHT = 48
ROW_HEIGHT = 36
COLUMN_WIDTH = 720
COLUMN_MARGIN = 16
BUBBLE_INDENT = 96
NARROW_WINDOW = 720  # below this the sidebar and the conversation do not fit side by side

MOTION_MS = 120
FRAME_MS = 33  # growing text is laid out at most this often
