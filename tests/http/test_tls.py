"""TLS: what is trusted, what is verified, and that a connection with unread bytes is not used again."""

from __future__ import annotations

import socket
import ssl
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import anyio.to_thread
import httpx
import pytest

from both import Both
from claude_client import ConnectionFailedError
from claude_client.http.tls import default_context
from peer import OK, Sender, request_read, responds_with


def test_the_context_is_that_of_the_standard_library_and_stricter(monkeypatch: pytest.MonkeyPatch) -> None:
    context, standard = default_context(), ssl.create_default_context()

    assert context is default_context()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.verify_flags == standard.verify_flags
    assert context.options == standard.options
    assert context.minimum_version == standard.minimum_version
    assert context.hostname_checks_common_name is False
    assert context.get_ca_certs()


def test_no_context_is_made_before_tls_is_spoken(sender: Sender, peer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/not/there.pem")
    server = peer(responds_with(OK))

    async def body(send: Any) -> None:
        assert await send(server.url) == b"ok"
        with pytest.raises(httpx.ConnectError, match=r"SSL_CERT_FILE=/not/there\.pem"):
            await send(server.url.replace("http:", "https:"))

    sender.run(body, verify=None)


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
@pytest.mark.parametrize("what", ["nothing", "no certificate", "another kind"])
def test_certificates_that_cannot_be_read_are_named(
    kind: str, variable: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "certificates"
    if what == "no certificate":
        path.write_text("none")
    elif what == "another kind":
        (path.mkdir if variable == "SSL_CERT_FILE" else path.touch)()
    monkeypatch.setenv(variable, str(path))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"https://127.0.0.1:{listening.getsockname()[1]}"
        both = Both(kind, api_key="key", base_url=url, max_retries=0)

        with pytest.raises(ConnectionFailedError) as caught:
            both.run(lambda client: client.models.retrieve("m"))

    assert f"{variable}={path}" in str(caught.value)


def test_ssl_cert_file_names_what_is_trusted(
    sender: Sender, peer: Any, certificates: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.file))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    chosen: list[str | None] = []

    def script(connection: Any, number: int) -> bool:
        request_read(connection)
        chosen.append(connection.selected_alpn_protocol())
        connection.sendall(OK)
        return True

    certificates.server.set_alpn_protocols(["h2", "http/1.1"])
    server = peer(script, certificates.server)

    async def body(send: Any) -> None:
        assert await send(server.url) == b"ok"
        assert await send(server.url) == b"ok"

    sender.run(body, verify=None)

    assert len(server.connections) == 2  # of which one is the other with TLS
    assert chosen == ["http/1.1"] * 2
    assert "CLIENT_TRAFFIC_SECRET" in (tmp_path / "keys").read_text()


def test_a_certificate_that_is_not_trusted_is_refused(sender: Sender, peer: Any, certificates: Any) -> None:
    server = peer(responds_with(OK), certificates.server)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.ConnectError, match="certificate verify failed"):
            await send(server.url)

    sender.run(body)


def test_a_name_in_the_common_name_alone_is_not_taken(sender: Sender, peer: Any, tmp_path: Path) -> None:
    x509: Any = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(timezone.utc)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "pem"
    file.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(file)
    server = peer(responds_with(OK), tls)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.ConnectError, match="certificate verify failed"):
            await send(server.url)

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(file))
        sender.run(body, verify=None)


def test_a_response_that_nobody_asked_for_is_not_given_to_the_next_call(
    sender: Sender, peer: Any, certificates: Any
) -> None:
    may_send, sent = threading.Event(), threading.Event()

    def script(connection: Any, number: int) -> bool:
        request_read(connection)
        connection.sendall(OK)
        may_send.wait(5)
        connection.sendall(OK.replace(b"ok", b"no"))
        sent.set()
        return True

    server = peer(script, certificates.server)

    async def body(send: Any) -> None:
        for _ in range(3):
            assert await send(server.url) == b"ok"
            may_send.set()
            await anyio.to_thread.run_sync(sent.wait, 5)
            sent.clear()
            may_send.clear()

    sender.run(body, verify=certificates.client)


@pytest.mark.parametrize("size", [3, 30])
def test_a_connection_with_a_part_of_a_record_in_its_buffer_is_not_used_again(
    sender: Sender, peer: Any, certificates: Any, size: int
) -> None:
    def script(connection: socket.socket, number: int) -> bool:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = certificates.server.wrap_bio(incoming, outgoing, server_side=True)

        def until_done(step: Any) -> Any:
            while True:
                try:
                    return step()
                except ssl.SSLWantReadError:
                    connection.sendall(outgoing.read())
                    incoming.write(connection.recv(1 << 16))

        until_done(tls.do_handshake)
        until_done(lambda: tls.read(1 << 16))
        tls.write(OK)
        response = outgoing.read()
        tls.write(OK.replace(b"ok", b"no"))
        connection.sendall(response + outgoing.read()[:size])
        connection.recv(1)
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        for _ in range(3):
            assert await send(server.url.replace("http://127.0.0.1", "https://localhost")) == b"ok"
        assert len(server.connections) == 3

    sender.run(body, verify=certificates.client)
