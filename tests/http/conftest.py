"""What the tests of the wire share: senders over each transport, scripted peers, proxies, certificates."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme

from peer import Peer, Sender
from proxy import Proxy


@pytest.fixture(params=["sync", "asyncio", "trio"])
def sender(request: pytest.FixtureRequest) -> Sender:
    return Sender(request.param)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of a client, as `Both` takes it."""
    return str(request.param)


@pytest.fixture
def peer() -> Iterator[Callable[..., Peer]]:
    made: list[Peer] = []

    def make(script: Any, tls: ssl.SSLContext | None = None) -> Peer:
        made.append(Peer(script, tls))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def proxy() -> Iterator[Callable[..., Proxy]]:
    """Makes proxies."""
    made: list[Proxy] = []

    def make(**options: Any) -> Proxy:
        made.append(Proxy(**options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@dataclass
class Certificates:
    """An authority of this test run, and what it says of `localhost`."""

    server: ssl.SSLContext
    client: ssl.SSLContext
    file: Path
    """That of the authority, as `SSL_CERT_FILE` takes it."""
    authority: trustme.CA


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    authority = trustme.CA()
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    file = tmp_path_factory.mktemp("certificates") / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    return Certificates(server, client, file, authority)


@pytest.fixture(autouse=True)
def no_proxies_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*os.environ]:
        if name.lower().endswith("_proxy") or name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"):
            monkeypatch.delenv(name)
