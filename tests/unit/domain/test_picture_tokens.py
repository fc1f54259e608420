import base64
import struct

import pytest

from app.domain.picture_tokens import picture_tokens

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
UNKNOWN = 85 + 4 * 170


def png(width: int, height: int) -> bytes:
    return PNG + struct.pack(">II", width, height) + b"\x08\x06\0\0\0"


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0"


def jpeg(width: int, height: int) -> bytes:
    before = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"\0" * 14
    return before + b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\0" * 20


def webp(width: int, height: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + sizes + b"\0\0"


def part(raw: bytes, **more: str) -> dict[str, str]:
    return {"type": "input_image", "image_url": f"data:x;base64,{base64.b64encode(raw).decode()}"} | more


@pytest.mark.parametrize("make", [png, gif, jpeg, webp], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    ("size", "tiles"), [((100, 100), 1), ((1024, 1024), 4), ((4096, 2048), 6), ((512, 2048), 4)]
)
def test_a_picture_costs_by_the_tiles_of_its_size(make, size, tiles) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert picture_tokens(part(make(*size))) == 85 + 170 * tiles


def test_one_that_is_looked_at_briefly_costs_little() -> None:
    assert picture_tokens(part(png(4096, 4096), detail="low")) == 85


@pytest.mark.parametrize(
    "odd",
    [
        {"image_url": "https://example.org/a.png"},
        {"file_id": "file_1"},
        part(b"no picture"),
        part(b""),
        part(PNG),
        part(b"\xff\xd8\xff"),
        part(jpeg(9, 9)[:24]),
        {"image_url": "data:image/png;base64,!!!"},
        {"image_url": 7},
    ],
)
def test_one_whose_size_cannot_be_told_costs_what_a_usual_one_does(odd: dict[str, object]) -> None:
    assert picture_tokens(odd) == UNKNOWN
