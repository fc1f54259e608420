"""Conversations on their way out, with one of everything that is hard to set on a page."""

import json
from hashlib import sha256
from io import BytesIO

from PIL import Image

from app.domain.conversation import TitleSource
from app.domain.errors import Fault
from app.domain.item import REASONING, ItemState, Role, question_body, reasoning_body, reply_body
from app.domain.parcel import ParcelBranch, ParcelFile, ParcelHead, ParcelItem

MORNING = 1_790_000_000_000_000
MINUTE = 60_000_000

LONG_LINE = "very_long_name_" * 30
PYTHON = f'''def glaze(temperature: int) -> str:
    """What a pot looks like."""
    cones = {{1240: "cone 6", 1280: "cone 9"}}  # Celsius
    {LONG_LINE} = 1
    return cones.get(temperature, f"unknown at {{temperature}}")
'''
REPLY = f"""# Cobalt and copper

Cobalt stays blue at **every** temperature, *copper* does not; ~~never~~ rarely so.[^1] See
[the table](https://glazes.example/table) and `glaze(1240)`.

1. Weigh the oxides
2. Sieve them:
   - once dry
   - twice wet
     > Always with a mask.
3. Fire

- [x] kiln checked
- [ ] cones bought

| Oxide | Colour at cone 6 | Percent |
|:------|:----------------:|--------:|
| Cobalt | deep blue | 0.5 |
| Copper | green to **turquoise**, in a reduction copper red | 2.0 |
| 鉄 (iron) | 天目 | 8.0 |

```python
{PYTHON}```

The rate follows $k = A e^{{-E_a/RT}}$, with $\\frac{{E_a}}{{R}}$ known:

$$\\int_0^\\infty e^{{-x^2}}\\,dx = \\frac{{\\sqrt{{\\pi}}}}{{2}}$$

## Elsewhere

釉薬は、陶磁器の表面をおおうガラス質の膜です。焼成の温度によって色が変わります。

الطلاء الزجاجي طبقة رقيقة تغطي سطح الفخار، ويتغير لونه مع درجة الحرارة 1240.

![a pot](https://pots.example/pot.png) <b>not bold</b>

[^1]: In oxidation.
"""


def picture(width: int = 320, height: int = 120) -> bytes:
    written = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(written, "PNG")
    return written.getvalue()


PICTURE = picture()
PICTURE_FILE = ParcelFile("pot.png", "image/png", sha256(PICTURE).hexdigest(), len(PICTURE))
TEXT_FILE = ParcelFile("notes <1>.txt", "text/plain", sha256(b"x").hexdigest(), 12_345, "Fire slowly.\n<b>")


def call_body(name: str, arguments: str) -> str:
    return json.dumps({"type": "function_call", "call_id": "c", "name": name, "arguments": arguments})


def output_body(output: str) -> str:
    return json.dumps({"type": "function_call_output", "call_id": "c", "output": output})


def items() -> list[ParcelItem]:
    """A question, thoughts, a call, its output, an answer; then two ways on from there."""
    question = "Which oxides stay blue, and why?\n\n```\nkiln --cone 6\n```"
    return [
        ParcelItem(
            "q1", None, Role.PERSON, question_body(question), MORNING, files=(PICTURE_FILE, TEXT_FILE)
        ),
        _step("r1", "q1", REASONING, reasoning_body("The person asks about **oxides**."), Role.MODEL),
        _step("c1", "r1", "function_call", call_body("look_up", '{"oxide":"CoO","at":[1240]}'), Role.MODEL),
        _step("o1", "c1", "function_call_output", output_body('{"colour":"blue"}'), Role.TOOL),
        ParcelItem("a1", "o1", Role.MODEL, reply_body(REPLY, whole=True), MORNING + MINUTE, model="gpt-5"),
        ParcelItem("q2", "a1", Role.PERSON, question_body("And red?"), MORNING + 2 * MINUTE, is_pinned=True),
        ParcelItem(
            "a2",
            "q2",
            Role.MODEL,
            reply_body("Copper, in a", whole=False),
            MORNING + 3 * MINUTE,
            state=ItemState.FAILED,
            model="gpt-5",
            fault=Fault("ProviderUnreachable", "The service cannot be reached."),
        ),
        ParcelItem(
            "q3",
            "a1",
            Role.PERSON,
            question_body("And gren?"),
            MORNING + 4 * MINUTE,
            edited=question_body("And green?"),
        ),
    ]


def head() -> ParcelHead:
    return ParcelHead(
        "sotto",
        "c",
        "Glazes <blue> & 釉薬",
        TitleSource.PERSON,
        MORNING,
        MORNING + 4 * MINUTE,
        (ParcelBranch("b1", "a2", MORNING, is_main=True), ParcelBranch("b2", "q3", MORNING, "Green & more")),
        "b1",
        folder="Pottery",
        tags=("kiln", "colour"),
        settings='{"instructions":"Answer **briefly**."}',
    )


def _step(name: str, behind: str, kind: str, body: str, role: Role) -> ParcelItem:
    return ParcelItem(name, behind, role, body, MORNING, model="gpt-5", kind=kind)
