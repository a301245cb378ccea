"""Requests through proxies: which one they take, and that they arrive, on every kind of client and proxy."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from both import Both
from claude_client import ConnectionFailedError, ConnectTimeoutError
from claude_client.http.proxies import Proxies, bypass_rule
from peer import OK, Sender, request_read, responds_with
from server import Server, reply

MODEL = {"type": "model", "id": "m", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}
NOWHERE = "http://gateway.localhost:1"


# ---- which one: no I/O -------------------------------------------------------------------------------------


def found(url: str) -> str | None:
    """The proxy for an URL by the environment, with where it is set."""
    parsed = httpx.URL(url)
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    proxy = Proxies().find(parsed.raw_scheme, parsed.raw_host.decode(), port)
    return None if proxy is None else str(proxy)


@pytest.mark.parametrize(
    ("variables", "url", "expected"),
    [
        ({}, "https://a.example", None),
        ({"HTTPS_PROXY": "http://p:3128"}, "https://a.example", "http://p:3128 (HTTPS_PROXY)"),
        ({"https_proxy": "http://p:3128"}, "https://a.example", "http://p:3128 (https_proxy)"),
        ({"HTTPS_PROXY": "http://p:3128"}, "http://a.example", None),
        ({"HTTP_PROXY": "p:3128"}, "http://a.example", "http://p:3128 (HTTP_PROXY)"),
        ({"ALL_PROXY": "socks5://p"}, "http://a.example", "socks5://p:1080 (ALL_PROXY)"),
        ({"ALL_PROXY": "http://q", "HTTPS_PROXY": "http://p"}, "https://a.example", "http://p:80 (HTTPS_PROXY)"),
        ({"ALL_PROXY": "http://q", "HTTPS_PROXY": "http://p"}, "http://a.example", "http://q:80 (ALL_PROXY)"),
        ({"HTTPS_PROXY": "http://P", "https_proxy": "http://q"}, "https://a.example", "http://q:80 (https_proxy)"),
        ({"HTTPS_PROXY": "http://p", "https_proxy": ""}, "https://a.example", None),
        ({"HTTPS_PROXY": "https://[::1]:8443"}, "https://a.example", "https://[::1]:8443 (HTTPS_PROXY)"),
        ({"HTTPS_PROXY": "http://u:s3cret@p:1"}, "https://a.example", "http://p:1 (HTTPS_PROXY)"),
        ({"HTTPS_PROXY": "  "}, "https://a.example", None),
        ({"HTTPS_PROXY": "http://p", "https_proxy": " "}, "https://a.example", None),
        ({"HTTPS_PROXY": "\t", "ALL_PROXY": "http://q"}, "https://a.example", "http://q:80 (ALL_PROXY)"),
        ({"HTTPS_PROXY": " http://p ", "NO_PROXY": " "}, "https://a.example", "http://p:80 (HTTPS_PROXY)"),
        # There it is a header of the request that the script serves.
        ({"HTTP_PROXY": "http://p", "REQUEST_METHOD": "GET"}, "http://a.example", None),
        ({"http_proxy": "http://p", "REQUEST_METHOD": "GET"}, "http://a.example", "http://p:80 (http_proxy)"),
    ],
)
def test_the_environment_names_the_proxy(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], url: str, expected: str | None
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert found(url) == expected


@pytest.mark.parametrize(
    ("no_proxy", "url", "bypassed"),
    [
        ("*", "http://a.example", True),
        ("example.com", "http://example.com", True),
        ("example.com", "http://api.example.com", True),
        ("example.com", "http://notexample.com", False),
        (".example.com", "http://example.com", True),
        (".example.com", "http://api.example.com", True),
        ("Example.COM.", "http://api.example.com", True),
        ("example.com", "http://EXAMPLE.com.", True),
        ("b.example, example.com", "http://example.com", True),
        ("b.example example.com", "http://example.com", True),
        ("example.com:8080", "http://example.com:8080", True),
        ("example.com:8080", "http://example.com", False),
        ("example.com:443", "https://example.com", True),
        ("https://example.com", "https://example.com", True),
        ("https://example.com", "http://example.com", False),
        ("127.0.0.1", "http://127.0.0.1:8080", True),
        ("127.0.0.1:8080", "http://127.0.0.1:8080", True),
        ("127.0.0.1:8081", "http://127.0.0.1:8080", False),
        ("0.0.1", "http://127.0.0.1", False),
        ("10.0.0.0/8", "http://10.20.30.40", True),
        ("10.0.0.0/8", "http://11.0.0.1", False),
        ("10.0.0.1/8", "http://10.20.30.40", True),
        ("10.0.0.0/8", "http://ten.example", False),
        ("::1", "http://[::1]:80", True),
        ("[::1]", "http://[::1]:8080", True),
        ("[::1]:8080", "http://[::1]:8080", True),
        ("[::1]:8081", "http://[::1]:8080", False),
        ("0:0:0:0:0:0:0:1", "http://[::1]", True),
        ("fe80::/10", "http://[fe80::1]", True),
        ("[fe80::]/10", "http://[fe80::1]", True),
        ("[fe80::/10]", "http://[fe80::1]", True),
        ("fe80::/10", "http://[fd00::1]", False),
        ("fe80::/10", "http://127.0.0.1", False),
        ("bücher.example", "http://bücher.example", True),
        ("fe80::/99999", "http://[fe80::1]", False),
        ("", "http://a.example", False),
        (" , ,", "http://a.example", False),
    ],
)
def test_no_proxy_is_understood_as_curl_does(
    monkeypatch: pytest.MonkeyPatch, no_proxy: str, url: str, bypassed: bool
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:1")
    monkeypatch.setenv("NO_PROXY", no_proxy)

    assert (found(url) is None) is bypassed


def test_no_proxy_alone_costs_nothing() -> None:
    assert bypass_rule("") is None


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://user:s3cret@p:21", "unknown scheme 'ftp' of the proxy in HTTPS_PROXY: expected http://"),
        ("socks4://p", "unknown scheme 'socks4' of the proxy in HTTPS_PROXY"),
        ("http://user:s3cret@p:99999", "invalid URL of the proxy in HTTPS_PROXY: expected http://host:port"),
        ("http://user:s3cret@p:port", "invalid URL of the proxy in HTTPS_PROXY"),
        ("http://user:s3cret", "invalid URL of the proxy in HTTPS_PROXY"),
        ("http://p:0", "invalid URL of the proxy in HTTPS_PROXY"),
        ("http://", "invalid URL of the proxy in HTTPS_PROXY"),
        ("http://[::1", "invalid URL of the proxy in HTTPS_PROXY"),
        ("http://a b:1", "invalid URL of the proxy in HTTPS_PROXY"),
    ],
)
def test_a_wrong_proxy_is_named_with_its_variable_and_without_its_password(
    monkeypatch: pytest.MonkeyPatch, kind: str, url: str, message: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", url)
    both = Both(kind, api_key="key", base_url="https://gateway.invalid", max_retries=0)

    with pytest.raises(ConnectionFailedError) as caught:
        both.run(lambda client: client.models.retrieve("m"))

    assert message in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in locals_of(caught.value)


def locals_of(error: BaseException | None) -> str:
    """The local variables of the package in the tracebacks of an error and its causes, as a monitor shows them."""
    shown: list[str] = []
    while error is not None:
        trace = error.__traceback__
        while trace is not None:
            if "claude_client" in trace.tb_frame.f_globals.get("__name__", ""):
                shown += [repr(value) for value in trace.tb_frame.f_locals.values()]
            trace = trace.tb_next
        error = error.__cause__ or error.__context__
    return "\n".join(shown)


@pytest.mark.parametrize("value", ["fe80::/10", "localhost,127.0.0.1,fd07:b51a:cc66:f0::/64", "127.0.0.1,[::1]"])
def test_no_proxy_alone_does_no_harm(both: Both, server: Server, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("NO_PROXY", value)
    server.replies(reply(MODEL))

    assert both.run(lambda client: client.models.retrieve("m")).id == "m"


# ---- through them ------------------------------------------------------------------------------------------


def test_requests_for_http_are_forwarded_on_kept_connections(sender: Sender, peer: Any, proxy: Any) -> None:
    server, between = peer(responds_with(OK)), proxy(login="user:p@ss word")

    async def body(send: Any) -> None:
        for _ in range(3):
            assert await send(server.url, headers={"host": "a", "x-api-key": "key"}) == b"ok"

    sender.run(body, proxy=between.with_login("user:p%40ss%20word"))

    assert between.requests == [f"GET {server.url} HTTP/1.1"] * 3
    assert between.connections == 1


def test_the_password_of_the_proxy_does_not_reach_the_origin(
    sender: Sender, peer: Any, proxy: Any, certificates: Any
) -> None:
    heads: list[bytes] = []

    def script(connection: socket.socket, number: int) -> bool:
        heads.append(request_read(connection))
        connection.sendall(OK)
        return True

    server, between = peer(script, certificates.server), proxy(login="user:s3cret")

    async def body(send: Any) -> None:
        for _ in range(2):
            assert await send(server.url) == b"ok"

    sender.run(body, proxy=between.with_login("user:s3cret"), verify=certificates.client)

    assert between.requests == [f"CONNECT localhost:{server.port} HTTP/1.1"]
    assert "proxy-authorization" in between.heads[0]
    assert len(heads) == 2
    assert not any(b"roxy-" in head for head in heads)


@pytest.mark.parametrize("to_tls", [False, True])
@pytest.mark.parametrize("kind_of_proxy", ["http", "https", "socks", "socks with login"])
def test_a_large_body_goes_through_every_kind_of_proxy(
    sender: Sender, peer: Any, proxy: Any, certificates: Any, kind_of_proxy: str, to_tls: bool
) -> None:
    size = 3_000_000
    sums: list[int] = []

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        left = size
        while left:
            left -= len(connection.recv(min(left, 1 << 16)))
        sums.append(size)
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % size + b"y" * size)
        return True

    server = peer(script, certificates.server if to_tls else None)
    options: dict[str, dict[str, Any]] = {
        "http": {},
        "https": {"tls": certificates.server},
        "socks": {"socks": True},
        "socks with login": {"socks": True, "login": "user:s3cret"},
    }
    between = proxy(**options[kind_of_proxy])
    url = between.with_login("user:s3cret") if "login" in kind_of_proxy else between.url

    async def body(send: Any) -> None:
        for _ in range(2):
            assert len(await send(server.url, method="POST", content=b"x" * size)) == size

    sender.run(body, proxy=url, verify=certificates.client)

    assert sums == [size] * 2
    is_forwarded = not to_tls and not between.scheme.startswith("socks")
    assert len(between.requests) == (2 if is_forwarded else 1)


def test_a_host_that_the_proxy_does_not_concern_is_reached_without_it(
    both: Both, server: Server, proxy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = proxy()
    monkeypatch.setenv("ALL_PROXY", between.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.0/8")
    server.replies(reply(MODEL))

    assert both.run(lambda client: client.models.retrieve("m")).id == "m"
    assert between.requests == []


def test_a_client_takes_the_proxy_of_the_environment(
    both: Both, server: Server, proxy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = proxy()
    monkeypatch.setenv("HTTP_PROXY", between.url)
    server.replies(reply(MODEL))

    assert both.run(lambda client: client.models.retrieve("m")).id == "m"
    assert between.requests == [f"GET {server.url}/v1/models/m HTTP/1.1"]


# ---- that fail ---------------------------------------------------------------------------------------------


def fails(kind: str, monkeypatch: pytest.MonkeyPatch, base_url: str, proxy_url: str, **options: Any) -> Exception:
    """The error of a call through a proxy."""
    monkeypatch.setenv("ALL_PROXY", proxy_url)
    both = Both(kind, api_key="sk-ant-test", base_url=base_url, max_retries=0, **options)
    with pytest.raises((ConnectionFailedError, ConnectTimeoutError)) as caught:
        both.run(lambda client: client.models.retrieve("m"))
    shown = locals_of(caught.value)
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in shown
    assert "sk-ant-test" not in shown
    return caught.value


@pytest.mark.parametrize("base_url", ["https://gateway.invalid", NOWHERE])
@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
def test_a_dead_proxy_is_named(kind: str, monkeypatch: pytest.MonkeyPatch, base_url: str, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    error = fails(kind, monkeypatch, base_url, f"{scheme}://user:s3cret@127.0.0.1:{port}")

    assert f"the proxy {scheme}://127.0.0.1:{port} (ALL_PROXY)" in str(error)


@pytest.mark.parametrize("base_url", ["https://gateway.invalid", NOWHERE])
def test_a_proxy_whose_name_is_unknown_is_named(kind: str, monkeypatch: pytest.MonkeyPatch, base_url: str) -> None:
    error = fails(kind, monkeypatch, base_url, "http://proxy.invalid:3128")

    assert "the proxy http://proxy.invalid:3128 (ALL_PROXY)" in str(error)


@pytest.mark.parametrize("refusal", [b"407 Proxy Authentication Required", b"403 Forbidden", b"502 Bad Gateway"])
def test_a_proxy_that_refuses_a_tunnel_is_named(
    kind: str, proxy: Any, monkeypatch: pytest.MonkeyPatch, refusal: bytes
) -> None:
    between = proxy(refusal=b"HTTP/1.1 " + refusal + b"\r\ncontent-length: 2\r\n\r\nno")

    error = fails(kind, monkeypatch, "https://gateway.invalid", between.with_login("user:s3cret"))

    assert f"the proxy {between.url} (ALL_PROXY) refused the request with {refusal.decode()}" in str(error)


def test_a_forwarding_proxy_that_asks_for_a_password_is_named(
    kind: str, proxy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = proxy(login="user:other")

    error = fails(kind, monkeypatch, NOWHERE, between.with_login("user:s3cret"))

    assert f"the proxy {between.url} (ALL_PROXY) refused the request with 407" in str(error)
    assert "put user:password@ into the URL in ALL_PROXY" in str(error)


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nmore"])
def test_a_proxy_that_speaks_another_protocol_is_named(
    kind: str, proxy: Any, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    between = proxy(refusal=said)

    error = fails(kind, monkeypatch, "https://gateway.invalid", between.url)

    assert f"the proxy {between.url} (ALL_PROXY)" in str(error)


@pytest.mark.parametrize("base_url", ["https://gateway.invalid", NOWHERE])
def test_a_socks_proxy_says_why_it_does_not_connect(
    kind: str, proxy: Any, monkeypatch: pytest.MonkeyPatch, base_url: str
) -> None:
    between = proxy(socks=True, login="user:other")
    wrong = fails(kind, monkeypatch, base_url, between.with_login("user:s3cret"))
    none = fails(kind, monkeypatch, base_url, between.url)
    between = proxy(socks=True, origin=("127.0.0.1", 1))
    refused = fails(kind, monkeypatch, base_url, between.url)

    assert "does not accept the user and password" in str(wrong)
    assert "asks for a user and password" in str(none)
    assert "could not connect to gateway." in str(refused)
    assert "the connection was refused" in str(refused)


# One that forwards is like an origin that is silent.
@pytest.mark.parametrize(
    ("base_url", "socks"), [("https://gateway.invalid", False), ("https://gateway.invalid", True), (NOWHERE, True)]
)
def test_a_silent_proxy_ends_with_the_timeout(
    kind: str, proxy: Any, monkeypatch: pytest.MonkeyPatch, base_url: str, socks: bool
) -> None:
    between = proxy(silent=True, socks=socks)

    error = fails(kind, monkeypatch, base_url, between.url, timeout=0.1)

    assert isinstance(error, ConnectTimeoutError)
    assert f"the proxy {between.url} (ALL_PROXY)" in str(error)
