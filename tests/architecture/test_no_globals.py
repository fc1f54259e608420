"""Nothing in the program can be changed from everywhere: what a module holds is constant."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import APP, Source, plant, sources

# Calls that make something which never changes, or that Python's own machinery owns.
CONSTANT_MAKERS = frozenset(
    {"frozenset", "tuple", "bytes", "str", "int", "float", "len", "range", "MappingProxyType"}
    | {"Path", "resolve", "QModelIndex", "timedelta", "compile", "getLogger", "slice"}
    | {"TypeVar", "ParamSpec", "NewType", "Struct", "encode", "qn", "said"}
)


def mutable_globals(folder: Path) -> list[str]:
    files = list(sources(folder))
    makers = CONSTANT_MAKERS | {name for source in files for name in _frozen_classes(source.tree)}
    return [offence for source in files for offence in _mutable_in(source, makers)]


def _mutable_in(source: Source, makers: frozenset[str]) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Global):
            yield f"{source.line(node)} global {', '.join(node.names)}"
    for statement in _statements(source.tree.body):
        match statement:
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
                if not _is_constant(value, makers) and not _is_export_list(statement):
                    yield f"{source.line(statement)} {ast.unparse(statement).splitlines()[0]}"
            case ast.AugAssign():
                yield f"{source.line(statement)} {ast.unparse(statement)}"


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, ast.If):
            yield from _statements(statement.body + statement.orelse)


def _is_export_list(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__"


def _is_constant(value: ast.expr, makers: frozenset[str]) -> bool:
    match value:
        case (
            ast.Constant() | ast.Name() | ast.Attribute() | ast.JoinedStr() | ast.Subscript() | ast.Compare()
        ):
            return True
        case ast.Tuple(elts=parts) | ast.BoolOp(values=parts):
            return all(_is_constant(part, makers) for part in parts)
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return _is_constant(left, makers) and _is_constant(right, makers)
        case ast.UnaryOp(operand=operand) | ast.Starred(value=operand):
            return _is_constant(operand, makers)
        case ast.Call(func=ast.Name(id=maker) | ast.Attribute(attr=maker)):
            return maker in makers
        case _:
            return False


def _frozen_classes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and (_is_frozen(node) or _is_plain_value(node)):
            yield node.name


def _is_frozen(node: ast.ClassDef) -> bool:
    return any("frozen=True" in ast.unparse(decorator) for decorator in node.decorator_list)


def _is_plain_value(node: ast.ClassDef) -> bool:
    parents = {ast.unparse(parent).rpartition(".")[2] for parent in node.bases}
    return bool(parents & {"NamedTuple", "Enum", "StrEnum", "IntEnum", "Flag"})


def test_modules_hold_only_constants() -> None:
    assert not mutable_globals(APP)


@pytest.mark.parametrize(
    "code",
    [
        "known = []",
        "known: dict[str, int] = {}",
        "known = {1, 2}",
        "known = {} | {}",
        "known = (1, [])",
        "known = Service()",
        "if True:\n    known = list()",
        "known = [n for n in (1, 2)]",
        "count = 0\ncount += 1",
        "count = 0\ndef add():\n    global count\n    count = 1",
    ],
)
def test_what_can_be_changed_from_everywhere_is_named(tmp_path: Path, code: str) -> None:
    (offence,) = mutable_globals(plant(tmp_path, "state.py", code))
    assert offence.startswith("state.py:")


def test_constants_are_not_named(tmp_path: Path) -> None:
    code = """
        import logging, re
        from dataclasses import dataclass
        from types import MappingProxyType

        @dataclass(frozen=True)
        class Colour:
            red: int

        __all__ = ["Colour"]
        LIMIT = 60 * 60
        WORDS = ("a", "b", *("c",))
        TABLE = MappingProxyType({"a": 1})
        BLACK = Colour(0)
        Pair = tuple[int, int]
        Either = int | str
        _PATTERN = re.compile("a")
        _log = logging.getLogger(__name__)
    """
    assert not mutable_globals(plant(tmp_path, "fixed.py", "if True:" + code))
