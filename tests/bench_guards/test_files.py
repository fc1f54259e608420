import os
from pathlib import Path

from tests.fixtures.child_run import RunChild
from tests.fixtures.places import REPOSITORY


def test_writing_outside_the_own_folder_is_red(run_child: RunChild, tmp_path: Path) -> None:
    """`tmp_path` and what lies in it is this test's own, and foreign to the child's tests."""
    foreign = tmp_path / "foreign.txt"
    foreign.write_text("kept")
    verdicts = run_child(
        f"""
        import os, shutil, tempfile
        from pathlib import Path

        FOREIGN = Path({str(foreign)!r})

        def test_overwrites():
            try:
                FOREIGN.write_text("lost")
            except OSError:
                pass

        def test_removes():
            FOREIGN.unlink()

        def test_moves_away(tmp_path):
            FOREIGN.rename(tmp_path / "mine.txt")

        def test_links_into_a_foreign_folder(tmp_path):
            (FOREIGN.parent / "link").symlink_to(tmp_path)

        def test_makes_a_folder_from_a_descriptor():
            folder = os.open(FOREIGN.parent, os.O_RDONLY)
            os.mkdir("made", dir_fd=folder)

        def test_writes_in_the_repository():
            Path({str(REPOSITORY / "app/left.db")!r}).write_text("x")

        def test_keeps_to_its_own(tmp_path, session_folder):
            assert FOREIGN.read_text() == "kept"
            (tmp_path / "a").mkdir()
            (tmp_path / "a/b").write_text("x")
            shutil.rmtree(tmp_path / "a")
            Path("relative").write_text("x")
            Path.home().joinpath("x").write_text("x")
            Path(os.environ["XDG_DATA_HOME"], "x").write_text("x")
            (session_folder / "model").write_text("x")
            with tempfile.TemporaryDirectory() as temporary:
                assert Path(temporary).is_relative_to(Path.home())
            Path(os.devnull).write_text("x")
        """
    )
    assert "foreign.txt" in verdicts.red("test_overwrites")
    assert "os.remove" in verdicts.red("test_removes")
    assert "os.rename" in verdicts.red("test_moves_away")
    assert "os.symlink" in verdicts.red("test_links_into_a_foreign_folder")
    assert "made" in verdicts.red("test_makes_a_folder_from_a_descriptor")
    assert "left.db" in verdicts.red("test_writes_in_the_repository")
    assert verdicts.green == {"test_keeps_to_its_own"}
    assert foreign.read_text() == "kept"
    assert not (REPOSITORY / "app/left.db").exists()


def test_what_c_code_writes_astray_is_found(run_child: RunChild) -> None:
    """A database engine opens its files without Python's knowledge. The child's home is this test's own."""
    verdicts = run_child(
        f"""
        import os
        import sqlcipher3

        def write_a_database(path):
            with sqlcipher3.connect(path) as connection:
                connection.execute("CREATE TABLE t (x)")
            connection.close()

        def test_writes_in_the_home():
            write_a_database({str(Path(os.environ["HOME"]) / "a.db")!r})

        def test_writes_in_the_temporary_folder():
            write_a_database({str(Path(os.environ["TMPDIR"]) / "b.db")!r})

        def test_writes_in_its_own_folder(tmp_path):
            write_a_database(str(tmp_path / "c.db"))
            write_a_database("relative.db")
        """
    )
    assert "a.db" in verdicts.red("test_writes_in_the_home")
    assert "b.db" in verdicts.red("test_writes_in_the_temporary_folder")
    assert verdicts.green == {"test_writes_in_its_own_folder"}
