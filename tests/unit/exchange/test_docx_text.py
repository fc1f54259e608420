import docx
import pytest

from app.domain.exchange_errors import FileDamaged, FileProtected, FileUnpacksTooLarge, FileWithoutText
from app.exchange import docx_text
from app.exchange.docx_text import read_docx
from tests.fakes import made_files

MAIN = "word/document.xml"


def with_body(body: str) -> bytes:
    return made_files.repacked(made_files.packed(), MAIN, made_files.document_xml(body))


def test_headings_paragraphs_lists_and_tables_come_in_the_order_of_reading() -> None:
    document = docx.Document()
    document.add_heading("Fish", 0)
    document.add_heading("Kinds", 2)
    document.add_paragraph("There are\tmany.")
    document.add_paragraph("cod", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("a|b", "c", "1", "2"), strict=True
    ):
        cell.text = text
    document.add_paragraph("The end.")
    assert read_docx(made_files.packed(document)) == (
        "# Fish\n\n## Kinds\n\nThere are\tmany.\n\n- cod\n\n"
        "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |\n\nThe end."
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>", "put in"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>a field</w:t></w:r></w:p></w:sdtContent></w:sdt>", "a field"),
        ("<w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>", "a link"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/></w:r></w:p>", "a\nb-"),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>", "a"),
        (
            "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p>"
            "</mc:Choice><mc:Fallback><w:t>again</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "a\nbox",
        ),
        ("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>first</w:t></w:r></w:p>", "- first"),
    ],
)
def test_all_that_a_reader_sees_is_read_and_nothing_else(body: str, text: str) -> None:
    assert read_docx(with_body(body)) == text


def test_notes_stand_at_the_end() -> None:
    notes = (
        made_files.document_xml("")
        .replace(b"w:document", b"w:footnotes")
        .replace(
            b"<w:body></w:body>",
            b'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            b'<w:footnote w:id="2"><w:p><w:r><w:t>A small note.</w:t></w:r></w:p></w:footnote>',
        )
    )
    content = with_body('<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')
    content = made_files.repacked(content, "word/footnotes.xml", notes)
    content = made_files.related(content, "footnotes", "footnotes.xml")
    assert read_docx(content) == "Text[^2]\n\n[^2]: A small note."


@pytest.mark.parametrize(
    "spoilt",
    [
        made_files.packed()[:-40],
        made_files.repacked(made_files.packed(), MAIN, b"<w:document"),
        made_files.repacked(made_files.packed(), MAIN, b"<html/>"),
        made_files.repacked(made_files.packed(), "[Content_Types].xml", b"<Types/>"),
        made_files.repacked(made_files.packed(), "_rels/.rels", b"<Relationships/>"),
    ],
)
def test_damage_is_told(spoilt: bytes) -> None:
    with pytest.raises(FileDamaged):
        read_docx(spoilt)


def test_a_document_without_a_word_is_told() -> None:
    with pytest.raises(FileWithoutText):
        read_docx(made_files.packed(docx.Document()))


def test_what_unpacks_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = made_files.repacked(made_files.packed(), MAIN, bytes(docx_text._MOST_XML + 1))
    assert len(bomb) < 200_000
    with pytest.raises(FileUnpacksTooLarge):
        read_docx(bomb)
    monkeypatch.setattr(docx_text, "_MOST_UNPACKED", 10)
    with pytest.raises(FileUnpacksTooLarge):
        read_docx(made_files.packed())


def test_a_sealed_package_is_told() -> None:
    content = bytearray(made_files.packed())
    flags = content.index(b"PK\x01\x02") + 8
    content[flags] |= 1
    with pytest.raises(FileProtected):
        read_docx(bytes(content))


def test_what_an_entity_would_unfold_to_is_never_made() -> None:
    body = made_files.document_xml("<w:p><w:r><w:t>x&a;</w:t></w:r></w:p>")
    unfolding = b'<!DOCTYPE d [<!ENTITY a "' + b"b" * 100 + b'">]>' + body
    assert "bbb" not in read_docx(made_files.repacked(made_files.packed(), MAIN, unfolding))
