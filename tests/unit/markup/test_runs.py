"""The inside of a line, in runs."""

from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.runs import Run, runs_of


def test_every_look_is_a_run(grammar: Grammar) -> None:
    assert runs_of(grammar, "a **b *c*** ~~d~~ `e` $f$", Labels()) == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", struck=True),
        Run(" "),
        Run("e", code=True),
        Run(" "),
        Run("$f$", tex="f"),
    )


def test_plain_words_need_no_parsing(grammar: Grammar) -> None:
    assert runs_of(grammar, "1 260 °C", Labels()) == (Run("1 260 °C"),)
    assert runs_of(grammar, "", Labels()) == ()


def test_only_what_may_be_opened_leads_anywhere(grammar: Grammar) -> None:
    text = "[a](https://e.org) [b](c.md) ![d](https://e.org/d.png) ![e](f.png) https://g.org"
    found = {run.text: run.address for run in runs_of(grammar, text, Labels()) if run.text.strip()}
    assert found == {
        "a": "https://e.org",
        "b": "",
        "d (e.org)": "https://e.org/d.png",
        "e": "",
        "https://g.org": "https://g.org",
    }
