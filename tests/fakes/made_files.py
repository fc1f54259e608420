"""Files as people have them, and files as nobody should be sent them, made from scratch."""

import io
import zipfile
import zlib
from collections.abc import Sequence

import docx
from docx.document import Document
from PIL import Image

PASSWORD = "<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"


def pdf(pages: Sequence[str], *, encrypt: str = "", squeeze: bool = False) -> bytes:
    """A PDF file whose pages show one line each."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode() if text else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            + f"/Contents {5 + 2 * number} 0 R>>".encode()
        )
        objects.append(stream(zlib.compress(content), "/Filter/FlateDecode") if squeeze else stream(content))
    return assembled(objects, encrypt)


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def assembled(objects: Sequence[bytes], encrypt: str = "") -> bytes:
    """A PDF file of these objects, the first of which is its root."""
    written, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    sealed = f"/Encrypt {encrypt}/ID[<00><00>]" if encrypt else ""
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R{sealed}>>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return written + end.encode()


def packed(document: Document | None = None) -> bytes:
    """A DOCX file; without a document, one of a single paragraph."""
    if document is None:
        document = docx.Document()
        document.add_paragraph("A paragraph.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def repacked(content: bytes, name: str, part: bytes) -> bytes:
    """The same package with another part of that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return file.getvalue()


def document_xml(body: str) -> bytes:
    """The main part of a DOCX file."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    return f"<w:document {names}><w:body>{body}</w:body></w:document>".encode()


def picture(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A small PNG file that says it is a large one."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + checksum

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    pixels = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def related(content: bytes, kind: str, target: str) -> bytes:
    """The same DOCX file, whose document now has a part of this kind."""
    place = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        relations = package.read(place)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="rIdMore" Type="{office}/{kind}" Target="{target}"/></Relationships>'
    return repacked(content, place, relations.replace(b"</Relationships>", added.encode()))
