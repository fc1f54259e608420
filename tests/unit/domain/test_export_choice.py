from app.domain.export_choice import Detail, ExportChoice, Extent, Format


def test_a_person_gets_what_reads_well_unless_told_otherwise() -> None:
    assert ExportChoice() == ExportChoice(Format.MARKDOWN, Detail.READABLE, Extent.SHOWN)
