"""Pictures, as a model is given them: upright, no larger than it takes, without a word of their origin.

Every picture is drawn anew, even one that would fit: what leaves here was written by our own encoder from
nothing but the colours. So neither the camera's notes (place, time, owner) nor anything else that hides in a
file of pictures comes along, and no other decoder ever meets a hostile one.
"""

import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from types import MappingProxyType

# These are otherwise brought in while a file is read, when no file may be opened any more.
from PIL import (  # noqa: F401
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from app.domain.exchange_errors import FileDamaged, FileUnpacksTooLarge
from app.exchange.file_kinds import FileKind
from app.exchange.refusals import refusal

_MOST_PIXELS = 100_000_000
_HEAVIEST = 3_500_000
"""Bytes. Written as text, that is what the strictest of the large services takes."""

_QUALITY = 90
_LOSSLESS = b"VP8L"
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_DEEP_TO_PLAIN = 1 / 256
_ORIENTATION = 0x0112
_TURNS = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
# All that the library has been seen to raise over files that are not what they begin as.
_DAMAGE = (
    OSError,
    SyntaxError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Picture:
    media_type: str
    content: bytes = field(repr=False)


def read_picture(content: bytes, kind: FileKind, longest_side: int) -> Picture:
    """Return the picture to give to a model. Of a moving one it is the first frame. Raises ExchangeError."""
    try:
        image = _opened(content, kind, longest_side)
        image.load()
        drawn = _drawn(image, longest_side)
        return _as_photograph(drawn) if _was_photograph(content, kind) else _as_drawing(drawn)
    except _DAMAGE as error:
        raise refusal(FileDamaged) from error


def _opened(content: bytes, kind: FileKind, longest_side: int) -> Image.Image:
    """Look at a picture's head. Its size is known before any of it is unpacked."""
    Image.MAX_IMAGE_PIXELS = None  # our own bound is checked below, and is an error of ours
    image = Image.open(BytesIO(content), formats=[kind.name])
    if image.width * image.height > _MOST_PIXELS:
        raise refusal(FileUnpacksTooLarge)
    image.draft(None, (longest_side, longest_side))  # a JPEG can be unpacked smaller than it is
    return image


def _drawn(image: Image.Image, longest_side: int) -> Image.Image:
    """Return the colours alone: small enough, upright, and as every screen shows them."""
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    profile = image.info.get("icc_profile")
    image = _in_plain_colours(image)
    image.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    image = _on_any_screen(image, profile)
    if turn is not None:
        image = image.transpose(turn)
    image.info.clear()  # the encoders would write down some of it
    return image


def _in_plain_colours(image: Image.Image) -> Image.Image:
    if image.mode in _DEEP:
        return image.convert("I").point(lambda value: value * _DEEP_TO_PLAIN).convert("L")
    if image.has_transparency_data and image.mode != "RGBA":
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _on_any_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Work the picture's own idea of its colours into them. One that cannot be understood is left alone."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and image.mode != "L":
        with suppress(ImageCms.PyCMSError, OSError):
            screen = ImageCms.createProfile("sRGB")
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, own, screen, outputMode=mode) or image
    return image if image.mode == "L" else image.convert(mode)


def _was_photograph(content: bytes, kind: FileKind) -> bool:
    """Whether the picture was kept with losses, so that it may be so again."""
    return kind is FileKind.JPEG or (kind is FileKind.WEBP and content[12:16] != _LOSSLESS)


def _as_photograph(image: Image.Image) -> Picture:
    if image.mode == "RGBA":
        return _as_drawing(image)
    return _as_jpeg(image)


def _as_drawing(image: Image.Image) -> Picture:
    """Keep every colour as it is, unless that is heavier than the services take."""
    written = BytesIO()
    image.save(written, "PNG")
    if written.tell() <= _HEAVIEST:
        return Picture(FileKind.PNG.value, written.getvalue())
    return _as_jpeg(_on_white(image) if image.mode == "RGBA" else image)


def _as_jpeg(image: Image.Image) -> Picture:
    written = BytesIO()
    image.save(written, "JPEG", quality=_QUALITY)
    return Picture(FileKind.JPEG.value, written.getvalue())


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
