"""The text of a DOCX file: paragraphs, headings, lists, tables and notes, in the order of reading.

The library finds the parts of the package; the text is gathered from the elements themselves, because the
library passes over what stands in content controls, in tracked insertions and in text boxes.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from types import MappingProxyType
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from app.domain.exchange_errors import FileDamaged, FileProtected, FileUnpacksTooLarge, FileWithoutText
from app.exchange.plain_text import finished
from app.exchange.refusals import refusal

_MOST_UNPACKED = 256 << 20
_MOST_XML = 64 << 20
_IS_SEALED = 1
# All that the libraries have been seen to raise over packages that are not what they ought to be.
_DAMAGE = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
)

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_PROPERTIES = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:trPr"), qn("w:tcPr"), qn("w:sdtPr")})
# What was taken out, what was moved elsewhere, and the second telling of what a newer Word draws.
_NOT_SHOWN = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SKIPPED = _PROPERTIES | _NOT_SHOWN
_TEXT = qn("w:t")
_SIGNS = MappingProxyType({qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"})
_NOTE_MARKS = MappingProxyType({qn("w:footnoteReference"): "", qn("w:endnoteReference"): "e"})
_NOTES = (
    (RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote"), ""),
    (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote"), "e"),
)
_ID, _VALUE, _TYPE = qn("w:id"), qn("w:val"), qn("w:type")
_STYLE, _NUMBERED = f"{qn('w:pPr')}/{qn('w:pStyle')}", f"{qn('w:pPr')}/{qn('w:numPr')}"
_TITLE, _HEADING, _LIST = "Title", "Heading ", "List "


def read_docx(content: bytes) -> str:
    """Return the text of a document. Raises ExchangeError."""
    try:
        _require_bounds(content)
        document = docx.Document(BytesIO(content))
        text = "\n\n".join(_blocks(document))
    except _DAMAGE as error:
        raise refusal(FileUnpacksTooLarge if _lacked_memory(error) else FileDamaged) from error
    if not text.strip():
        raise refusal(FileWithoutText)
    return finished(text)


def _lacked_memory(error: Exception) -> bool:
    return isinstance(error, etree.XMLSyntaxError) and error.code == etree.ErrorTypes.ERR_NO_MEMORY


def _require_bounds(content: bytes) -> None:
    """Look at what the package says of itself: no more than that is ever unpacked."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        members = package.infolist()
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if xml > _MOST_XML or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise refusal(FileUnpacksTooLarge)
    if any(member.flag_bits & _IS_SEALED for member in members):
        raise refusal(FileProtected)


def _blocks(document: Document) -> Iterator[str]:
    walk = _Walk(_leads(document))
    yield from walk.blocks(document.element.body)
    for kind, tag, prefix in _NOTES:
        for part in _related(document, kind):
            for note in parse_xml(part.blob).iter(tag):
                if note.get(_TYPE) is None:  # the others are lines that part notes from the page
                    yield f"[^{prefix}{note.get(_ID)}]: " + " ".join(walk.blocks(note)).strip()


def _related(document: Document, kind: str) -> Iterator[Any]:
    relations = document.part.rels.values()
    return (each.target_part for each in relations if each.reltype == kind and not each.is_external)


def _leads(document: Document) -> dict[str, str]:
    """Return what goes in front of a paragraph in each style that has a meaning."""
    leads = {}
    for style in document.styles:
        name = style.name or ""
        level = name.removeprefix(_HEADING)
        if name == _TITLE:
            leads[style.style_id] = "# "
        elif level != name and level.isdecimal():
            leads[style.style_id] = "#" * min(int(level), 6) + " "
        elif name.startswith(_LIST):
            leads[style.style_id] = "- "
    return leads


class _Walk:
    """Goes through elements in the order of reading."""

    def __init__(self, leads: dict[str, str]) -> None:
        self._leads = leads

    def blocks(self, element: Any) -> Iterator[str]:  # noqa: ANN401  # lxml gives out no types
        for child in element:
            if child.tag == _PARAGRAPH:
                if text := "".join(self._inline(child)).strip():
                    yield self._lead(child) + text
            elif child.tag == _TABLE:
                yield "\n".join(self._rows(child))
            elif child.tag not in _SKIPPED:
                yield from self.blocks(child)

    def _lead(self, paragraph: Any) -> str:  # noqa: ANN401
        style = paragraph.find(_STYLE)
        lead = self._leads.get(style.get(_VALUE), "") if style is not None else ""
        return lead or ("- " if paragraph.find(_NUMBERED) is not None else "")

    def _rows(self, table: Any) -> Iterator[str]:  # noqa: ANN401
        for number, row in enumerate(_inside(table, _ROW)):
            cells = [" ".join(self.blocks(cell)) for cell in _inside(row, _CELL)]
            yield "| " + " | ".join(cell.replace("\n", " ").replace("|", "\\|") for cell in cells) + " |"
            if number == 0:
                yield "|" + " --- |" * len(cells)

    def _inline(self, element: Any) -> Iterator[str]:  # noqa: ANN401
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in _NOTE_MARKS:
                yield f"[^{_NOTE_MARKS[tag]}{child.get(_ID)}]"
            elif tag == _PARAGRAPH:  # of a text box
                yield "\n"
                yield from self._inline(child)
            elif tag not in _SKIPPED:
                yield from self._inline(child)


def _inside(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the rows of a table or the cells of a row, also those within a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != _TABLE and child.tag not in _SKIPPED:
            yield from _inside(child, tag)
