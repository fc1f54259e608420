from app import __version__
from app.system.versions import versions


def test_what_is_installed_is_named_beginning_with_sotto() -> None:
    found = versions()
    assert next(iter(found.items())) == ("Sotto", __version__)
    assert found["PySide6_Essentials"].startswith("6.11")
    assert all(found.values())
