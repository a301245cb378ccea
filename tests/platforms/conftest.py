from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from both import Both
from platform_replies import MESSAGE
from server import Server, reply


@pytest.fixture(autouse=True)
def no_credentials_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "aws-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "aws-credentials"))


@pytest.fixture(params=["sync", "asyncio", "trio"])
def on(request: pytest.FixtureRequest, server: Server) -> Callable[..., Both]:
    """Each client in turn, for a platform at `server`, which responds with a message."""
    server.replies(reply(MESSAGE))

    def on(platform: Any, **options: Any) -> Both:
        return Both(request.param, platform=platform, **{"base_url": server.url, "max_retries": 0, **options})

    return on
