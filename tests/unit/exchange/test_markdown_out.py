"""Markdown out: a file that reads well anywhere."""

from dataclasses import replace
from datetime import UTC

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.export_choice import Detail
from app.domain.item import ItemState, Role, question_body, reasoning_body, reply_body
from app.domain.parcel import ParcelBranch, ParcelFile, ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.markdown_out import markdown

MAIN = ParcelBranch("b", "r", 0)
HEAD = ParcelHead("sotto", "c", "Glazes", TitleSource.PERSON, 0, 1_000_001, (MAIN,), "b")
QUESTION = ParcelItem("q", None, Role.PERSON, question_body("Why cobalt?"), 0)
THOUGHT = ParcelItem("t", "q", Role.MODEL, reasoning_body("Hm."), 1, model="m-1", kind="reasoning")
CALL_BODY = '{"type":"function_call","name":"search","arguments":"{\\"q\\":1}"}'
CALL = ParcelItem("f", "t", Role.MODEL, CALL_BODY, 1, model="m-1", kind="function_call")
RESULT_BODY = '{"type":"function_call_output","output":"``` found"}'
RESULT = ParcelItem("o", "f", Role.TOOL, RESULT_BODY, 1, kind="function_call_output")
REPLY = ParcelItem("r", "o", Role.MODEL, reply_body("It is *blue*.", whole=True), 60_000_000, model="m-1")
ALL = (QUESTION, THOUGHT, CALL, RESULT, REPLY)


def written(
    *items: ParcelItem, detail: Detail = Detail.READABLE, head: ParcelHead = HEAD, **links: str
) -> str:
    return "".join(markdown(head, items, Look(detail, links, "1.0", UTC)))


def test_a_conversation_reads_as_it_was_said() -> None:
    assert (
        written(*ALL)
        == """---
sotto: "markdown 1 readable"
id: "c"
title: "Glazes"
created: "1970-01-01T00:00:00.000000+00:00"
updated: "1970-01-01T00:00:01.000001+00:00"
exporter: "Sotto 1.0"
---

# Glazes

## You · 1970-01-01 00:00

Why cobalt?

## m-1 · 1970-01-01 00:00

<details>
<summary>Reasoning</summary>

Hm.

</details>

<details>
<summary>Function call: search</summary>

```json
{"q":1}
```

</details>

<details>
<summary>Function call output</summary>

````
``` found
````

</details>

It is *blue*.
"""
    )


def test_text_alone_is_what_was_said() -> None:
    text = written(*ALL, detail=Detail.TEXT)
    assert "details" not in text
    assert text.endswith("## m-1 · 1970-01-01 00:01\n\nIt is *blue*.\n")


def test_every_message_has_one_heading() -> None:
    for detail in Detail:
        assert written(*ALL, detail=detail).count("\n## ") == 2


def test_the_front_matter_tells_what_is_set() -> None:
    head = replace(
        HEAD,
        folder="Pots: old",
        tags=("a", "b: c"),
        models=("m-1",),
        assistants=("Poet",),
        instructions="Be\nbrief.",
        settings='{"parameters":{"temperature":0.5}}',
    )
    text = written(head=head)
    for line in (
        'folder: "Pots: old"',
        'tags: ["a","b: c"]',
        'models: ["m-1"]',
        'assistants: ["Poet"]',
        'system_prompt: "Be\\nbrief."',
        'parameters: {"temperature":0.5}',
    ):
        assert f"\n{line}\n" in text


def test_what_did_not_end_well_says_so() -> None:
    cut = replace(REPLY, state=ItemState.INTERRUPTED, fault=Fault("Gone", "The *line* broke."))
    assert "\n*Interrupted.* The \\*line\\* broke.\n\nIt is" in written(cut)


def test_an_edit_is_what_is_read() -> None:
    text = written(replace(QUESTION, edited=question_body("Why blue?")))
    assert "Why blue?" in text
    assert "cobalt" not in text


def test_files_are_linked_where_they_lie() -> None:
    picture = ParcelFile("pot](x).png", "image/png", "p1", 3)
    notes = ParcelFile("notes.txt", "text/plain", "n1", 3, "words")
    asked = replace(QUESTION, files=(picture, notes))
    linked = written(asked, p1="c.files/pot.png", n1="c.files/notes.txt")
    assert "\n- ![pot\\](x).png](c.files/pot.png)\n- [notes.txt](c.files/notes.txt)\n\nWhy" in linked
    assert "\n- pot\\](x).png\n- notes.txt\n" in written(asked)


def test_a_fork_is_linked_to_where_it_leaves() -> None:
    other = ParcelBranch("x", "e", 1, name="Other [way]")
    head = replace(HEAD, branches=(MAIN, other))
    else_ = replace(REPLY, id="e", behind="q")
    text = written(QUESTION, replace(REPLY, behind="q"), else_, head=head)
    assert "\n- [Branch 1](#m-r) (shown)\n- [Other \\[way\\]](#m-e)\n" in text
    assert '\n## <a id="m-q"></a>You' in text
    assert '\n---\n\n*Another way on from [this message](#m-q):*\n\n## <a id="m-e"></a>m-1' in text
    assert "*Another beginning:*" in written(QUESTION, replace(QUESTION, id="z"), head=head)


def test_a_fork_at_what_is_left_out_still_has_a_place() -> None:
    head = replace(HEAD, branches=(MAIN, ParcelBranch("x", "e", 1)))
    text = written(*ALL, replace(REPLY, id="e", behind="t"), head=head, detail=Detail.TEXT)
    assert '\n<a id="m-t"></a>\n' in text
    assert "(#m-t)" in text


def test_authors_stand_before_models() -> None:
    assert "\n## Poet (m\\_1) · " in written(replace(REPLY, author="Poet", model="m_1"))
    assert "\n## Tool · " in written(replace(RESULT, behind=None))


def test_messages_that_cannot_be_told_apart_stand_between_fences() -> None:
    text = written(replace(QUESTION, body=question_body("> " * 150 + "# deep ```")))
    assert text.endswith("# deep ```\n````\n")


def test_no_command_to_a_terminal_is_written() -> None:
    text = written(replace(QUESTION, body=question_body("a\x1b[2J\rb")))
    assert "a[2J\nb" in text
    assert "\x1b" not in text


def test_moments_out_of_all_time_are_written_too() -> None:
    for moment in ((1 << 63) - 1, -(1 << 63)):
        head = replace(HEAD, created_at=moment, changed_at=moment)
        assert "\n## You · " in written(replace(QUESTION, created_at=moment), head=head)
