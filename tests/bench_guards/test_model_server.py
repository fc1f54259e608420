import json
import urllib.error
import urllib.request
from dataclasses import replace

import pytest

from tests.fixtures.service import Service


def ask(server: Service, **request: object) -> str:
    message = {"role": "user", "content": "hello world"}
    body = {"model": server.model, "messages": [message], "max_tokens": 8, **request}
    posted = urllib.request.Request(  # noqa: S310
        f"{server.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {server.api_key}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(posted) as answer:  # noqa: S310
        return answer.read().decode()


def test_it_answers(model_server: Service) -> None:
    answer = json.loads(ask(model_server))
    assert answer["choices"][0]["message"]["content"].strip()
    assert answer["usage"]["completion_tokens"] == 8


def test_it_streams(model_server: Service) -> None:
    lines = ask(model_server, stream=True).split("\n\n")
    assert len(lines) > 8
    assert "data: [DONE]" in lines


def test_it_wants_its_key(model_server: Service) -> None:
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(replace(model_server, api_key="sk-wrong"))
