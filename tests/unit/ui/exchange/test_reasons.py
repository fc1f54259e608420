import ast
from collections.abc import Iterator

from app.ui.exchange.reasons import REASONS, reason
from tests.fixtures.places import REPOSITORY

CORE = [tree for part in ("exchange", "chat") for tree in sorted((REPOSITORY / "app" / part).rglob("*.py"))]


def constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                yield name, text


def given(tree: ast.Module, known: dict[str, str]) -> Iterator[str]:
    """The reasons that a module gives, by themselves or by the name of a constant."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Skipped"), args=[ast.Constant(value=str(text)), *_]):
                yield text
            case ast.Call(func=ast.Name(id="Skipped"), args=[ast.Name(id=name), *_]) if name in known:
                yield known[name]
            case ast.Call(func=ast.Attribute(attr="add"), args=[ast.Name(id=name), *_]) if name in known:
                yield known[name]


def test_every_reason_of_the_core_stands_in_the_table() -> None:
    trees = [ast.parse(path.read_text()) for path in CORE]
    shared = {name: text for tree in trees for name, text in constants(tree)}
    found = {text for tree in trees for text in given(tree, shared | dict(constants(tree)))}
    assert len(found) > 20
    assert {text for text in found if " " in text} <= REASONS


def test_a_reason_that_nobody_foresaw_is_shown_as_it_came() -> None:
    assert reason("Something of tomorrow") == "Something of tomorrow"
