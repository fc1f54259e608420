import io
import random

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from app.domain.exchange_errors import FileDamaged, FileUnpacksTooLarge
from app.exchange.file_kinds import FileKind
from app.exchange.pictures import Picture, read_picture
from tests.fakes import made_files
from tests.fakes.made_files import picture

CANARY = "canary 52.5200 N"
RED, BLUE = (255, 0, 0), (0, 0, 255)


def read(content: bytes, form: str, longest_side: int = 2048) -> Picture:
    return read_picture(content, FileKind[form], longest_side)


def opened(found: Picture) -> Image.Image:
    return Image.open(io.BytesIO(found.content))


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    size = width * height * len(mode)
    return Image.frombytes(mode, (width, height), random.Random(1).randbytes(size))  # noqa: S311


def two_halves(mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (80, 40), RED)
    image.paste(BLUE, (40, 0, 80, 40))
    return image


@pytest.mark.parametrize(
    ("form", "kept_as"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/jpeg")]
)
def test_a_large_picture_is_made_as_small_as_the_model_takes(form: str, kept_as: str) -> None:
    found = read(picture(Image.new("RGB", (300, 120), RED), form), form, 100)
    assert (found.media_type, opened(found).size) == (kept_as, (100, 40))


def test_a_small_picture_keeps_its_size_and_its_colours() -> None:
    found = read(picture(noise(50, 30), "PNG"), "PNG")
    assert opened(found).tobytes() == noise(50, 30).tobytes()


def test_the_first_frame_stands_for_a_moving_picture() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in (RED, BLUE)]
    found = read(picture(frames[0], "GIF", save_all=True, append_images=frames[1:]), "GIF")
    assert (found.media_type, getattr(opened(found), "n_frames", 1)) == ("image/png", 1)
    assert opened(found).convert("RGB").getpixel((5, 5)) == RED


def test_a_turned_picture_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = opened(read(picture(two_halves(), "PNG", exif=exif), "PNG"))
    assert found.size == (40, 80)
    assert (found.getpixel((20, 5)), found.getpixel((20, 75))) == (RED, BLUE)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_nothing_is_told_of_place_time_or_maker(form: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = CANARY
    exif.get_ifd(0x8825)[1] = CANARY
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY)
    content = picture(two_halves(), form, exif=exif, pnginfo=notes, comment=CANARY, xmp=CANARY.encode())
    assert CANARY.encode() in content
    found = read(content + CANARY.encode(), form)
    assert CANARY.encode() not in found.content
    assert b"Exif" not in found.content
    assert not opened(found).getexif()


def test_what_can_be_seen_through_stays_so() -> None:
    glass = Image.new("RGBA", (10, 10), (*RED, 100))
    for form in ("PNG", "WEBP"):
        assert opened(read(picture(glass, form, lossless=True), form)).getpixel((5, 5)) == (*RED, 100)
    palette = Image.new("P", (10, 10))
    assert opened(read(picture(palette, "GIF", transparency=0), "GIF")).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize(
    ("image", "pixel"),
    [
        (Image.new("1", (9, 9), 1), 255),
        (Image.new("L", (9, 9), 40), 40),
        (Image.new("I;16", (9, 9), 40 * 256), 40),
        (Image.new("P", (9, 9)), (0, 0, 0)),
    ],
)
def test_every_way_of_writing_colours_down_is_understood(image: Image.Image, pixel: object) -> None:
    assert opened(read(picture(image, "PNG"), "PNG")).getpixel((4, 4)) == pixel


def test_printers_colours_become_a_screens() -> None:
    found = opened(read(picture(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG"), "JPEG"))
    assert found.mode == "RGB"
    assert found.getpixel((4, 4))[0] > 200


def test_a_pictures_own_idea_of_colours_is_worked_into_them() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for odd in (profile, b"no profile"):
        found = opened(read(picture(two_halves(), "PNG", icc_profile=odd), "PNG"))
        assert (found.getpixel((5, 5)), "icc_profile" in found.info) == (RED, False)
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert opened(read(picture(two_halves(), "PNG", icc_profile=screen), "PNG")).getpixel((5, 5)) == RED


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_what_is_too_heavy_without_loss_is_kept_with_some(mode: str) -> None:
    found = read(picture(noise(1200, 1200, mode), "PNG"), "PNG")
    assert found.media_type == "image/jpeg"
    assert len(found.content) < 3_500_000


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_damage_is_told(form: str) -> None:
    whole = picture(noise(200, 200), form)
    for spoilt in (whole[:20], whole[: len(whole) // 2]):
        with pytest.raises(FileDamaged):
            read(spoilt, form)


def test_what_unpacks_too_large_is_not_unpacked() -> None:
    with pytest.raises(FileUnpacksTooLarge):
        read(made_files.png_that_claims(60_000, 60_000), "PNG")
    with pytest.raises(FileDamaged):
        read(made_files.png_that_claims(9_000, 9_000), "PNG")
