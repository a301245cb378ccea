"""OpenAI's package against the sandbox, by the settings that a client of ours gives it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from claude_client import AsyncClient, Client, CredentialsError, UnsupportedFeatureError
from claude_client.credentials import IdentityTokenFile, StaticToken, WorkloadIdentityCredentials
from claude_client.platforms import Bedrock, openai_settings
from claude_client.sandbox import API_KEY, Sandbox

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parents[1] / ".venv-peer" / "bin" / "python"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def test_the_settings_are_those_of_the_client() -> None:
    client = Client(
        api_key="k",
        base_url="https://gateway.example/x/",
        max_retries=7,
        default_headers={"anthropic-workspace-id": "w", "X-Team": "blue"},
    )

    assert openai_settings(client) == {
        "api_key": "k",
        "base_url": "https://gateway.example/x/v1/",
        "default_headers": {"anthropic-workspace-id": "w", "x-team": "blue"},
        "max_retries": 7,
    }


@pytest.mark.parametrize(
    "options",
    [{"auth_token": "t"}, {"default_headers": {"x-api-key": "t"}}, {"default_headers": {"authorization": "Bearer t"}}],
)
def test_a_token_or_a_header_serves_as_the_key(options: Any) -> None:
    settings = openai_settings(Client(**options))

    assert settings["api_key"] == "t"
    assert settings["default_headers"] == {}


def test_the_embedded_sandbox_is_started() -> None:
    settings = openai_settings(Client(base_url="sandbox:"))

    assert settings["base_url"].startswith("http://127.0.0.1:")
    assert settings["api_key"] == API_KEY


def test_a_client_without_a_key_or_with_a_platform_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CredentialsError, match="no key"):
        openai_settings(Client())
    with pytest.raises(UnsupportedFeatureError, match="Client\\(\\)"):
        openai_settings(Client(platform=Bedrock(region="r", api_key="k")))


def test_credentials_become_a_function_that_gives_tokens() -> None:
    function = openai_settings(Client(auth_token=lambda: "t"))["api_key"]
    of_provider: Any = openai_settings(Client(credentials=StaticToken("u")))

    assert callable(function)
    assert function() == "t"
    assert of_provider["api_key"]() == "u"
    assert of_provider["default_headers"] == {"anthropic-beta": "oauth-2025-04-20"}


def test_the_functions_for_an_asynchronous_client_are_coroutine_functions() -> None:
    async def coroutine_function() -> str:
        return "v"

    options: list[Any] = [
        {"auth_token": lambda: "t"},
        {"credentials": StaticToken("u")},
        {"api_key": coroutine_function},
    ]

    found: list[Any] = [openai_settings(AsyncClient(**each))["api_key"] for each in options]

    assert [anyio.run(function) for function in found] == ["t", "u", "v"]


needs_openai = pytest.mark.skipif(
    not (PYTHON.exists() and list(PYTHON.parents[1].glob("lib/python*/site-packages/openai"))),
    reason="scripts/test installs OpenAI's package; this run did without",
)


def run(sandbox: Sandbox, settings: Any, how: str) -> list[str]:
    """What the script prints, which talks to the sandbox by these settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANTHROPIC_", "OPENAI_"))}
    command = [PYTHON, HERE / "openai_calls.py", json.dumps(settings), how]
    done = subprocess.run(command, env=kept, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout.splitlines()


@needs_openai
@pytest.mark.parametrize("how", ["sync", "async"])
def test_openais_package_works_against_the_sandbox(sandbox: Sandbox, how: str) -> None:
    make: Any = Client if how == "sync" else AsyncClient
    settings = openai_settings(make(base_url=sandbox.url, api_key=sandbox.api_key))

    printed = run(sandbox, settings, how)

    assert printed == ["plain", "streamed", "tools", "image", "errors", "models"]


@needs_openai
def test_a_workload_identity_serves_openais_package_too(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "identity-token"
    path.write_text("header.payload.signature")
    credentials = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(path), federation_rule_id="f", organization_id="o"
    )
    settings: Any = openai_settings(Client(base_url=sandbox.url, credentials=credentials))

    printed = run(sandbox, {**settings, "api_key": settings["api_key"]()}, "plain")

    assert printed == ["plain"]
