"""Model servers on this very computer, looked for at their usual ports whenever a person asks."""

import asyncio
from contextlib import suppress

from app.domain.errors import AppError
from app.domain.settings import Patience, ProviderSettings
from app.providers.openai_provider import OpenAIProvider

_USUAL = (("Ollama", 11434), ("LM Studio", 1234), ("llama.cpp", 8080), ("vLLM", 8000), ("Jan", 1337))
_PATIENCE = Patience(connect=1.0, first=2.0, idle=2.0, total=2.0)
_SECONDS = 3.0


async def local_servers(usual: tuple[tuple[str, int], ...] = _USUAL) -> list[ProviderSettings]:
    """Return a proposal for every server that answers as one, with the first of its models."""
    found = await asyncio.gather(*(_proposal(name, port) for name, port in usual))
    return [proposal for proposal in found if proposal is not None]


async def _proposal(name: str, port: int) -> ProviderSettings | None:
    settings = ProviderSettings(f"http://127.0.0.1:{port}/v1", "", name=name, patience=_PATIENCE)
    if not await _answers(port):
        return None
    provider = OpenAIProvider(settings, None)
    try:
        with suppress(AppError, TimeoutError):
            async with asyncio.timeout(_SECONDS):
                models = await provider.models()
                return ProviderSettings(settings.base_url, models[0].name if models else "", name=name)
    finally:
        await provider.close()
    return None


async def _answers(port: int) -> bool:
    """Knock before anything is loaded: most of these ports are closed."""
    try:
        async with asyncio.timeout(_PATIENCE.connect):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
