"""Claude through a cloud platform: its addresses, its credentials, its way of saying what is asked for.

    client = Client(platform=Bedrock(region="us-east-1"))

A platform is a frozen value. Everything else about the client stays as it is: `with_options`, streams, tools,
structured output, middleware, deadlines and retries. `client.supports("batches")` tells what a platform has; what it
lacks raises `UnsupportedFeatureError` before anything is sent.

The official package's classes (`AnthropicBedrock` and so on) are at the top of the package; each makes a client for a
platform.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aws import AWS as AWS
    from .aws import BedrockMantle as BedrockMantle
    from .base import Platform as Platform
    from .bedrock import Bedrock as Bedrock
    from .features import Feature as Feature
    from .foundry import Foundry as Foundry
    from .google import GoogleCloud as GoogleCloud
    from .openai import AsyncOpenAISettings as AsyncOpenAISettings
    from .openai import OpenAISettings as OpenAISettings
    from .openai import openai_settings as openai_settings
    from .vertex import Vertex as Vertex

_HOMES = {
    "aws": ("AWS", "BedrockMantle"),
    "base": ("Platform",),
    "bedrock": ("Bedrock",),
    "features": ("Feature",),
    "foundry": ("Foundry",),
    "google": ("GoogleCloud",),
    "openai": ("AsyncOpenAISettings", "OpenAISettings", "openai_settings"),
    "vertex": ("Vertex",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AWS",
    "AsyncOpenAISettings",
    "Bedrock",
    "BedrockMantle",
    "Feature",
    "Foundry",
    "GoogleCloud",
    "OpenAISettings",
    "Platform",
    "Vertex",
    "openai_settings",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
