from app.system.resources import resource


def test_a_resource_is_found_by_its_name() -> None:
    assert resource("icon.svg").read_text(encoding="utf-8").lstrip().startswith("<svg")
    assert resource("icons/arrow-up.svg").is_file()
